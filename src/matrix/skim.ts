/**
 * Times, lengths and tolls of every origin × destination in one scenario and setting. One search an origin or
 * one a destination, whichever are fewer; a further place changes no other cell.
 *
 * A place to itself, or to another place at the same point, is a trip like any other: out to the road and
 * back by the shortest connector. It is not 0, because the search, the drawn route and the certificate of
 * such a trip would say otherwise, and a place a metre away would jump.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { buildNetwork, getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import type { Corner, Setting } from '../network/setting.ts';
import { searchBounds } from '../routing/bounds.ts';
import { searchCosts } from '../routing/costs.ts';
import { createLeastPathFinder } from '../routing/least-path.ts';
import { toPath } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
import { applyScenario } from '../scenario/apply.ts';
import { measurePath, type Cell } from './cell.ts';
import { createClockSearch } from './clock-search.ts';
import { keepByVertex, sumMs, toTimedPath, type TimedPath, type TripSearch } from './timed-path.ts';

export interface Skim {
  readonly scenario: Scenario;
  readonly setting: Setting;
  /** Ids in the order given. */
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
  /** Origin by origin, in the order given; found out with the first one that is asked for. */
  readonly cells: readonly Cell[];
  /** Throws RangeError for a pair that is not in the skim. */
  readonly find: (origin: string, destination: string) => Cell;
  /** The time of a pair alone: where corners were not asked for, ways are found out with the first cell only. */
  readonly findMs: (origin: string, destination: string) => number;
}

export interface SkimOptions {
  /** Search the favourable and the unfavourable corner as well (default true). */
  readonly corners?: boolean;
}

/** One search an origin. */
function searchForwards(network: Network): TripSearch {
  const { graph } = network;
  const treeOf = keepByVertex((origin) => searchTree(graph, origin));
  return toSearch(
    network,
    (origin, destination) => toPath(graph, treeOf(origin), destination),
    (origin, destination) => treeOf(origin).cost[destination] as number,
  );
}

/** One search a destination. */
function searchBackwards(network: Network): TripSearch {
  const { graph } = network;
  const finderOf = keepByVertex((destination) =>
    createLeastPathFinder(graph, searchBounds(graph, destination, graph.cost, graph.length)),
  );
  const costsOf = keepByVertex((destination) => searchCosts(graph, destination));
  return toSearch(
    network,
    (origin, destination) => finderOf(destination)(origin),
    (origin, destination) => costsOf(destination)[origin] as number,
  );
}

/** Times are the costs themselves where toll is not minimised. */
function toSearch(
  network: Network,
  trace: (origin: number, destination: number) => readonly number[] | null,
  findCost: TripSearch['findMs'],
): TripSearch {
  const findPath = (origin: number, destination: number): TimedPath | null => {
    const path = trace(origin, destination);
    return path === null ? null : toTimedPath(path);
  };
  if (network.setting.valueOfTimeCnyPerH === null) return { findPath, findMs: findCost };
  const findMs = (origin: number, destination: number): number => {
    const path = findPath(origin, destination);
    return path === null ? Infinity : sumMs(network, path);
  };
  return { findPath, findMs };
}

type Measure<T> = (origin: string, destination: string) => T;

/** Asks a search by the ids of places. */
function byPlace<T>(network: Network, find: (origin: number, destination: number) => T): Measure<T> {
  return (origin, destination) =>
    find(getOriginVertex(network, origin), getDestinationVertex(network, destination));
}

/** Finds a pair's place in the table. Throws RangeError for one that is not in it. */
function toFinder(origins: readonly Place[], destinations: readonly Place[]): Measure<number> {
  const rowOf = new Map(origins.map(({ id }, row) => [id, row]));
  const columnOf = new Map(destinations.map(({ id }, column) => [id, column]));
  return (origin, destination) => {
    const [row, column] = [rowOf.get(origin), columnOf.get(destination)];
    if (row !== undefined && column !== undefined) return row * destinations.length + column;
    throw new RangeError(`no such pair in the skim: ${JSON.stringify([origin, destination])}`);
  };
}

/** The network of the setting's own corner, and those of the favourable and the unfavourable one where they are asked for. */
interface Corners {
  readonly main: Network;
  readonly low: Network | null;
  readonly high: Network | null;
}

type Search = (network: Network) => TripSearch;

/** Cells from the networks of the three corners; NaN for a corner without one. */
function listCells(
  search: Search,
  { main, low, high }: Corners,
  origins: readonly string[],
  destinations: readonly string[],
): readonly Cell[] {
  const findPath = byPlace(main, search(main).findPath);
  const [findLow, findHigh] = [low, high].map((network): Measure<number> =>
    network === null ? () => NaN : byPlace(network, search(network).findMs),
  ) as [Measure<number>, Measure<number>];
  return origins.flatMap((origin) =>
    destinations.map((destination): Cell => {
      const service = measurePath(main, findPath(origin, destination));
      const [lowMs, highMs] = [findLow(origin, destination), findHigh(origin, destination)];
      return { origin, destination, ...service, lowMs, highMs };
    }),
  );
}

/** The searches of a table: of whichever ends are fewer, or by the clock. */
function chooseSearch(
  { clock }: Setting,
  ends: { readonly origins: readonly string[]; readonly destinations: readonly string[] },
): Search {
  if (clock !== null) return (network) => createClockSearch(network, ends);
  return ends.destinations.length < ends.origins.length ? searchBackwards : searchForwards;
}

/**
 * The skim of a scenario. Times are whole milliseconds, Infinity where unreachable. With a value of time the
 * route of least time plus toll is taken, and the corners are those of its own search: only without one do
 * they bound the time. Throws DataError for a scenario that cannot be applied and a place off the map.
 */
export function skim(
  dataset: Dataset,
  scenario: Scenario,
  setting: Setting,
  origins: readonly Place[],
  destinations: readonly Place[],
  options: SkimOptions = {},
): Skim {
  const state = applyScenario(dataset, scenario);
  const places = [...origins, ...destinations];
  const build = (corner: Corner): Network => buildNetwork(dataset, state, { ...setting, corner }, places);
  const corners = options.corners ?? true;
  const [low, high] = corners ? [build('fast'), build('slow')] : [null, null];
  const networks = { main: build(setting.corner), low, high };
  const ids = { origins: origins.map(({ id }) => id), destinations: destinations.map(({ id }) => id) };
  const search = chooseSearch(setting, ids);
  const findIndex = toFinder(origins, destinations);
  let made: readonly Cell[] | null = null;
  const list = (): readonly Cell[] => (made ??= listCells(search, networks, ids.origins, ids.destinations));
  let findBare: Measure<number> | null = null;
  return {
    ...{ scenario, setting, ...ids },
    get cells() {
      return list();
    },
    find: (origin, destination) => list()[findIndex(origin, destination)] as Cell,
    findMs: (origin, destination) => {
      const index = findIndex(origin, destination);
      if (corners || made !== null) return (list()[index] as Cell).timeMs;
      findBare ??= byPlace(networks.main, search(networks.main).findMs);
      return findBare(origin, destination);
    },
  };
}
