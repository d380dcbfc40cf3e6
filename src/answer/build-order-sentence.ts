/** Which order is best and what the real one makes beside it, in plain sentences made of the rows beside them. */
import type { BuildCondition, BuildOrder, Programme } from '../model/build-order.ts';
import { joinWords, toAmountText, toGainWords, toCountWords } from './value-words.ts';

type Body = Omit<BuildOrder, 'sentence' | 'command'>;

const toPercent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

/** How fast is built and what a year counts, with whose figure that is. */
function toTermsText({ pace, discountRate: { value, grade } }: Body): string {
  const speed =
    pace.kind === 'per-year'
      ? `${toCountWords(pace.sections, 'section')} a year`
      : `a budget of ${pace.perYear} a year`;
  return `With ${speed} and a discount rate of ${toPercent(value)} (${grade})`;
}

function toTiesText({ ties, orders }: Body): string {
  if (ties === orders) return 'no order is better than another';
  return ties === 1 ? 'it is the only one of that value' : `${ties} of ${orders} orders have that value`;
}

/** The real order's value as a part of the best. */
function toPartText(best: Programme, real: Programme): string {
  return best.value === 0 ? '' : ` (${toPercent(real.value / best.value)} of it)`;
}

function toRealText({ measure, best, real, asBuilt, leastValue }: Body): string {
  const amount = (value: number): string => toAmountText(measure, value);
  if (real === null || asBuilt === null)
    return 'Not every section has a recorded opening date, so that there is no real order.';
  const years = asBuilt.real.years;
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const dated = `in the years they were opened, ${first} to ${last}, ${amount(asBuilt.real.value)} against ${amount(asBuilt.best.value)} for ${asBuilt.best.order.join(', ')}`;
  return `The real order ${real.order.join(', ')} makes ${amount(real.value)}${toPartText(best, real)}, the worst ${amount(leastValue)}; ${dated}.`;
}

const toYearText = (year: number | null): string =>
  year === null ? 'never' : year === 0 ? 'without any of them' : `in year ${year}`;

function toConditionText({ id, earliest, sections, best, real }: BuildCondition): string {
  if (earliest === null || earliest === 0) return `${id} holds ${toYearText(earliest)}`;
  return `${id} holds at the earliest ${toYearText(earliest)} (${joinWords(sections)}), in the best order ${toYearText(best)}${real === null ? '' : `, in the real one ${toYearText(real)}`}`;
}

/** Conditions that sections bring about, and the flowchart's own. */
function toConditionsText({ conditions }: Body): string {
  const said = conditions.filter(
    ({ id, earliest }) => !id.startsWith('pair:') || (earliest !== null && earliest > 0),
  );
  return said.length === 0 ? '' : `Within the cutoff: ${said.map(toConditionText).join('; ')}.`;
}

/** The best order, the real one, and from when on the conditions hold. */
export function toBuildOrderSentence(body: Body): string {
  const { best, measure } = body;
  const gain = toGainWords(body, measure, best.value);
  const made = `${best.order.join(', ')} is best: ${gain}, discounted over ${toCountWords(best.years.length, 'year')}; ${toTiesText(body)}.`;
  return [`${toTermsText(body)} the order ${made}`, toRealText(body), toConditionsText(body)]
    .filter((text) => text !== '')
    .join(' ');
}
