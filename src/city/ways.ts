/**
 * The way of a trip over a city's own graph: from a place onto the roads, along them, and off them to another place. Of
 * equally fast ways the shortest, of those the one of the smaller steps.
 */
import type { BoundSeed, SeededBounds } from '../routing/bounds.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { BoundsMender } from '../routing/mended-bounds.ts';
import { searchNearBounds } from '../routing/near-bounds.ts';
import type { CityGraph } from './graph.ts';
import type { SiteEdge } from './ends.ts';

/** The graph that ways are found on. */
export interface WayRoads {
  readonly graph: Pick<CityGraph, 'graph' | 'closedFrom'>;
}

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
export function openDestination({ graph }: WayRoads, goals: readonly SiteEdge[]): Destination {
  const goalsAt = new Map<number, SiteEdge[]>();
  for (const goal of goals) goalsAt.set(goal.tail, [...(goalsAt.get(goal.tail) ?? []), goal]);
  return { bounds: searchNearBounds(graph.graph, toSeeds(goals), graph.closedFrom), goals, goalsAt };
}

/** What finds a destination again after changes, kept for as long as the destination is. */
const MENDERS = new WeakMap<Destination, BoundsMender>();

/**
 * The same destination over the same edges after some of them changed, and where the way there may be another; until it
 * is asked for after other changes.
 */
export function mendDestination(
  before: WayRoads,
  { graph: { graph, closedFrom } }: WayRoads,
  destination: Destination,
  edges: readonly number[],
): { readonly destination: Destination; readonly isOther: Uint8Array } {
  const { bounds, goals } = destination;
  const known = { graph: before.graph.graph, bounds };
  const mender = MENDERS.get(destination) ?? new BoundsMender(known, toSeeds(goals), closedFrom);
  MENDERS.set(destination, mender);
  const mended = mender.mend(graph, edges);
  return { destination: { ...destination, bounds: mended.bounds }, isOther: mended.isOther };
}

/** What is left to drive, by both measures. */
type Left = readonly [first: number, second: number];

/** A step of the way: the edge, and the vertex it leads to; null = the destination. */
interface Option {
  readonly edge: WayEdge;
  readonly to: number | null;
}

/** Whether an edge lies on a least way from its tail. */
function isOnWay(
  { graph, closedFrom }: WayRoads['graph'],
  { first, second }: SeededBounds,
  e: number,
): boolean {
  const [tail, head, cost] = [graph.tail[e] as number, graph.head[e] as number, graph.cost[e] as number];
  if (cost >= closedFrom || (first[head] as number) + cost !== first[tail]) return false;
  return (second[head] as number) + (graph.length[e] as number) === second[tail];
}

/** Edges out of a vertex that lie on a least way. */
function listOptions({ graph }: WayRoads, { bounds, goalsAt }: Destination, vertex: number): Option[] {
  const { firstOut, head } = graph.graph;
  const options: Option[] = [];
  for (let e = firstOut[vertex] as number; e < (firstOut[vertex + 1] as number); e += 1)
    if (isOnWay(graph, bounds, e)) options.push({ edge: e, to: head[e] as number });
  const [firstLeft, secondLeft] = [bounds.first[vertex], bounds.second[vertex]];
  for (const goal of goalsAt.get(vertex) ?? [])
    if (toWayMs(goal) === firstLeft && goal.lengthMm === secondLeft) options.push({ edge: goal, to: null });
  return options;
}

/** Drives on as long as there is one edge to take, as there mostly is; gives the vertex where there is another choice. */
function driveOn(
  { graph }: WayRoads,
  { bounds, goalsAt }: Destination,
  from: number,
  edges: WayEdge[],
): number {
  const { firstOut, head } = graph.graph;
  for (let vertex = from; ;) {
    let only = -1;
    for (let e = firstOut[vertex] as number; e < (firstOut[vertex + 1] as number); e += 1) {
      if (!isOnWay(graph, bounds, e)) continue;
      if (only >= 0) return vertex;
      only = e;
    }
    if (only < 0 || goalsAt.has(vertex)) return vertex;
    edges.push(only);
    vertex = head[only] as number;
  }
}

