/**
 * The way of a trip over a city's own graph: from a place onto the roads, along them, and off them to another place. Of
 * equally fast ways the shortest, of those the one of the smaller steps; a way that is the only one is followed, where
 * there are several they become a small graph of their own and are compared there.
 */
import type { BoundSeed, SeededBounds } from '../routing/bounds.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { buildGraph, type EdgeInput } from '../routing/graph.ts';
import { createLeastPathFinder } from '../routing/least-path.ts';
import { mendBounds } from '../routing/mended-bounds.ts';
import { searchNearBounds } from '../routing/near-bounds.ts';
import type { City } from './city.ts';
import type { SiteEdge } from './ends.ts';

/** What is still to drive to one destination, from every vertex. */
export interface Destination {
  readonly bounds: SeededBounds;
  readonly goals: readonly SiteEdge[];
  /** Ways off the roads by the vertex they leave. */
  readonly goalsAt: ReadonlyMap<number, readonly SiteEdge[]>;
}

/** An edge of the city's graph, or a way onto or off the roads. */
export type WayEdge = number | SiteEdge;

export interface Way {
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly edges: readonly WayEdge[];
}

/** Twelve days on one link are no way. */
export const toWayMs = ({ timeMs }: SiteEdge): number => Math.min(timeMs, UNREACHED);

const toSeeds = (goals: readonly SiteEdge[]): readonly BoundSeed[] =>
  goals.map((goal) => ({ vertex: goal.tail, first: toWayMs(goal), second: goal.lengthMm }));

/** Searches from everywhere to a destination. */
export function openDestination({ graph }: City, goals: readonly SiteEdge[]): Destination {
  const goalsAt = new Map<number, SiteEdge[]>();
  for (const goal of goals) goalsAt.set(goal.tail, [...(goalsAt.get(goal.tail) ?? []), goal]);
  return { bounds: searchNearBounds(graph.graph, toSeeds(goals), graph.closedFrom), goals, goalsAt };
}

/** The same destination over the same edges after some of them changed, and where the way there may be another. */
export function mendDestination(
  before: City,
  { graph: { graph, closedFrom } }: City,
  { bounds, goals, goalsAt }: Destination,
  edges: readonly number[],
): { readonly destination: Destination; readonly isOther: Uint8Array } {
  const known = { graph: before.graph.graph, bounds };
  const mended = mendBounds(known, graph, edges, toSeeds(goals), closedFrom);
  return { destination: { bounds: mended.bounds, goals, goalsAt }, isOther: mended.isOther };
}

/** What is left to drive, by both measures. */
type Left = readonly [first: number, second: number];

/** A step of the way: the edge, and the vertex it leads to; null = the destination. */
interface Option {
  readonly edge: WayEdge;
  readonly to: number | null;
}

/** Edges out of a vertex that lie on a least way. */
function listOptions(
  { graph: { graph, closedFrom } }: City,
  destination: Destination,
  vertex: number,
): Option[] {
  const { bounds, goalsAt } = destination;
  const { firstOut, head, cost, length } = graph;
  const { first, second } = bounds;
  const [firstLeft, secondLeft] = [first[vertex] as number, second[vertex] as number];
  const options: Option[] = [];
  for (let e = firstOut[vertex] as number; e < (firstOut[vertex + 1] as number); e += 1) {
    const to = head[e] as number;
    if ((cost[e] as number) >= closedFrom || (first[to] as number) + (cost[e] as number) !== firstLeft)
      continue;
    if ((second[to] as number) + (length[e] as number) === secondLeft) options.push({ edge: e, to });
  }
  for (const goal of goalsAt.get(vertex) ?? [])
    if (toWayMs(goal) === firstLeft && goal.lengthMm === secondLeft) options.push({ edge: goal, to: null });
  return options;
}

