/**
 * A city's graph with the places of a question in it: each origin a vertex that leads onto the roads it joins, each
 * destination one that they lead to. Any search then finds whole trips, first and last links cut where they are met.
 */
import { UNREACHED } from '../../src/routing/bucket-queue.ts';
import { searchBounds } from '../../src/routing/bounds.ts';
import type { Graph } from '../../src/routing/graph.ts';
import { createLeastPathFinder } from '../../src/routing/least-path.ts';
import type { City, Site } from '../../src/city/city.ts';
import { buildCityGraph } from '../../src/city/graph.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from '../../src/city/ends.ts';

export interface JoinedGraph {
  readonly graph: Graph;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
  /** The way onto or off the roads that an edge stands for; null for a link. */
  readonly findSiteEdge: (edge: number) => SiteEdge | null;
}

function countOut(base: Graph, vertexCount: number, extra: readonly SiteEdge[]): Uint32Array {
  const firstOut = new Uint32Array(vertexCount + 1);
  for (const v of base.tail) firstOut[v + 1] = (firstOut[v + 1] as number) + 1;
  for (const { tail } of extra) firstOut[tail + 1] = (firstOut[tail + 1] as number) + 1;
  for (let v = 0; v < vertexCount; v += 1)
    firstOut[v + 1] = (firstOut[v + 1] as number) + (firstOut[v] as number);
  return firstOut;
}

/** The edges of a graph and more, and which of the latter each is; −1 for those of the graph. */
function addEdges(
  base: Graph,
  vertexCount: number,
  extra: readonly SiteEdge[],
): { readonly graph: Graph; readonly extraOf: Int32Array } {
  const edgeCount = base.edgeCount + extra.length;
  const firstOut = countOut(base, vertexCount, extra);
  const next = firstOut.slice();
  const [head, tail] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const [cost, label] = [new Int32Array(edgeCount), new Int32Array(edgeCount)];
  const length = new Float64Array(edgeCount);
  const extraOf = new Int32Array(edgeCount).fill(-1);
  const add = (from: number, to: number, ms: number, mm: number, step: number): number => {
    const e = next[from] as number;
    next[from] = e + 1;
    [tail[e], head[e], length[e], label[e]] = [from, to, mm, step];
    // Twelve days on one link are no way.
    cost[e] = Math.min(ms, UNREACHED);
    return e;
  };
  for (let e = 0; e < base.edgeCount; e += 1) {
    const [from, to] = [base.tail[e] as number, base.head[e] as number];
    add(from, to, base.cost[e] as number, base.length[e] as number, base.label[e] as number);
  }
  for (const [i, one] of extra.entries())
    extraOf[add(one.tail, one.head, one.timeMs, one.lengthMm, one.label)] = i;
  return { graph: { vertexCount, edgeCount, firstOut, head, tail, cost, length, label }, extraOf };
}

/** A city with a graph of the roads that are open today and no others, made for it alone. */
export function rebuild(city: City): City {
  return { ...city, graph: buildCityGraph(city.network, city.profile) };
}

/** The graph of a city for trips from some places to others. */
export function joinSites(city: City, from: readonly Site[], to: readonly Site[]): JoinedGraph {
  const base = city.graph.graph;
  const origins = from.map((_, i) => base.vertexCount + i);
  const destinations = to.map((_, i) => base.vertexCount + from.length + i);
  const starts = from.map((site, i) => listStarts(city, site.connectors, origins[i] as number));
  const goals = to.map((site, i) => listGoals(city, site.connectors, destinations[i] as number));
  const direct = listDirect(city, starts, goals);
  const extra = [...starts.flat(), ...goals.flat(), ...direct];
  const { graph, extraOf } = addEdges(base, base.vertexCount + from.length + to.length, extra);
  return {
    graph,
    origins,
    destinations,
    findSiteEdge: (edge) => extra[extraOf[edge] as number] ?? null,
  };
}

/** A trip over the joined graph, and the edges of its way. */
export interface JoinedTrip {
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly steps: readonly number[];
  readonly ends: readonly SiteEdge[];
}

/** Trips of all pairs over the joined graph, by origin and destination; null where there is none. */
export function listJoinedTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
): readonly (readonly (JoinedTrip | null)[])[] {
  const { graph, origins, destinations, findSiteEdge } = joinSites(city, from, to);
  const columns = destinations.map((destination) => {
    const bounds = searchBounds(graph, destination, graph.cost, graph.length);
    const findPath = createLeastPathFinder(graph, bounds);
    return origins.map((origin): JoinedTrip | null => {
      const path = findPath(origin);
      if (path === null) return null;
      return {
        timeMs: bounds.first[origin] as number,
        lengthMm: bounds.second[origin] as number,
        steps: path.map((edge) => graph.label[edge] as number),
        ends: path.flatMap((edge) => findSiteEdge(edge) ?? []),
      };
    });
  });
  return origins.map((_, row) => columns.map((column) => column[row] ?? null));
}
