/**
 * The firms that the index leaves out, shown apart: independent tier-1 firms (no own group to be free from) and
 * tier-2 firms, whose market is the buyer documented for them and not an assembler.
 */
import type { Supplier } from '../model/place.ts';
import { countPassing, type ReachCount } from '../access/reach.ts';
import { findTimeMs, isWithin } from '../access/origin-times.ts';
import { countGroups, type SupplierTimes } from './supplier-times.ts';

/** How many independent tier-1 firms reach at least one, two, and all of the groups. */
export interface IndependentFirms {
  readonly atLeastOne: ReachCount;
  readonly atLeastTwo: ReachCount;
  readonly all: ReachCount;
}

/**
 * Counts for tier-1 firms without a keiretsu tag.
 *
 * @example
 * const one = { id: 'S1', site: 'Z1', timesMs: new Map(), ownGroup: null, tier: 1 as const, volume: null };
 * countIndependent([one], ['nissan'], 3600).atLeastOne.ofSuppliers; // → 1
 */
export function countIndependent(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
): IndependentFirms {
  const firms = suppliers.filter((supplier) => supplier.tier === 1 && supplier.ownGroup === null);
  const reaching = (least: number): ReachCount =>
    countPassing(firms, (firm) => countGroups(firm, groups, cutoffS) >= least);
  return { atLeastOne: reaching(1), atLeastTwo: reaching(2), all: reaching(groups.length) };
}

/** A tier-2 firm and the way to its documented buyer. */
export interface TierTwoFirm {
  readonly supplier: string;
  /** Supplier or group id; null = no buyer documented. */
  readonly buyer: string | null;
  /** Infinity: not reached. Null: not computable, because no buyer is documented or its site is unknown. */
  readonly timeMs: number | null;
  readonly reached: boolean | null;
}

/**
 * Tier-2 firms to their documented buyers. `timeBetweenSites` gives the ms from one site to another for buyers
 * that are suppliers; a buyer that is a group is read from the firm's own times.
 *
 * @example
 * listTierTwo([], [], ['nissan'], 3600, () => Infinity); // → []
 */
export function listTierTwo(
  suppliers: readonly SupplierTimes[],
  records: readonly Supplier[],
  groups: readonly string[],
  cutoffS: number,
  timeBetweenSites: (fromSite: string, toSite: string) => number,
): readonly TierTwoFirm[] {
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return suppliers
    .filter((supplier) => supplier.tier === 2)
    .map((supplier) => {
      const buyer = recordOf.get(supplier.id)?.buyer ?? null;
      const timeMs = findTimeToBuyer(supplier, buyer, recordOf, groups, timeBetweenSites);
      return {
        supplier: supplier.id,
        buyer,
        timeMs,
        reached: timeMs === null ? null : isWithin(timeMs, cutoffS),
      };
    });
}

function findTimeToBuyer(
  supplier: SupplierTimes,
  buyer: string | null,
  recordOf: ReadonlyMap<string, Supplier>,
  groups: readonly string[],
  timeBetweenSites: (fromSite: string, toSite: string) => number,
): number | null {
  if (buyer === null) return null;
  if (groups.includes(buyer)) return findTimeMs(supplier, buyer);
  const site = recordOf.get(buyer)?.zone ?? null;
  return site === null ? null : timeBetweenSites(supplier.site, site);
}
