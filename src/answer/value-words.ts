/** Words that answers about the value of roads share. */
import type { ValueHead, ValueMeasure } from '../model/value.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';

/**
 * A count with its word.
 *
 * @example
 * toCountWords(1, 'pair'); // → '1 pair'
 * toCountWords(0, 'pair'); // → '0 pairs'
 */
export function toCountWords(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/**
 * Words in a row, the last after "and".
 *
 * @example
 * joinWords(['N2R', 'E2R', 'S2R']); // → 'N2R, E2R and S2R'
 */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Size of an amount in the unit of a table, with as many decimals as it is shown with. */
function toSize(measure: ValueMeasure, amount: number): readonly [size: number, decimals: number] {
  const size = Math.abs(amount);
  if (measure === 'minutes') return [size / SECONDS_PER_MINUTE, 1];
  if (measure === 'passes') return [size, Number.isInteger(size) ? 0 : 2];
  return [100 * size, 1];
}

/**
 * An amount of a measure as a number for a table: minutes of seconds, pairs, or points of a share in percent; a real
 * minus before what is below 0, and what is not 0 is never shown as 0.
 *
 * @example
 * toAmountText('minutes', 90); // → '1.5'
 * toAmountText('passes', -0.5); // → '−0.50'
 * toAmountText('iOut', 0.25); // → '25.0'
 * toAmountText('minutes', 1); // → '<0.1'
 */
export function toAmountText(measure: ValueMeasure, amount: number): string {
  const [size, decimals] = toSize(measure, amount);
  const text = size.toFixed(decimals);
  if (amount !== 0 && Number(text) === 0)
    return `${amount < 0 ? '>−' : '<'}${(10 ** -decimals).toFixed(decimals)}`;
  return amount < 0 ? `−${text}` : text;
}

/** Minutes summed over all pairs. */
export function toMinutesWord({ travellers }: Pick<ValueHead, 'travellers'>): string {
  return travellers === 'suppliers' ? 'supplier-minutes' : 'minutes of all pairs';
}

/** An amount of a measure in words, such as `12.5 supplier-minutes`. */
export function toAmountWords(
  head: Pick<ValueHead, 'travellers' | 'cutoffS'>,
  measure: ValueMeasure,
  amount: number,
): string {
  const text = toAmountText(measure, amount);
  if (measure === 'minutes') return `${text} ${toMinutesWord(head)}`;
  if (measure !== 'passes') return `${text} points of ${measure}`;
  return `${text} pair${text === '1' ? '' : 's'} within ${head.cutoffS / SECONDS_PER_MINUTE} minutes`;
}

/** A gain of a measure in words, such as `12.5 supplier-minutes saved`. */
export function toGainWords(
  head: Pick<ValueHead, 'travellers' | 'cutoffS'>,
  measure: ValueMeasure,
  gain: number,
): string {
  const isLoss = gain < 0;
  if (measure === 'minutes')
    return `${toAmountWords(head, measure, Math.abs(gain))} ${isLoss ? 'lost' : 'saved'}`;
  if (measure === 'passes')
    return `${toAmountWords(head, measure, Math.abs(gain))} ${isLoss ? 'lost' : 'gained'}`;
  return toAmountWords(head, measure, gain);
}
