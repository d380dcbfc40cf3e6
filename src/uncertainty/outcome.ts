/** What one set of values says in one scenario: times of every origin's site to every group, shares, verdicts. */
import { isWithin } from '../access/origin-times.ts';
import { toGroupTime } from '../condition/groups.ts';
import { listGroupPairs, type GroupPlants } from '../condition/group-pairs.ts';
import { judgeIndex } from '../flowchart/reading.ts';
import { iOut } from '../independence/i-out.ts';
import { i2 } from '../independence/share-of-groups.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { ConfidenceMeasure } from '../model/confidence.ts';
import type { FlowchartNode } from '../model/flowchart.ts';
import type { PlacedSupplier } from '../condition/population.ts';
import type { MoveRoads } from '../network/connectors.ts';
import type { Roads } from '../network/road-pieces.ts';
import type { RoadState } from '../scenario/apply.ts';
import { findMovedConnectors, drawRoads, searchTimesTo, type TimesTo } from './trip-times.ts';
import type { Drawn } from './dimensions.ts';
import { createMover } from './shifts.ts';
import type { Values } from './values.ts';

/** What is asked of every draw. */
export interface Asked {
  readonly drawn: Drawn;
  readonly groups: readonly GroupPlants[];
  /** Places trips begin at. */
  readonly origins: readonly AnswerOrigin[];
  /** The origins were asked for by name. */
  readonly isNamed: boolean;
  /** Suppliers among the origins: the shares are of them. */
  readonly suppliers: readonly PlacedSupplier[];
  /** Sites of the origins, each once. */
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

function listConnectors(
  { drawn }: Asked,
  state: RoadState,
  { at }: Values,
  move: MoveRoads | null,
): Connectors {
  return new Map(
    drawn.places.map((place) => [place.id, findMovedConnectors(state, place, at.get(place.id), move)]),
  );
}

/** The scenario leaves every place and every road to join where the data have them. */
function isPlain({ drawn }: Asked, { dataset, at, absent }: RoadState): boolean {
  return dataset === drawn.dataset && at.size === 0 && absent.size === 0;
}

/** Connectors of all places in a draw, by state: found once for the states that build and move nothing. */
export function createConnectorFinder(asked: Asked, values: Values): (state: RoadState) => Connectors {
  const move = createMover(values);
  let plain: Connectors | null = null;
  return (state) => {
    if (!isPlain(asked, state)) return listConnectors(asked, state, values, move);
    plain ??= listConnectors(asked, state, values, move);
    return plain;
  };
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

type TimesMs = ReadonlyMap<string, number>;

/** Times to every group, by site. */
function toTimesBySite({ sites, groups }: Asked, timesMs: Float64Array): ReadonlyMap<string, TimesMs> {
  const toRow = (i: number): TimesMs =>
    new Map(groups.map(({ group }, k) => [group, timesMs[i * groups.length + k] as number]));
  return new Map(sites.map((site, i) => [site, toRow(i)]));
}

const NOWHERE: TimesMs = new Map();

function listSupplierTimes(
  { suppliers }: Asked,
  bySite: ReadonlyMap<string, TimesMs>,
  { untagged }: Values,
): readonly SupplierTimes[] {
  return suppliers.map(({ id, zone: site, keiretsu, tier, volume }) => {
    const ownGroup = untagged.has(id) ? null : keiretsu;
    return { id, site, timesMs: bySite.get(site) ?? NOWHERE, ownGroup, tier, volume };
  });
}

/** Share of the pairs of an origin and a group within the cutoff; null where there is none. */
function measurePairs(
  { origins, groups }: Asked,
  bySite: ReadonlyMap<string, TimesMs>,
  cutoffS: number,
): number | null {
  const count = origins.length * groups.length;
  const isReached = (site: string, group: string): boolean =>
    isWithin(bySite.get(site)?.get(group) ?? Infinity, cutoffS);
  const within = origins.reduce(
    (sum, { site }) => sum + groups.filter(({ group }) => isReached(site, group)).length,
    0,
  );
  return count === 0 ? null : within / count;
}

/** The suppliers of an outcome with their times and tags. */
export function listOutcomeSuppliers(
  asked: Asked,
  values: Values,
  { timesMs }: Pick<Outcome, 'timesMs'>,
): readonly SupplierTimes[] {
  return listSupplierTimes(asked, toTimesBySite(asked, timesMs), values);
}

/** The shares of an outcome at another cutoff: its times do not hang on it. */
export function measureAt(
  asked: Asked,
  values: Values,
  { timesMs }: Pick<Outcome, 'timesMs'>,
  cutoffS: number,
): Outcome['shares'] {
  const bySite = toTimesBySite(asked, timesMs);
  const suppliers = listSupplierTimes(asked, bySite, values);
  const ids = asked.groups.map(({ group }) => group);
  return {
    pairs: measurePairs(asked, bySite, cutoffS),
    iOut: iOut(suppliers, ids, cutoffS),
    i2: suppliers.length === 0 ? null : i2(suppliers, ids, cutoffS),
  };
}

/** Id of the verdict on one directed pair of groups. */
function toPairId(from: string, to: string): string {
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
