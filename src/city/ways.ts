/**
 * The way of a trip over a city's own graph: from a place onto the roads, along them, and off them to another place. Of
 * equally fast ways the shortest, of those the one of the smaller steps.
 */
import type { BoundSeed, SeededBounds } from '../routing/bounds.ts';
import { UNREACHED } from '../routing/bucket-queue.ts';
import { BoundsMender } from '../routing/mended-bounds.ts';
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

/** What finds a destination again after changes, kept for as long as the destination is. */
const MENDERS = new WeakMap<Destination, BoundsMender>();

/**
 * The same destination over the same edges after some of them changed, and where the way there may be another; until it
 * is asked for after other changes.
 */
export function mendDestination(
  before: City,
  { graph: { graph, closedFrom } }: City,
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
  city: City,
  destination: Destination,
  begin: readonly Option[],
): readonly WayEdge[] | null {
  const { label } = city.graph.graph;
  const toStep = (edge: WayEdge): number => (typeof edge === 'number' ? (label[edge] as number) : edge.label);
  const seen = new Set<number>();
  let ahead: Reached[] = begin.map((option) => ({ ...option, before: null }));
  while (ahead.length > 0) {
    const step = ahead.reduce((least, { edge }) => Math.min(least, toStep(edge)), Infinity);
    const here = ahead.filter(({ edge }) => toStep(edge) === step);
    ahead = [];
    for (let one = here.shift(); one !== undefined; one = here.shift()) {
      const before = one;
      if (before.to === null) return toEdges(before);
      // Only around what takes nothing does a least way come back.
      if (seen.has(before.to)) continue;
      seen.add(before.to);
      for (const option of listOptions(city, destination, before.to))
        (toStep(option.edge) === step ? here : ahead).push({ ...option, before });
    }
  }
  return null;
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
  const edges = timeMs === Infinity ? null : chooseWay(city, destination, options);
  return edges === null ? null : { timeMs, lengthMm, edges };
}
