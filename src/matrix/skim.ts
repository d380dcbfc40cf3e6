/**
 * Times, lengths and tolls of every origin × destination in one scenario and setting. One search an origin;
 * a further destination changes no other cell.
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
import { toPath, type Tree } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
import { applyScenario } from '../scenario/apply.ts';
import { measurePath, type Cell } from './cell.ts';

export interface Skim {
  readonly scenario: Scenario;
  readonly setting: Setting;
  /** Ids in the order given. */
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
  /** Origin by origin, in the order given. */
  readonly cells: readonly Cell[];
  /** Throws RangeError for a pair that is not in the skim. */
  readonly find: (origin: string, destination: string) => Cell;
}

export interface SkimOptions {
  /** Search the favourable and the unfavourable corner as well (default true). */
  readonly corners?: boolean;
}

/** Sum of times along a chosen path; Infinity without one. */
function sumTimeMs(network: Network, tree: Tree, vertex: number): number {
  const path = toPath(network.graph, tree, vertex);
  return path === null ? Infinity : path.reduce((sum, edge) => sum + (network.timeMs[edge] as number), 0);
}

type RowOfTimes = readonly number[];

/** Times of one origin to every destination in a network of another corner. */
function listTimesMs(network: Network | null, origin: string, destinations: readonly Place[]): RowOfTimes {
  if (network === null) return destinations.map(() => NaN);
  const tree = searchTree(network.graph, getOriginVertex(network, origin));
  return destinations.map(({ id }) => sumTimeMs(network, tree, getDestinationVertex(network, id)));
}

interface Networks {
  readonly main: Network;
  readonly fast: Network | null;
  readonly slow: Network | null;
}

function listRow(
  { main, fast, slow }: Networks,
  origin: string,
  destinations: readonly Place[],
): readonly Cell[] {
  const tree = searchTree(main.graph, getOriginVertex(main, origin));
  const low = listTimesMs(fast, origin, destinations);
  const high = listTimesMs(slow, origin, destinations);
  return destinations.map(({ id }, i): Cell => {
    const service = measurePath(main, toPath(main.graph, tree, getDestinationVertex(main, id)));
    return { origin, destination: id, ...service, lowMs: low[i] ?? NaN, highMs: high[i] ?? NaN };
  });
}

function toPairKey(origin: string, destination: string): string {
  return JSON.stringify([origin, destination]);
}

function toFinder(cells: readonly Cell[]): Skim['find'] {
  const byPair = new Map(cells.map((cell) => [toPairKey(cell.origin, cell.destination), cell]));
  return (origin, destination) => {
    const cell = byPair.get(toPairKey(origin, destination));
    if (cell !== undefined) return cell;
    throw new RangeError(`no such pair in the skim: ${toPairKey(origin, destination)}`);
  };
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
  const networks: Networks = {
    main: build(setting.corner),
    fast: corners ? build('fast') : null,
    slow: corners ? build('slow') : null,
  };
  const cells = origins.flatMap(({ id }) => listRow(networks, id, destinations));
  const ids = { origins: origins.map(({ id }) => id), destinations: destinations.map(({ id }) => id) };
  return { scenario, setting, ...ids, cells, find: toFinder(cells) };
}
