/** Words for what the numbers are of: vehicles, traffic, arrows; and a sentence with its numbers told apart. */
import type { AnswerClock, Dataset } from '../../src/index.ts';
import { nameOf } from '../words/names.ts';
import { spoken, t, type WordKey, type WordValues } from '../words/index.ts';
import { clockText } from '../words/when.ts';

/** The word of a key that is made of an id, or else the name that the data give. */
export function wordOr(key: string, fallback: string): string {
  const words: Readonly<Record<string, string>> | undefined = spoken.value?.words;
  return words?.[key] === undefined ? fallback : t(key as WordKey);
}

export function vehicleWord(dataset: Dataset, id: string): string {
  const known = dataset.vehicleClasses.find((one) => one.id === id);
  return wordOr(`answer.vehicle.${id}`, known === undefined ? id : nameOf(known));
}

export function trafficWord(dataset: Dataset, id: string): string {
  const known = dataset.trafficStates.find((one) => one.id === id);
  return wordOr(`answer.traffic.${id}`, known === undefined ? id : nameOf(known));
}

/** When is driven, as a part of a sentence: in a traffic state, or at an hour. */
export function whenWords(dataset: Dataset, clock: AnswerClock | null, traffic: string): string {
  return clock === null ? t('answer.in', { traffic: trafficWord(dataset, traffic) }) : clockText(clock);
}

/** Parts of a sentence; those of the values named in `strong` are marked. */
export interface SentencePart {
  readonly text: string;
  readonly strong: boolean;
}

/** A character that no dictionary holds: marks where a value begins and ends. */
const MARK = '\u0001';

/** The sentence of a key, cut where the values named stand. */
export function cutSentence(
  key: WordKey,
  values: WordValues,
  strong: readonly string[],
): readonly SentencePart[] {
  const marked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      strong.includes(name) ? `${MARK}${value}${MARK}` : value,
    ]),
  );
  return t(key, marked)
    .split(MARK)
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

const formats = new Map<string, Intl.NumberFormat>();

/** An index with two decimals, so that its digits line up; a whole number as it is. */
export function decimals(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  const language = spoken.value?.language ?? 'en';
  const key = `${language} ${digits}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, made);
  return made.format(value);
}
