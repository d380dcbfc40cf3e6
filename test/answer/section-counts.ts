/** Every set of the belt's sections counted from skims with the others closed as a modification: what tests compare with. */
import { skim } from '../../src/matrix/skim.ts';
import type { ValueMeasure } from '../../src/model/value.ts';
import { toSetting } from '../../src/network/setting.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { load } from './trip-data.ts';

export const SHIPPED = load('data');
export const BELT = ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R'];
export const CUTOFF_MS = 3_600_000;
export const SUPPLIERS = SHIPPED.suppliers.filter(({ zone, inSet2006 }) => zone !== null && inSet2006);
const SITES = SHIPPED.zones.filter(({ id }) => SUPPLIERS.some(({ zone }) => zone === id));
const PLANTS = SHIPPED.plants.filter(
  ({ group, kind, startOfProduction }) =>
    group !== null && kind === 'vehicle' && startOfProduction <= '2010-12-31',
);
const GROUPS = SHIPPED.header.groups.map(({ id }) => id);

/** Measures of a network with some sections closed, counted supplier by supplier from a skim. */
export interface Counted {
  readonly ms: number;
  readonly passes: number;
  readonly iOut: number;
  readonly i2: number;
  /** Makers whose plants are within the hour of one another, `from-to`. */
  readonly linked: ReadonlySet<string>;
}

function count(traffic: string, closed: readonly string[]): Counted {
  const scenario = findScenario(SHIPPED, '2010-with-belt');
  const modifications = closed.length === 0 ? [] : [{ kind: 'close', sections: closed } as const];
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: traffic });
  const origins = [...SITES, ...PLANTS];
  const { find } = skim(SHIPPED, { ...scenario, modifications }, setting, origins, PLANTS, {
    corners: false,
  });
  const plantsOf = (group: string): readonly string[] =>
    PLANTS.filter((plant) => plant.group === group).map(({ id }) => id);
  const timeMs = (site: string, group: string): number =>
    Math.min(...plantsOf(group).map((plant) => find(site, plant).timeMs));
  const pairs = SUPPLIERS.flatMap((one) =>
    GROUPS.map((group) => ({ one, group, ms: timeMs(one.zone ?? '', group) })),
  );
  const reached = (id: string): readonly string[] =>
    pairs.filter(({ one, ms }) => one.id === id && ms <= CUTOFF_MS).map(({ group }) => group);
  const tagged = SUPPLIERS.filter(({ keiretsu, tier }) => keiretsu !== null && tier === 1);
  const linked = GROUPS.flatMap((from) =>
    GROUPS.filter(
      (to) => to !== from && Math.min(...plantsOf(from).map((plant) => timeMs(plant, to))) <= CUTOFF_MS,
    ).map((to) => `${from}-${to}`),
  );
  return {
    ms: pairs.reduce((sum, { ms }) => sum + ms, 0),
    passes: pairs.filter(({ ms }) => ms <= CUTOFF_MS).length,
    iOut:
      tagged.filter(({ id, keiretsu }) => reached(id).some((group) => group !== keiretsu)).length /
      tagged.length,
    i2: SUPPLIERS.filter(({ id }) => reached(id).length >= 2).length / SUPPLIERS.length,
    linked: new Set(linked),
  };
}

/** Times of all pairs of a supplier and a maker. */
export function listPairMs(closed: readonly string[]): readonly number[] {
  const scenario = findScenario(SHIPPED, '2010-with-belt');
  const modifications = closed.length === 0 ? [] : [{ kind: 'close', sections: closed } as const];
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: 'free' });
  const { find } = skim(SHIPPED, { ...scenario, modifications }, setting, SITES, PLANTS, { corners: false });
  return SUPPLIERS.flatMap(({ zone }) =>
    GROUPS.map((group) =>
      Math.min(...PLANTS.filter((one) => one.group === group).map(({ id }) => find(zone ?? '', id).timeMs)),
    ),
  );
}

/** By set of the belt's sections, section i open where bit i is 1. */
const NETWORKS = new Map<string, readonly Counted[]>();

export function countAll(traffic: string): readonly Counted[] {
  const known = NETWORKS.get(traffic);
  if (known !== undefined) return known;
  const all = Array.from({ length: 2 ** BELT.length }, (_, set) =>
    count(
      traffic,
      BELT.filter((__, i) => (set & (1 << i)) === 0),
    ),
  );
  NETWORKS.set(traffic, all);
  return all;
}

export function toValue({ ms, ...rest }: Counted, none: Counted, measure: ValueMeasure): number {
  return measure === 'minutes' ? (none.ms - ms) / 1000 : rest[measure];
}

function listOrders(things: readonly number[]): readonly (readonly number[])[] {
  if (things.length === 0) return [[]];
  return things.flatMap((first) =>
    listOrders(things.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

export const ORDERS = listOrders(BELT.map((_, i) => i));

export function averageOrders(values: readonly number[]): readonly number[] {
  const sums = BELT.map(() => 0);
  for (const order of ORDERS) {
    let set = 0;
    for (const i of order) {
      sums[i] = (sums[i] ?? 0) + (values[set | (1 << i)] ?? NaN) - (values[set] ?? NaN);
      set |= 1 << i;
    }
  }
  return sums.map((sum) => sum / ORDERS.length);
}

export const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
