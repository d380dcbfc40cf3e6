/** How the effect of the sections divides, in plain sentences made of the rows beside them. */
import type { MeasureShares, SectionValues, ValueMeasure } from '../model/value.ts';
import { joinWords, toAmountText, toGainWords } from './value-words.ts';

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

const UNCHANGED: Readonly<Record<ValueMeasure, string>> = {
  minutes: 'No time changes.',
  passes: 'No verdict changes.',
  iOut: 'iOut does not change.',
  i2: 'i2 does not change.',
};

/** Together, then one by one, then what interacts; of sections of a data set and of roads of a city alike. */
export function toMeasureText(body: Pick<Body, 'travellers' | 'cutoffS'>, one: MeasureShares): string {
  const { measure, all, none, interactions } = one;
  if (all === none && interactions.length === 0) return UNCHANGED[measure];
  const whole = toGainWords(body, measure, all - none);
  return `Together ${whole}: ${toSharesText(one)}; ${toInteractionText(one)}.`;
}

function toLeftOutText({ leftOut }: Body): readonly string[] {
  if (leftOut === 0) return [];
  const pairs = leftOut === 1 ? '1 pair has' : `${leftOut} pairs have`;
  return [`${pairs} no way without them and stand in no sum of time.`];
}

/** One sentence a measure. */
export function toSectionValuesSentence(body: Body): string {
  const { sections, scenario, measures } = body;
  const each = sections.length === 1 ? 'The section' : `Each of ${sections.length} sections`;
  const head = `${each} of ${scenario.title} is credited with the mean of what it adds over all orders of opening.`;
  return [head, ...measures.map((one) => toMeasureText(body, one)), ...toLeftOutText(body)].join(' ');
}
