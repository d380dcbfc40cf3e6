/**
 * Reach: what lies within the cutoff of a place, and the count sentence that every share stands beside.
 * A count here is of records that we placed; it is not a sample of the firms there are.
 */
import { countSites, findTimeMs, isWithin, type OriginTimes } from './origin-times.ts';

export interface Reached {
  readonly id: string;
  readonly timeMs: number;
}

/**
 * Destinations within the cutoff, nearest first, ties by id in code-unit order.
 *
 * @example
 * const timesMs = new Map([['HONDA_ZC', 3600000], ['NISSAN_HD1', 600000], ['TOYOTA_NS', 3600001]]);
 * listReached(timesMs, 3600).map((reached) => reached.id); // → ["NISSAN_HD1","HONDA_ZC"]
 */
export function listReached(timesMs: ReadonlyMap<string, number>, cutoffS: number): readonly Reached[] {
  return [...timesMs]
    .filter(([, timeMs]) => isWithin(timeMs, cutoffS))
    .map(([id, timeMs]) => ({ id, timeMs }))
    .toSorted((a, b) => a.timeMs - b.timeMs || (a.id < b.id ? -1 : 1));
}

/** How many suppliers and sites pass, of how many. */
export interface ReachCount {
  readonly suppliers: number;
  readonly ofSuppliers: number;
  readonly sites: number;
  readonly ofSites: number;
}

/**
 * Suppliers and sites that reach a group within the cutoff.
 *
 * @example
 * const near = { id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 600000]]) };
 * const far = { id: 'S2', site: 'Z2', timesMs: new Map([['nissan', Infinity]]) };
 * countReach([near, far], 'nissan', 3600);
 * // → { "suppliers": 1, "ofSuppliers": 2, "sites": 1, "ofSites": 2 }
 */
export function countReach(origins: readonly OriginTimes[], group: string, cutoffS: number): ReachCount {
  return countPassing(origins, (origin) => isWithin(findTimeMs(origin, group), cutoffS));
}

/**
 * Suppliers and sites for which a condition holds.
 *
 * @example
 * const near = { id: 'S1', site: 'Z1', timesMs: new Map([['nissan', 600000]]) };
 * countPassing([near], (origin) => origin.timesMs.size === 2).suppliers; // → 0
 */
export function countPassing<T extends OriginTimes>(
  origins: readonly T[],
  passes: (origin: T) => boolean,
): ReachCount {
  const passing = origins.filter(passes);
  return {
    suppliers: passing.length,
    ofSuppliers: origins.length,
    sites: countSites(passing),
    ofSites: countSites(origins),
  };
}

/**
 * A count of suppliers in the fixed form: how many of how many, at how many sites those stand. It is never
 * shown as a share alone, so that nobody takes our records for a sample.
 *
 * @example
 * toCountText({ suppliers: 12, ofSuppliers: 51, sites: 4, ofSites: 13 });
 * // → '12 of 51 placed suppliers at 13 sites'
 * toCountText({ suppliers: 0, ofSuppliers: 1, sites: 0, ofSites: 1 });
 * // → '0 of 1 placed supplier at 1 site'
 */
export function toCountText(count: ReachCount): string {
  const suppliers = count.ofSuppliers === 1 ? 'supplier' : 'suppliers';
  const sites = count.ofSites === 1 ? 'site' : 'sites';
  return `${count.suppliers} of ${count.ofSuppliers} placed ${suppliers} at ${count.ofSites} ${sites}`;
}

/**
 * The count by sites that stands beside it: many suppliers may share one industrial zone.
 *
 * @example
 * toSiteCountText({ suppliers: 12, ofSuppliers: 51, sites: 4, ofSites: 13 }); // → '4 of 13 sites'
 */
export function toSiteCountText(count: ReachCount): string {
  return `${count.sites} of ${count.ofSites} ${count.ofSites === 1 ? 'site' : 'sites'}`;
}
