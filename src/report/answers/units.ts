/** Integers of the search in the units of every answer. */
import { MS_PER_SECOND } from '../../units.ts';

/**
 * Seconds of every entry.
 *
 * @example
 * toSecondsEach({ arterial: 1500 }); // → { "arterial": 1.5 }
 */
export function toSecondsEach(timesMs: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(timesMs).map(([key, ms]) => [key, ms / MS_PER_SECOND]));
}
