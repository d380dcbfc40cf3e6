/** A matrix cell in the units of every answer: seconds, metres, yuan; null where unreachable or not computed. */
import type { Cell } from '../../matrix/cell.ts';
import type { AnswerCell } from '../../model/answer.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../../units.ts';

/** The row of an answer for a cell of the skim of a scenario. */
export function toAnswerCell(scenario: string, cell: Cell): AnswerCell {
  const reached = Number.isFinite(cell.timeMs);
  const { origin, destination, timeMs, lengthMm, tollFen, viaBeltMm } = cell;
  return {
    scenario,
    origin,
    destination,
    timeS: toSeconds(timeMs),
    lowS: toSeconds(cell.lowMs),
    highS: toSeconds(cell.highMs),
    lengthM: reached ? lengthMm / MM_PER_M : null,
    tollCny: reached ? tollFen / FEN_PER_CNY : null,
    estimatedShare: reached ? cell.estimatedMs / timeMs : null,
    townChainShare: reached ? cell.townChainMs / timeMs : null,
    viaBeltM: reached ? viaBeltMm / MM_PER_M : null,
    byFacilityS: reached ? toSecondsEach(cell.byFacilityMs) : null,
  };
}

/**
 * Seconds of whole milliseconds; null for Infinity (unreachable) and NaN (not computed).
 *
 * @example
 * toSeconds(61500); // → 61.5
 * toSeconds(Infinity); // → null
 */
export function toSeconds(timeMs: number): number | null {
  return Number.isFinite(timeMs) ? timeMs / MS_PER_SECOND : null;
}

/**
 * Seconds of every entry.
 *
 * @example
 * toSecondsEach({ arterial: 1500 }); // → { "arterial": 1.5 }
 */
export function toSecondsEach(timesMs: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(timesMs).map(([key, ms]) => [key, ms / MS_PER_SECOND]));
}
