/** Words that answers about the value of roads share. */
import type { ValueHead, ValueMeasure } from '../model/value.ts';
import { SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';

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

/**
 * An amount of a measure as a number for a table: minutes of seconds, pairs, or points of a share in percent; a real
 * minus before what is below 0.
 *
 * @example
 * toAmountText('minutes', 90); // → '1.5'
 * toAmountText('passes', -0.5); // → '−0.50'
 * toAmountText('iOut', 0.25); // → '25.0'
 */
export function toAmountText(measure: ValueMeasure, amount: number): string {
  const size = Math.abs(amount);
  const text =
    measure === 'minutes'
      ? toMinutesText(size)
      : measure === 'passes'
        ? size.toFixed(Number.isInteger(size) ? 0 : 2)
        : (100 * size).toFixed(1);
  return amount < 0 && Number(text) !== 0 ? `−${text}` : text;
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
