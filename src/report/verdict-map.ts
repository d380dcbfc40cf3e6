/** The flowchart's verdict map to read: whether suppliers are independent, by critical level and cutoff. */
import type { AnswerVerdictMap } from '../model/answer.ts';
import { toMinutesText } from '../units.ts';
import { heading, paragraph, table, type Block, type CellText } from './block.ts';
import { DASH, toSign } from './format.ts';

/** Every so many minutes and levels of the map are shown: 30, 35 … 90 and 0.1, 0.2 … 1. */
const EVERY_MIN = 5;
const EVERY_LEVEL = 2;

/** Every fifth of a list by cutoff. */
function thin<T>(byCutoff: readonly T[]): readonly T[] {
  return byCutoff.filter((_, i) => i % EVERY_MIN === 0);
}

/** A table of signs, the share it rests on above them, and from which cutoff on the chart's level is met. */
export function toVerdictMapBlocks(map: AnswerVerdictMap): readonly Block[] {
  const { scenario, level, cutoffsMin, levels, shares, verdicts, smallestS, margin } = map;
  const share = shares.map((one) => (one === null ? DASH : String(Math.round(one * 100))));
  const rows = levels.flatMap((one, k): readonly (readonly CellText[])[] => {
    if (k === 0 || k % EVERY_LEVEL !== 0) return [];
    const signs = verdicts.map((row): CellText => {
      const { sign, tone } = toSign(row[k] ?? 'unknown');
      return { text: sign, tone };
    });
    return [[one.toFixed(1), ...thin(signs)]];
  });
  const from = smallestS === null ? 'at no cutoff' : `from ${toMinutesText(smallestS)} min on`;
  const points = margin === null ? 0 : Math.round(Math.abs(margin) * 100);
  const side = margin !== null && margin < 0 ? 'below' : 'above';
  const less = margin === null ? '' : `; at the cutoff the share is ${points} points ${side} it`;
  return [
    heading(`Suppliers independent by critical level and cutoff in min: ${scenario}`),
    table(['level', ...thin(cutoffsMin).map(String)], [['share in %', ...thin(share)], ...rows]),
    paragraph(`Level ${level} of the chart: met ${from}${less}.`, 'quiet'),
  ];
}
