/** What each section is worth, one small drawing a measure: bars from none to the left or the right. */
import { toAmountText, toMinutesWord } from '../../answer/value-words.ts';
import type { MeasureShares, SectionValues } from '../../model/value.ts';
import { toCutoffText, toTitleText } from '../format.ts';
import { toDrawing, toFigure } from './drawing.ts';
import { element, type Markup } from './markup.ts';
import { toPx } from './sizes.ts';

const WIDTH = 320;
const ROW = 22;
const TOP = 26;
const LEFT = 84;
/** Room for the amount beside a bar. */
const AMOUNT = 110;

/** What the amounts are. */
function toTitle(answer: SectionValues, { measure }: MeasureShares): string {
  if (measure === 'minutes') return toTitleText(toMinutesWord(answer));
  return measure === 'passes' ? `Pairs within ${toCutoffText(answer.cutoffS)} min` : `${measure}, points`;
}

/** From the least to the greatest share, none included. */
function toScale({ shares }: MeasureShares): (value: number) => number {
  const values = [0, ...shares.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low === 0 ? 1 : high - low;
  return (value) => LEFT + ((value - low) / span) * (WIDTH - LEFT - AMOUNT);
}

function drawMeasure(answer: SectionValues, one: MeasureShares): Markup {
  const toX = toScale(one);
  const none = toX(0);
  const title = toTitle(answer, one);
  const rows = one.shares.flatMap(({ section, value }, i) => {
    const y = TOP + i * ROW;
    const [from, to] = [Math.min(none, toX(value)), Math.max(none, toX(value))];
    const amount = toAmountText(one.measure, value);
    return [
      element('text', { x: LEFT - 8, y: y + 12, 'text-anchor': 'end' }, section),
      element('rect', { class: 'bar build', x: toPx(from), y: y + 3, width: toPx(to - from), height: 11 }),
      element('text', { x: toPx(to + 6), y: y + 12 }, amount),
    ];
  });
  const bottom = TOP + one.shares.length * ROW;
  const description = one.shares
    .map(({ section, value }) => `${section} ${toAmountText(one.measure, value)}`)
    .join('; ');
  return toDrawing(
    { id: `shares-${one.measure}`, title, description },
    { width: WIDTH, height: bottom + 6 },
    [
      element('text', { class: 'name', x: 4, y: 13 }, title),
      element('path', { class: 'middle base', d: `M${toPx(none)} ${TOP - 4}V${bottom}` }),
      ...rows,
    ],
  );
}

/** The shares of every measure asked for. */
export function drawShares(answer: SectionValues): Markup {
  return toFigure(
    answer.measures.map((one) => drawMeasure(answer, one)),
    ['Shapley’s value of each section: the mean of what it adds over all orders of opening.'],
    'multiples',
  );
}
