/** Amounts of what roads are worth, in the reader's language and as the command line rounds them. */
import type { ValueMeasure } from '../../src/index.ts';
import { cutoffMin } from '../state/choice.ts';
import { number } from './format.ts';
import { t } from './index.ts';

/** The size in the unit of a table, and its decimals. */
function toSize(measure: ValueMeasure, value: number): readonly [size: number, decimals: number] {
  if (measure === 'minutes') return [value / 60, 1];
  if (measure === 'passes') return [value, Number.isInteger(value) ? 0 : 2];
  return [value * 100, 1];
}

/** Minutes of seconds, pairs, or points of a share in percent; what is not 0 is never shown as 0. */
export function amount(measure: ValueMeasure, value: number): string {
  const [size, decimals] = toSize(measure, value);
  const least = 10 ** -decimals;
  if (value !== 0 && Number(size.toFixed(decimals)) === 0)
    return `${value < 0 ? '>−' : '<'}${number(least, decimals)}`;
  return number(size, decimals);
}

/** What a measure counts. */
export function measureName(measure: ValueMeasure): string {
  return t(`worth.measure.${measure}`, { cutoff: number(cutoffMin.value) });
}
