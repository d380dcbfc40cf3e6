/**
 * robustMin: how many groups a supplier keeps within the cutoff in the worst case of one closed stretch of
 * through road, both directions. It is about the shape of the network; how often a road is closed is not in it.
 *
 * Only stretches that some used route runs on are closed. That loses nothing: a route untouched by the closing
 * is still there and nothing new has appeared, so the search still takes it and its time is the same; therefore
 * a stretch that none of a site's routes to groups within the cutoff uses cannot take a group from that site.
 */
import { findTimeMs, isWithin } from '../access/origin-times.ts';
import type { Stretch } from './stretches.ts';
import { countGroups, toMean, type SupplierTimes } from './supplier-times.ts';

/** Times in ms by group, of one site with one stretch closed. */
export type SiteTimes = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Closing {
  readonly stretches: readonly Stretch[];
  /** Features on the route of a site to the plant (for "every": the plants) that decide a group's time. */
  readonly listRouteFeatures: (site: string, group: string) => Iterable<string>;
  /** Group times by site with all features of a stretch closed; asked only for sites that it could touch. */
  readonly timeClosed: (stretch: Stretch, sites: readonly string[]) => SiteTimes;
}

/** A stretch without which a site has no way at all to a group: excepted from the minimum, and listed. */
export interface OnlyAccess {
  readonly stretch: string;
  readonly site: string;
  readonly group: string;
}

export interface RobustMin {
  /** Mean over suppliers of the smallest N_T; null when there is nobody. */
  readonly mean: number | null;
  /** Smallest N_T by site, and the stretch that causes it (null when none costs a group). */
  readonly worst: ReadonlyMap<string, { readonly groups: number; readonly stretch: string | null }>;
  readonly onlyAccess: readonly OnlyAccess[];
  /** Number of stretches closed, of all there are. */
  readonly closed: number;
  readonly stretches: number;
}

/**
 * The mean over placed suppliers of the smallest number of groups within the cutoff over all closings of one
 * stretch. Connectors are never closed. Where a closing leaves no way at all to a group, that group keeps its
 * place for this site and the stretch is listed: no detour would be measured, only the site's one road.
 *
 * @example
 * const closing = { stretches: [], listRouteFeatures: () => [], timeClosed: () => new Map() };
 * robustMin([], ['nissan'], 3600, closing).mean; // → null
 */
export function robustMin(
  suppliers: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
  closing: Closing,
): RobustMin {
  const bySite = new Map(suppliers.map((supplier) => [supplier.site, supplier]));
  const touched = listTouched([...bySite.values()], groups, cutoffS, closing);
  const worst = new Map<string, { groups: number; stretch: string | null }>();
  for (const [site, one] of bySite)
    worst.set(site, { groups: countGroups(one, groups, cutoffS), stretch: null });
  const onlyAccess: OnlyAccess[] = [];
  for (const [stretch, sites] of touched) {
    const times = closing.timeClosed(stretch, sites);
    for (const site of sites) {
      const open = bySite.get(site);
      if (open === undefined) continue;
      const kept = countKept(open, times.get(site) ?? new Map(), groups, cutoffS);
      onlyAccess.push(...kept.cutOff.map((group) => ({ stretch: stretch.id, site, group })));
      if (kept.groups < (worst.get(site)?.groups ?? 0))
        worst.set(site, { groups: kept.groups, stretch: stretch.id });
    }
  }
  const mean = toMean(suppliers.map((supplier) => worst.get(supplier.site)?.groups ?? 0));
  return { mean, worst, onlyAccess, closed: touched.length, stretches: closing.stretches.length };
}

/** Stretches on some used route, each with the sites whose routes use it, in the order of the stretches. */
function listTouched(
  sites: readonly SupplierTimes[],
  groups: readonly string[],
  cutoffS: number,
  closing: Closing,
): readonly (readonly [Stretch, readonly string[]])[] {
  const usersOf = new Map<string, Set<string>>();
  for (const one of sites) {
    for (const group of groups.filter((id) => isWithin(findTimeMs(one, id), cutoffS))) {
      for (const feature of closing.listRouteFeatures(one.site, group)) {
        usersOf.set(feature, (usersOf.get(feature) ?? new Set()).add(one.site));
      }
    }
  }
  return closing.stretches
    .map((stretch) => {
      const users = new Set(stretch.featureIds.flatMap((id) => [...(usersOf.get(id) ?? [])]));
      return [stretch, [...users].toSorted()] as const;
    })
    .filter(([, users]) => users.length > 0);
}

function countKept(
  open: SupplierTimes,
  closedMs: ReadonlyMap<string, number>,
  groups: readonly string[],
  cutoffS: number,
): { readonly groups: number; readonly cutOff: readonly string[] } {
  const within = groups.filter((group) => isWithin(findTimeMs(open, group), cutoffS));
  const cutOff = within.filter((group) => !Number.isFinite(closedMs.get(group) ?? Infinity));
  const kept = groups.filter((group) => isWithin(closedMs.get(group) ?? Infinity, cutoffS)).length;
  return { groups: kept + cutOff.length, cutOff };
}
