/**
 * The legs of base and build as one list of rows: legs that both drive stand on one row, the others on rows of
 * their own, each side in its own order. It is a longest common subsequence, so that as much as can be is shared.
 */
import type { TripLeg, TripRoute, TripSide } from '../../src/index.ts';

export interface LegRow {
  readonly base: TripLeg | null;
  readonly build: TripLeg | null;
}

/** Legs of one road, whichever stretch of it is driven; ramps are told apart by their ends. */
function toKey({ nameEn, facility, belt, from, to }: TripLeg): string {
  return JSON.stringify(facility === 'ramp' ? [from.nameEn, to.nameEn, belt] : [nameEn, facility, belt]);
}

/** Lengths of the longest common subsequences of the ends of two lists. */
function measureCommon(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
      row[j] = a[i] === b[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Rows of two lists of legs, in the order of both. */
export function alignLegs(base: readonly TripLeg[], build: readonly TripLeg[]): readonly LegRow[] {
  const [a, b] = [base.map(toKey), build.map(toKey)];
  const common = measureCommon(a, b);
  const rows: LegRow[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [base[i] ?? null, build[j] ?? null];
    if (left !== null && right !== null && a[i] === b[j]) {
      rows.push({ base: left, build: right });
      [i, j] = [i + 1, j + 1];
    } else if (right === null || (left !== null && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      rows.push({ base: left, build: null });
      i += 1;
    } else {
      rows.push({ base: null, build: right });
      j += 1;
    }
  }
  return rows;
}

/** A part of the bar of minutes: a kind of road, on the belt or off it. */
export interface BarPart {
  readonly facility: string;
  readonly belt: boolean;
  readonly timeS: number;
}

/** Kinds of road in a fixed order, so that two bars can be compared. */
const ORDER = ['expressway', 'urban-expressway', 'arterial', 'local', 'ramp', 'connector'];

/** Minutes of a route by kind of road, the belt's part of each kind apart. They add up to the trip. */
export function listBarParts({ legs, byFacility }: TripRoute): readonly BarPart[] {
  return ORDER.flatMap((facility) => {
    const whole = byFacility.find((part) => part.facility === facility)?.timeS ?? 0;
    const own = legs.filter((leg) => leg.belt && leg.facility === facility);
    const onBelt = own.reduce((sum, leg) => sum + leg.timeS, 0);
    const parts = [
      { facility, belt: true, timeS: onBelt },
      { facility, belt: false, timeS: whole - onBelt },
    ];
    return parts.filter(({ timeS }) => timeS > 1e-6);
  });
}

/** Wider than this, in seconds, a time is marked as approximate. */
const WIDE_S = 600;

/** Whether the ends of the parameters' ranges disagree, or lie far apart. */
export function isApproximate({ corners, route }: TripSide): boolean {
  if (corners === 'some') return true;
  return route !== null && (route.highS === null || route.highS - route.lowS > WIDE_S);
}
