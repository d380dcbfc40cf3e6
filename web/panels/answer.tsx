/** The answer in words and numbers. */
import { useLayoutEffect } from "preact/hooks";
import { measureUpdate } from "../engine/ask.ts";
import { answer } from "../state/answers.ts";
import { t } from "../words/index.ts";

export function AnswerPanel() {
  const { value, state } = answer.value;
  useLayoutEffect(() => {
    if (state !== "ready") return;
    document.documentElement.dataset.answered = "yes";
    measureUpdate();
  }, [value, state]);
  if (value === null) return <p>{t("app.computing")}</p>;
  return <p class="sentence">{value.sentences.headline}</p>;
}
