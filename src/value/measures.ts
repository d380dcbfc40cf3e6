/** What is read off the times of some origins to the assembler groups: the measures that a road may change. */
import { toGroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { iOut } from '../independence/i-out.ts';
import { i2 } from '../independence/share-of-groups.ts';
import { countGroups, type SupplierTimes } from '../independence/supplier-times.ts';
import type { ValueMeasure } from '../model/value.ts';
import type { TimeBetween } from './closings.ts';

/** A place trips begin at; what a keiretsu says of it is there for suppliers alone. */
type Traveller = Omit<SupplierTimes, 'timesMs'> & { readonly isSupplier: boolean };

/** Whose trips are measured. */
export interface Travel {
  readonly travellers: readonly Traveller[];
  /** Sites of the travellers, each once. */
  readonly sites: readonly string[];
  readonly groups: readonly GroupPlants[];
  readonly cutoffS: number;
  readonly toleranceS: number;
}

/** Milliseconds by site, then by group, in the order of the travel. */
export type GroupTimes = Float64Array;

/** Times of every site to every group. */
export function listGroupTimes({ sites, groups }: Travel, timeBetween: TimeBetween): GroupTimes {
  return Float64Array.from(
    sites.flatMap((site) =>
      groups.map(
        ({ choice, plants }) => toGroupTime(choice, plants, (plant) => timeBetween(site, plant)).timeMs,
      ),
    ),
  );
}

/** The travellers with their times. */
function listTravellerTimes(
  { travellers, sites, groups }: Travel,
  timesMs: GroupTimes,
): readonly (SupplierTimes & Traveller)[] {
  const rows = new Map(
    sites.map((site, i) => [
      site,
      new Map(groups.map(({ group }, k) => [group, timesMs[i * groups.length + k] as number])),
    ]),
  );
  return travellers.map((one) => ({ ...one, timesMs: rows.get(one.site) ?? new Map<string, number>() }));
}

/** Travellers by site, in the order of the sites: what a site's time counts. */
export function countTravellers({ travellers, sites }: Travel): readonly number[] {
  return sites.map((site) => travellers.filter((one) => one.site === site).length);
}

/**
 * Milliseconds over all pairs of a traveller and a group that the mask lets count. A pair without a way would make the
 * sum say nothing: it is for the caller to mask it in every network compared.
 */
export function sumMs(travel: Travel, timesMs: GroupTimes, counted: (pair: number) => boolean): number {
  const counts = countTravellers(travel);
  const width = travel.groups.length;
  return timesMs.reduce(
    (sum, timeMs, pair) => (counted(pair) ? sum + timeMs * (counts[Math.floor(pair / width)] ?? 0) : sum),
    0,
  );
}

/** A measure of reach: a count of pairs, or a share; null = nobody to count. */
export function measureReach(
  travel: Travel,
  timesMs: GroupTimes,
  measure: Exclude<ValueMeasure, 'minutes'>,
): number | null {
  const { groups, cutoffS } = travel;
  const ids = groups.map(({ group }) => group);
  const all = listTravellerTimes(travel, timesMs);
  if (measure === 'passes') return all.reduce((sum, one) => sum + countGroups(one, ids, cutoffS), 0);
  const suppliers = all.filter(({ isSupplier }) => isSupplier);
  return measure === 'iOut' ? iOut(suppliers, ids, cutoffS) : i2(suppliers, ids, cutoffS);
}

/** The unit a measure is given in. */
export const UNITS = { minutes: 's', passes: 'pairs', iOut: 'share', i2: 'share' } as const satisfies Record<
  ValueMeasure,
  string
>;
