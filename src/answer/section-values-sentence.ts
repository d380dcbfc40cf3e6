/** How the effect of the sections divides, in plain sentences made of the rows beside them. */
import type { MeasureShares, SectionValues } from '../model/value.ts';
import { joinWords, toAmountText, toAmountWords, toCountWords } from './value-words.ts';

type Body = Omit<SectionValues, 'sentence' | 'command'>;

/** Credited with something first, then those that add nothing. */
function toSharesText({ measure, shares }: MeasureShares): string {
  const sorted = shares.toSorted((a, b) => b.value - a.value);
  const some = sorted.filter(({ value }) => value !== 0);
  const none = sorted.filter(({ value }) => value === 0).map(({ section }) => section);
  const parts = some.map(({ section, value }) => `${section} ${toAmountText(measure, value)}`);
  return [...parts, ...(none.length === 0 ? [] : [`${joinWords(none)} nothing`])].join(', ');
}

function toInteractionText({ measure, interactions }: MeasureShares): string {
  const [first] = interactions;
  if (first === undefined) return 'no interaction: each adds the same in every order';
  const kind = first.dividend < 0 ? 'replace one another' : 'add to one another';
  const amount = toAmountText(measure, Math.abs(first.dividend));
  const names = joinWords(first.sections);
  if (interactions.length === 1) return `${names} ${kind} (${amount})`;
  return `${interactions.length} sets of them interact, most ${names}, which ${kind} (${amount})`;
}

function toMeasureText(body: Body, one: MeasureShares): string {
  const { measure, all, none, interactions } = one;
  const what = measure === 'minutes' ? 'time' : measure === 'passes' ? 'verdict' : measure;
  if (all === none && interactions.length === 0) return `They change no ${what}.`;
  return `They make ${toAmountWords(body, measure, all - none)}: ${toSharesText(one)}; ${toInteractionText(one)}.`;
}

/** One sentence a measure. */
export function toSectionValuesSentence(body: Body): string {
  const { sections, scenario, measures } = body;
  const head = `What ${toCountWords(sections.length, 'section')} of ${scenario.title} make of the trips, divided by the mean of what each adds over all orders of opening.`;
  return [head, ...measures.map((one) => toMeasureText(body, one))].join(' ');
}
