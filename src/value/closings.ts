/**
 * Trip times with some roads closed. The network is built and searched once a destination; a closing then searches
 * only what went through the roads it closes.
 */
import type { Place } from '../network/connectors.ts';
import type { Setting } from '../network/setting.ts';
import { buildUncut, type UncutNetwork } from '../network/uncut.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { searchCosts } from '../routing/costs.ts';
import { DetourTree } from '../routing/detour-tree.ts';
import { toBackward, toForward, type Arcs } from '../routing/distances.ts';
import type { Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';

/** Milliseconds between two places by id; Infinity where there is no way. Throws RangeError for a pair not prepared. */
export type TimeBetween = (origin: string, destination: string) => number;

export interface Closings {
  readonly state: RoadState;
  /** With every road open. */
  readonly open: TimeBetween;
  /** With these features closed, both directions; null where no time changes. Features that are not open are no error. */
  readonly close: (features: Iterable<string>) => TimeBetween | null;
}

/** Costs of all origins to one destination, in their order. */
interface Costs {
  readonly open: Float64Array;
  /** `open` itself where nothing changes. */
  readonly close: (edges: readonly number[]) => Float64Array;
}

/** No path costs more: it leaves a vertex at most once. */
function boundPath({ vertexCount, firstOut, cost }: Graph): number {
  let sum = 0;
  for (let v = 0; v < vertexCount; v += 1) {
    sum += cost.subarray(firstOut[v], firstOut[v + 1]).reduce((most, one) => Math.max(most, one), 0);
  }
  return sum;
}

/** By repairing one tree; sums must fit. */
function repairCosts(
  arcs: readonly [along: Arcs, against: Arcs],
  destination: number,
  origins: readonly number[],
): Costs {
  const tree = new DetourTree(...arcs, destination, origins);
  const read = (): Float64Array =>
    Float64Array.from(origins, (v) => (tree.sum(v) === UNREACHED ? Infinity : tree.sum(v)));
  const open = read();
  return {
    open,
    close: (edges) => {
      if (tree.close(edges).length === 0) return open;
      const closed = read();
      tree.undo();
      return closed;
    },
  };
}

/** By a search each, whatever the sums. */
function searchFar(graph: Graph, destination: number, origins: readonly number[]): Costs {
  const search = (closed: Uint8Array | null): Float64Array => {
    const costs = searchCosts(graph, destination, closed);
    return Float64Array.from(origins, (v) => costs[v] as number);
  };
  const open = search(null);
  const close = (edges: readonly number[]): Float64Array => {
    const closed = new Uint8Array(graph.edgeCount);
    for (const edge of edges) closed[edge] = 1;
    const found = search(closed);
    return found.every((cost, i) => cost === open[i]) ? open : found;
  };
  return { open, close };
}

function prepare({ graph, originOf, destinationOf }: UncutNetwork): ReadonlyMap<string, Costs> {
  const origins = [...originOf.values()];
  const fits = boundPath(graph) < UNREACHED;
  const arcs = [toBackward(graph), toForward(graph)] as const;
  return new Map(
    [...destinationOf].map(([id, vertex]) => [
      id,
      fits ? repairCosts(arcs, vertex, origins) : searchFar(graph, vertex, origins),
    ]),
  );
}

function toTimeBetween(
  places: ReadonlyMap<string, number>,
  costs: ReadonlyMap<string, Float64Array>,
): TimeBetween {
  return (origin, destination) => {
    const timeMs = costs.get(destination)?.[places.get(origin) ?? -1];
    if (timeMs === undefined) throw new RangeError(`no such pair: ${JSON.stringify([origin, destination])}`);
    return timeMs;
  };
}

/**
 * Prepares closings in a road state between places. Times are those of `skim` of the same places after a `close`
 * modification, to the millisecond; a value of time and a clock in the setting are not heeded. Throws DataError for a
 * place off the map.
 */
export function createClosings(
  state: RoadState,
  setting: Setting,
  origins: readonly Place[],
  destinations: readonly Place[],
): Closings {
  const network = buildUncut(state, setting, origins, destinations);
  const { features, edgesOf, originOf } = network;
  const numbers = new Map(features.map((feature, i) => [feature, i]));
  const places = new Map([...originOf.keys()].map((id, i) => [id, i]));
  const prepared = prepare(network);
  const listBy = (read: (costs: Costs) => Float64Array): ReadonlyMap<string, Float64Array> =>
    new Map([...prepared].map(([id, costs]) => [id, read(costs)]));
  return {
    state,
    open: toTimeBetween(
      places,
      listBy(({ open }) => open),
    ),
    close: (closed) => {
      const edges = [...closed].flatMap((feature) => edgesOf[numbers.get(feature) ?? -1] ?? []);
      const costs = listBy(({ close }) => close(edges));
      const isSame = [...prepared].every(([id, { open }]) => costs.get(id) === open);
      return isSame ? null : toTimeBetween(places, costs);
    },
  };
}
