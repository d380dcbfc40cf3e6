/** What one set of values says in one scenario: times of every supplier's site to every group, shares, verdicts. */
import { isWithin } from '../access/origin-times.ts';
import { toGroupTime } from '../condition/groups.ts';
import { listGroupPairs, type GroupPlants } from '../condition/group-pairs.ts';
import { judgeIndex } from '../flowchart/reading.ts';
import { iOut } from '../independence/i-out.ts';
import { i2 } from '../independence/share-of-groups.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import type { ConfidenceMeasure } from '../model/confidence.ts';
import type { FlowchartNode } from '../model/flowchart.ts';
import type { PlacedSupplier } from '../condition/population.ts';
import { findMovedConnectors, drawRoads, searchTimesTo, type Roads, type TimesTo } from './trip-times.ts';
import type { Drawn } from './dimensions.ts';
import type { Values } from './values.ts';

/** What is asked of every draw. */
export interface Asked {
  readonly drawn: Drawn;
  readonly groups: readonly GroupPlants[];
  readonly suppliers: readonly PlacedSupplier[];
  /** Sites of the suppliers, each once. */
  readonly sites: readonly string[];
  readonly cutoffS: number;
  /** Nodes of the flowchart that hang on times; null where no chart has one. */
  readonly belt: FlowchartNode | null;
  readonly independence: FlowchartNode | null;
}

export interface Outcome {
  /** Milliseconds by site, then by group, in the order of the question. */
  readonly timesMs: Float64Array;
  /** Milliseconds of the directed pairs of groups. */
  readonly pairsMs: Float64Array;
  readonly shares: Readonly<Record<ConfidenceMeasure, number | null>>;
  /** By id of `ConfidenceVerdict`. */
  readonly verdicts: ReadonlyMap<string, boolean>;
  /** A place was moved off the map. */
  readonly offMap: boolean;
}

type Connectors = ReadonlyMap<string, ReturnType<typeof findMovedConnectors>>;

/** Connectors of all places in a draw: the same in every scenario. */
export function findAllConnectors({ drawn }: Asked, { at }: Values): Connectors {
  const { dataset, places } = drawn;
  return new Map(places.map((place) => [place.id, findMovedConnectors(dataset, place, at.get(place.id))]));
}

function createTimer(
  roads: Roads,
  values: Values,
  connectors: Connectors,
): (from: string, to: string) => number {
  const drawn = drawRoads(roads, values);
  const searches = new Map<string, TimesTo>();
  return (from, to) => {
    const timesTo = searches.get(to) ?? searchTimesTo(drawn, connectors.get(to) ?? null);
    searches.set(to, timesTo);
    return timesTo(connectors.get(from) ?? null);
  };
}

function listSupplierTimes(
  { suppliers, sites, groups }: Asked,
  timesMs: Float64Array,
  { untagged }: Values,
): readonly SupplierTimes[] {
  const bySite = new Map(
    sites.map((site, i) => [
      site,
      new Map(groups.map(({ group }, k) => [group, timesMs[i * groups.length + k] as number])),
    ]),
  );
  return suppliers.map(({ id, zone: site, keiretsu, tier, volume }) => {
    const ownGroup = untagged.has(id) ? null : keiretsu;
    return { id, site, timesMs: bySite.get(site) ?? new Map<string, number>(), ownGroup, tier, volume };
  });
}

/** Shares of the suppliers by site times at a cutoff. */
function measure(
  groups: readonly GroupPlants[],
  suppliers: readonly SupplierTimes[],
  cutoffS: number,
): Outcome['shares'] {
  const ids = groups.map(({ group }) => group);
  const within = suppliers.reduce(
    (sum, { timesMs }) => sum + ids.filter((id) => isWithin(timesMs.get(id) ?? Infinity, cutoffS)).length,
    0,
  );
  const count = suppliers.length * ids.length;
  return {
    pairs: count === 0 ? null : within / count,
    iOut: iOut(suppliers, ids, cutoffS),
    i2: i2(suppliers, ids, cutoffS),
  };
}

/** The shares of an outcome at another cutoff: its times do not hang on it. */
export function measureAt(
  asked: Asked,
  values: Values,
  { timesMs }: Pick<Outcome, 'timesMs'>,
  cutoffS: number,
): Outcome['shares'] {
  return measure(asked.groups, listSupplierTimes(asked, timesMs, values), cutoffS);
}

/** Id of the verdict on one directed pair of groups. */
export function toPairId(from: string, to: string): string {
  return `pair:${from}-${to}`;
}

/** Everything that is asked, for one set of values in one scenario. */
export function findOutcome(asked: Asked, roads: Roads, values: Values, connectors: Connectors): Outcome {
  const { groups, sites, cutoffS, belt, independence } = asked;
  const timeBetween = createTimer(roads, values, connectors);
  const timesMs = Float64Array.from(
    sites.flatMap((site) =>
      groups.map(
        ({ choice, plants }) => toGroupTime(choice, plants, (plant) => timeBetween(site, plant)).timeMs,
      ),
    ),
  );
  const pairs = listGroupPairs(groups, timeBetween);
  const shares = measureAt(asked, values, { timesMs }, cutoffS);
  const linked = pairs.filter(({ timeMs }) => isWithin(timeMs, cutoffS)).length;
  const verdicts = new Map<string, boolean>();
  if (belt !== null && pairs.length > 0) verdicts.set('belt', judgeIndex(belt, linked) === 'yes');
  if (independence !== null && shares.iOut !== null)
    verdicts.set('independence', judgeIndex(independence, shares.iOut) === 'yes');
  for (const { from, to, timeMs } of pairs) verdicts.set(toPairId(from, to), isWithin(timeMs, cutoffS));
  const offMap = [...connectors.values()].includes(null);
  return { timesMs, pairsMs: Float64Array.from(pairs, ({ timeMs }) => timeMs), shares, verdicts, offMap };
}
