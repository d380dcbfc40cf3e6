/**
 * A city's graph with the places of a question in it: each origin a vertex that leads onto the roads it joins, each
 * destination one that they lead to. Any search then finds whole trips, first and last links cut where they are met.
 */
import { UNREACHED } from '../routing/bucket-queue.ts';
import type { Graph } from '../routing/graph.ts';
import type { PlacedGraph } from '../routing/order/part.ts';
import type { City, Site } from './city.ts';
import { findDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';
import { E7 } from '../units.ts';

export interface JoinedGraph {
  readonly graph: Graph & PlacedGraph;
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

/** Where every vertex lies, in units of 1e-7 degree. */
function toPlaces(
  { network, graph: { nodeOf } }: City,
  sites: readonly Site[],
): Pick<PlacedGraph, 'x' | 'y'> {
  const { lonE7, latE7 } = network.nodes;
  const [x, y] = [new Int32Array(nodeOf.length + sites.length), new Int32Array(nodeOf.length + sites.length)];
  for (const [vertex, node] of nodeOf.entries()) {
    x[vertex] = lonE7[node] as number;
    y[vertex] = latE7[node] as number;
  }
  for (const [i, { place }] of sites.entries()) {
    x[nodeOf.length + i] = Math.round(place.at[0] * E7);
    y[nodeOf.length + i] = Math.round(place.at[1] * E7);
  }
  return { x, y };
}

/** Trips that stay on one link. Only places that join the same one can have any: few of all pairs. */
function listDirect(
  city: City,
  starts: readonly (readonly SiteEdge[])[],
  goals: readonly (readonly SiteEdge[])[],
): readonly SiteEdge[] {
  const goalsOf = new Map<number, Set<number>>();
  for (const [i, ends] of goals.entries())
    for (const { label } of ends) goalsOf.set(label, (goalsOf.get(label) ?? new Set()).add(i));
  return starts.flatMap((ends) => {
    const near = new Set(ends.flatMap(({ label }) => [...(goalsOf.get(label) ?? [])]));
    return [...near].flatMap((i) => findDirect(city, ends, goals[i] as readonly SiteEdge[]) ?? []);
  });
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
    graph: { ...graph, ...toPlaces(city, [...from, ...to]) },
    origins,
    destinations,
    findSiteEdge: (edge) => extra[extraOf[edge] as number] ?? null,
  };
}
