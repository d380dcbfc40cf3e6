/**
 * The verdict map of independence: the paper gives no critical level, so the verdict is shown for every cutoff
 * from 30 to 90 minutes and every level from 0 to 1, with the smallest cutoff that says yes and the margin.
 */
import type { Verdict } from '../model/flowchart.ts';
import { iOut } from '../independence/i-out.ts';
import { listOtherGroups, listTagged, type SupplierTimes } from '../independence/supplier-times.ts';
import { toLevelVerdict } from './reading.ts';

const FROM_MIN = 30;
const TO_MIN = 90;
const LEVEL_STEPS = 20;

export interface VerdictMap {
  /** Whole minutes, 30…90: one row each. */
  readonly cutoffsMin: readonly number[];
  /** 0…1 in steps of 0.05: one column each. */
  readonly levels: readonly number[];
  /** iOut by row; null where no placed tier-1 supplier carries a tag. */
  readonly shares: readonly (number | null)[];
  readonly verdicts: readonly (readonly Verdict[])[];
  /** Smallest cutoff in ms that says yes at the node's level; null = none does. */
  readonly smallestMs: number | null;
  /** Index less the level at the cutoff asked for: 0 or more says yes. */
  readonly margin: number | null;
}

/**
 * The map for a level (`>=`) and a cutoff in seconds.
 *
 * @example
 * const timesMs = new Map([['nissan', 600000], ['honda', 2400000]]);
 * const one = { id: 'S1', site: 'Z1', timesMs, ownGroup: 'nissan', tier: 1 as const, volume: null };
 * toVerdictMap([one], ['nissan', 'honda'], 0.5, 3600).smallestMs; // → 2400000
 */
export function toVerdictMap(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  level: number,
  cutoffS: number,
): VerdictMap {
  const cutoffsMin = Array.from({ length: TO_MIN - FROM_MIN + 1 }, (_, i) => FROM_MIN + i);
  const levels = Array.from({ length: LEVEL_STEPS + 1 }, (_, i) => i / LEVEL_STEPS);
  const shares = cutoffsMin.map((cutoffMin) => iOut(suppliers, groups, cutoffMin * 60));
  const index = iOut(suppliers, groups, cutoffS);
  return {
    cutoffsMin,
    levels,
    shares,
    verdicts: shares.map((share) => levels.map((one) => toLevelVerdict(share, '>=', one))),
    smallestMs: findSmallestCutoffMs(suppliers, groups, level),
    margin: index === null ? null : index - level,
  };
}

/**
 * The least time in ms at which the share meets the level: that of the supplier who completes it. 0 for a level
 * of 0; null where even all reachable suppliers are too few, or there is none with a tag.
 */
export function findSmallestCutoffMs(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  level: number,
): number | null {
  const tagged = listTagged(suppliers);
  if (tagged.length === 0) return null;
  const nearest = tagged
    .map((one) =>
      Math.min(Infinity, ...listOtherGroups(one, groups).map((id) => one.timesMs.get(id) ?? Infinity)),
    )
    .toSorted((a, b) => a - b);
  const needed = [0, ...nearest].findIndex((_, count) => count / tagged.length >= level);
  const smallest = needed === 0 ? 0 : (nearest[needed - 1] ?? Infinity);
  return Number.isFinite(smallest) ? smallest : null;
}