/** First edges of the least ways from a place, and what those take. */
function listFirst(
  { bounds: { first, second } }: Destination,
  starts: readonly SiteEdge[],
  direct: SiteEdge | null,
): { readonly least: Left; readonly options: readonly Option[] } {
  const all = starts.map((start): { option: Option; left: Left } => {
    const left: Left = [
      toWayMs(start) + (first[start.head] as number),
      start.lengthMm + (second[start.head] as number),
    ];
    return { option: { edge: start, to: start.head }, left };
  });
  if (direct !== null)
    all.push({ option: { edge: direct, to: null }, left: [toWayMs(direct), direct.lengthMm] });
  const leastMs = Math.min(Infinity, ...all.map(({ left }) => left[0]));
  const fast = all.filter(({ left }) => left[0] === leastMs);
  const leastMm = Math.min(Infinity, ...fast.map(({ left }) => left[1]));
  const options = fast.filter(({ left }) => left[1] === leastMm).map(({ option }) => option);
  return { least: [leastMs, leastMm], options };
}

/** A vertex reached by the smallest steps there are, and how; null = the destination. */
interface Reached {
  readonly to: number | null;
  readonly edge: WayEdge;
  readonly before: Reached | null;
}

function toEdges(last: Reached): readonly WayEdge[] {
  const edges: WayEdge[] = [];
  for (let one: Reached | null = last; one !== null; one = one.before) edges.push(one.edge);
  return edges.toReversed();
}

/**
 * The least way by its steps, a step that goes on counted once: whatever the smallest steps so far lead to is kept, mostly
 * one vertex, and of all that goes on from there the smallest step is taken next. A way that ends comes first.
 */
function chooseWay(
  city: WayRoads,
  destination: Destination,
  begin: readonly Option[],
): readonly WayEdge[] | null {
  const { label } = city.graph.graph;
  const toStep = (edge: WayEdge): number => (typeof edge === 'number' ? (label[edge] as number) : edge.label);
  const seen = new Set<number>();
  /** What every way that is still looked at begins with. */
  const common: WayEdge[] = [];
  let ahead: Reached[] = begin.map((option) => ({ ...option, before: null }));
  while (ahead.length > 0) {
    let step = ahead.reduce((least, { edge }) => Math.min(least, toStep(edge)), Infinity);
    const here = ahead.filter(({ edge }) => toStep(edge) === step);
    ahead = [];
    const expand = (vertex: number, before: Reached | null): void => {
      // Only around what takes nothing does a least way come back.
      if (seen.has(vertex)) return;
      seen.add(vertex);
      for (const option of listOptions(city, destination, vertex))
        (toStep(option.edge) === step ? here : ahead).push({ ...option, before });
    };
    const [only] = here;
    if (here.length === 1 && only !== undefined && only.to !== null) {
      here.pop();
      common.push(...toEdges(only));
      const vertex = driveOn(city, destination, only.to, common);
      step = toStep(common.at(-1) as WayEdge);
      expand(vertex, null);
    }
    for (let one = here.shift(); one !== undefined; one = here.shift()) {
      if (one.to === null) return [...common, ...toEdges(one)];
      expand(one.to, one);
    }
  }
  return null;
}

/** The way from a place to a destination; null where there is none. */
export function findWay(
  city: WayRoads,
  destination: Destination,
  starts: readonly SiteEdge[],
  direct: SiteEdge | null,
): Way | null {
  const { least, options } = listFirst(destination, starts, direct);
  const [timeMs, lengthMm] = least;
  const edges = timeMs === Infinity ? null : chooseWay(city, destination, options);
  return edges === null ? null : { timeMs, lengthMm, edges };
}
