/** The same roads in other packages from npm, each asked in its own way; every answer comes back as a sum. */
import { MultiDirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import createGraph from 'ngraph.graph';
import { nba } from 'ngraph.path';
import * as finderPackage from 'geojson-path-finder';
import { UNREACHED } from '../../../src/routing/bucket-queue.ts';
import type { City } from '../../routing/city.ts';

type Weighted = MultiDirectedGraph<Record<string, unknown>, { readonly timeMs: number }>;
type FindSum = (source: number, target: number) => number;

/** Cost of the cheapest edge between neighbours. */
export function listCheapest({ graph }: City): ReadonlyMap<number, number> {
  const cheapest = new Map<number, number>();
  for (const [edge, cost] of graph.cost.entries()) {
    const key = (graph.tail[edge] ?? 0) * graph.vertexCount + (graph.head[edge] ?? 0);
    cheapest.set(key, Math.min(cost, cheapest.get(key) ?? Infinity));
  }
  return cheapest;
}

/** graphology-shortest-path: a tree as paths of nodes. */
export function createGraphology({
  graph,
}: City): (source: number) => Readonly<Record<string, readonly string[]>> {
  const other: Weighted = new MultiDirectedGraph();
  for (let v = 0; v < graph.vertexCount; v += 1) other.addNode(String(v));
  for (const [edge, cost] of graph.cost.entries())
    other.addDirectedEdge(String(graph.tail[edge]), String(graph.head[edge]), { timeMs: cost });
  return (source) => dijkstra.singleSource(other, String(source), 'timeMs');
}

/** Least cost of an edge for its straight length: what is still to come costs at least that. */
function findLeastPace({ graph, x, y }: City): number {
  let pace = Infinity;
  for (const [edge, cost] of graph.cost.entries()) {
    const [a, b] = [graph.tail[edge] ?? 0, graph.head[edge] ?? 0];
    const away = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
    if (away > 0 && cost < UNREACHED) pace = Math.min(pace, cost / away);
  }
  return pace;
}

/** ngraph.path: its fastest, NBA*, with the straight line as its bound. */
export function createNgraph(city: City, cheapest: ReadonlyMap<number, number>): FindSum {
  const { graph, x, y } = city;
  const other = createGraph<number, number>();
  for (let v = 0; v < graph.vertexCount; v += 1) other.addNode(v, v);
  for (const [key, cost] of cheapest)
    other.addLink(Math.floor(key / graph.vertexCount), key % graph.vertexCount, cost);
  const pace = findLeastPace(city);
  const finder = nba(other, {
    oriented: true,
    distance: (_from, _to, link) => link.data,
    heuristic: ({ data: a }, { data: b }) =>
      pace * Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)),
  });
  return (source, target) => {
    // The path comes from its end.
    const path = finder.find(source, target).map(({ data }) => data);
    return path.slice(1).reduce((sum, v, i) => {
      return sum + (cheapest.get(v * graph.vertexCount + (path[i] ?? 0)) ?? NaN);
    }, 0);
  };
}

type Finder = {
  readonly findPath: (start: unknown, end: unknown) => { readonly weight: number } | undefined;
};
type FinderClass = new (network: unknown, options: unknown) => Finder;

/** The package is CommonJS with a default of its own. */
function findFinderClass(): FinderClass {
  const inner = finderPackage.default as unknown;
  return (
    typeof inner === 'function' ? inner : (inner as { readonly default: unknown }).default
  ) as FinderClass;
}

/**
 * geojson-path-finder: a line for every two neighbours, with places in degrees so small that none fall together. An edge
 * that costs nothing is closed to it.
 */
export function createGeojsonFinder({ graph, x, y }: City, cheapest: ReadonlyMap<number, number>): FindSum {
  const { vertexCount } = graph;
  const at = (v: number): readonly [number, number] => [(x[v] ?? 0) / 1e4, (y[v] ?? 0) / 1e4];
  const features = [...cheapest].flatMap(([key, forward]) => {
    const [a, b] = [Math.floor(key / vertexCount), key % vertexCount];
    const back = cheapest.get(b * vertexCount + a);
    if (back !== undefined && b < a) return [];
    const geometry = { type: 'LineString', coordinates: [at(a), at(b)] };
    return [{ type: 'Feature', properties: { forward, backward: back ?? 0 }, geometry }];
  });
  const finder = new (findFinderClass())(
    { type: 'FeatureCollection', features },
    {
      tolerance: 1e-4,
      weight: (_a: unknown, _b: unknown, costs: unknown) => costs,
    },
  );
  const toPoint = (v: number) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: at(v) },
  });
  return (source, target) => finder.findPath(toPoint(source), toPoint(target))?.weight ?? Infinity;
}