/** First edges of the least ways from a place, and what those take. */
function listFirst(
  { bounds: { first, second } }: Destination,
  starts: readonly SiteEdge[],
  direct: SiteEdge | null,
): { readonly least: Left; readonly options: readonly Option[] } {
  const all = starts.map((start): { option: Option; left: Left } => {
    const left = [
      toWayMs(start) + (first[start.head] as number),
      start.lengthMm + (second[start.head] as number),
    ];
    return { option: { edge: start, to: start.head }, left: left as unknown as Left };
  });
  if (direct !== null)
    all.push({ option: { edge: direct, to: null }, left: [toWayMs(direct), direct.lengthMm] });
  const leastMs = Math.min(Infinity, ...all.map(({ left }) => left[0]));
  const fast = all.filter(({ left }) => left[0] === leastMs);
  const leastMm = Math.min(Infinity, ...fast.map(({ left }) => left[1]));
  const options = fast.filter(({ left }) => left[1] === leastMm).map(({ option }) => option);
  return { least: [leastMs, leastMm], options };
}

/** The one way there is; null where somewhere there are several. */
function followOnly(city: City, destination: Destination, begin: readonly Option[]): WayEdge[] | null {
  const edges: WayEdge[] = [];
  for (let options = begin; ;) {
    const [only] = options;
    if (only === undefined || options.length > 1) return null;
    edges.push(only.edge);
    if (only.to === null) return edges;
    options = listOptions(city, destination, only.to);
  }
}

/** Vertices on least ways, each with the edges out of it. */
function gather(
  city: City,
  destination: Destination,
  begin: readonly Option[],
): ReadonlyMap<number, readonly Option[]> {
  const found = new Map<number, readonly Option[]>();
  const waiting = begin.map(({ to }) => to);
  for (let to = waiting.pop(); to !== undefined; to = waiting.pop()) {
    if (to === null || found.has(to)) continue;
    const options = listOptions(city, destination, to);
    found.set(to, options);
    waiting.push(...options.map((one) => one.to));
  }
  return found;
}

/** The least of several ways: a graph of them alone, its vertices and edges in the order of the city's. */
function choose(
  { graph: { graph } }: City,
  destination: Destination,
  least: Left,
  begin: readonly Option[],
  found: ReadonlyMap<number, readonly Option[]>,
): readonly WayEdge[] {
  const vertices = [...found.keys()].toSorted((a, b) => a - b);
  const [origin, target] = [vertices.length, vertices.length + 1];
  const numberOf = new Map(vertices.map((vertex, i) => [vertex, i]));
  const ways: WayEdge[] = [];
  const edges: EdgeInput[] = [];
  const add = (tail: number, { edge, to }: Option): void => {
    const head = to === null ? target : (numberOf.get(to) as number);
    ways.push(edge);
    edges.push(
      typeof edge === 'number'
        ? {
            ...{ tail, head, cost: graph.cost[edge] as number, length: graph.length[edge] as number },
            label: graph.label[edge] as number,
          }
        : { tail, head, cost: toWayMs(edge), length: edge.lengthMm, label: edge.label },
    );
  };
  for (const [i, vertex] of vertices.entries()) for (const option of found.get(vertex) ?? []) add(i, option);
  for (const option of begin) add(origin, option);
  const small = buildGraph(vertices.length + 2, edges);
  const pick = (all: Float64Array, own: number): Float64Array =>
    Float64Array.from([...vertices.map((vertex) => all[vertex] as number), own, 0]);
  const { first, second } = destination.bounds;
  const bounds = {
    ...{ target, first: pick(first, least[0]), second: pick(second, least[1]) },
    edge: new Int32Array(vertices.length + 2),
  };
  const path = createLeastPathFinder(small.graph, bounds)(origin) ?? [];
  return path.map((edge) => ways[small.order[edge] as number] as WayEdge);
}

/** The way from a place to a destination; null where there is none. */
export function findWay(
  city: City,
  destination: Destination,
  starts: readonly SiteEdge[],
  direct: SiteEdge | null,
): Way | null {
  const { least, options } = listFirst(destination, starts, direct);
  const [timeMs, lengthMm] = least;
  if (timeMs === Infinity) return null;
  const only = followOnly(city, destination, options);
  if (only !== null) return { timeMs, lengthMm, edges: only };
  const found = gather(city, destination, options);
  return { timeMs, lengthMm, edges: choose(city, destination, least, options, found) };
}
