/** A cell of the kernel in the words of an answer, as the verify room derives it. */
import { expect } from 'vitest';
import type { Cell } from '../../src/matrix/cell.ts';
import { toSixPlaces, type Derived } from '../../src/verify/cells.ts';

const orNull = (value: number, unit: number): number | null => (Number.isFinite(value) ? value / unit : null);

/** Facilities that no time is spent on are left out. */
export function toDerived(cell: Cell): Omit<Derived, 'trip'> {
  const reached = cell.timeMs < Infinity;
  const share = (ms: number): number | null =>
    reached ? toSixPlaces(cell.timeMs === 0 ? 0 : ms / cell.timeMs) : null;
  const times = Object.entries(cell.byFacilityMs).filter(([, ms]) => ms > 0);
  return {
    timeS: orNull(cell.timeMs, 1000),
    lowS: orNull(cell.lowMs, 1000),
    highS: orNull(cell.highMs, 1000),
    lengthM: orNull(cell.lengthMm, 1000),
    tollCny: orNull(cell.tollFen, 100),
    estimatedShare: share(cell.estimatedMs),
    townChainShare: share(cell.townChainMs),
    viaBeltM: reached ? cell.viaBeltMm / 1000 : null,
    byFacilityS: reached ? Object.fromEntries(times.map(([facility, ms]) => [facility, ms / 1000])) : null,
  };
}

/** A derived cell in the same words: without its trip, whose links make up its time. */
export function toPlain({ trip, ...cell }: Derived): Omit<Derived, 'trip'> {
  const timeMs = trip?.linkTimesS.reduce((sum, timeS) => sum + Math.round(timeS * 1000), 0) ?? null;
  expect(timeMs === null ? null : timeMs / 1000).toBe(cell.timeS);
  expect(trip?.leastS ?? 0).toBeLessThanOrEqual(cell.timeS ?? 0);
  return cell;
}
