/**
 * Searches over a city's own graph, made once and kept for as long as it is: a place is no vertex of it, but the vertices
 * its ways lead to, each after what the way there takes. A place that moves then costs a search and nothing else.
 */
import { UNREACHED } from '../routing/bucket-queue.ts';
import {
  createSeededSearch,
  toBackward,
  toForward,
  type Arcs,
  type SearchSeeds,
} from '../routing/distances.ts';
import type { Seed } from '../routing/costs.ts';
import { chooseEngine, createEngine, type Engine, type EngineKind } from '../routing/engine.ts';
import type { Graph } from '../routing/graph.ts';
import type { CreateKernels } from '../routing/hierarchy/kernels.ts';
import type { Direction } from '../routing/hierarchy/sweep.ts';
import type { City } from './city.ts';
import type { SiteEdge } from './ends.ts';
import { placeVertices, rankVertices } from './order.ts';

/**
 * Searches that take as long as ordering the same graph, 3.4 s against 2.7 ms at 63,000 vertices, and as making a
 * hierarchy of an order that is kept. For one question a hierarchy pays from there on.
 */
const SEARCHES_AN_ORDER = 1200;
const SEARCHES_A_HIERARCHY = 40;

/** The engine for so many trees over a graph that is asked once, with an order of it at hand or not. */
export function chooseOnce(vertexCount: number, trees: number, isOrdered: boolean): EngineKind {
  const searches = isOrdered ? SEARCHES_A_HIERARCHY : SEARCHES_AN_ORDER;
  return trees < searches ? 'buckets' : chooseEngine(vertexCount);
}

interface Kept {
  readonly arcs: Map<Direction, Arcs>;
  readonly searches: Map<Direction, SearchSeeds>;
  hierarchy: Engine | null;
}

const KEPT = new WeakMap<Graph, Kept>();

function findKept({ graph: { graph } }: City): Kept {
  const kept = KEPT.get(graph) ?? { arcs: new Map(), searches: new Map(), hierarchy: null };
  KEPT.set(graph, kept);
  return kept;
}

/** Twelve days on one link are no way. */
const toCosts = <T extends Pick<Graph, 'cost'>>(graph: T): T => {
  return { ...graph, cost: graph.cost.map((ms) => Math.min(ms, UNREACHED)) };
};

/** The arcs that searches of a city go along. */
export function findArcs(city: City, direction: Direction): Arcs {
  const { arcs } = findKept(city);
  const known = arcs.get(direction);
  if (known !== undefined) return known;
  const graph = toCosts(city.graph.graph);
  const made = direction === 'from' ? toForward(graph) : toBackward(graph);
  arcs.set(direction, made);
  return made;
}

function findSearch(city: City, direction: Direction): SearchSeeds {
  const { searches } = findKept(city);
  const known = searches.get(direction);
  if (known !== undefined) return known;
  const made = createSeededSearch(findArcs(city, direction));
  searches.set(direction, made);
  return made;
}

function findHierarchy(city: City, createKernels?: CreateKernels): Engine {
  const kept = findKept(city);
  if (kept.hierarchy !== null) return kept.hierarchy;
  const rank = rankVertices(city);
  const kernels = createKernels === undefined ? {} : { createKernels };
  const options = rank === null ? kernels : { ...kernels, rank };
  kept.hierarchy = createEngine(toCosts(placeVertices(city)), options, 'hierarchy');
  return kept.hierarchy;
}

/** Vertices that the ways of a place lead to, or from: `from` a place its starts, `to` it its goals. */
export function toSeeds(ways: readonly SiteEdge[], direction: Direction): readonly Seed[] {
  return ways.map(({ tail, head, timeMs }) => {
    return { vertex: direction === 'from' ? head : tail, cost: Math.min(timeMs, UNREACHED) };
  });
}

/** Least sum of what a vertex has and what a way from there takes. */
export function readLeast(sums: Int32Array, ways: readonly Seed[]): number {
  let least = UNREACHED;
  for (const { vertex, cost } of ways) least = Math.min(least, (sums[vertex] as number) + cost);
  return least;
}

/** Sums at all targets over a hierarchy: each seed is a root of its own, since what they share is shared above. */
function createSweeps(
  engine: Engine,
  vertexCount: number,
  direction: Direction,
  targets: readonly number[],
): Searches {
  const chosen = engine.select(targets);
  const sums = new Int32Array(vertexCount).fill(UNREACHED);
  const search: SearchSeeds = (seeds) => {
    const found = chosen.sums(
      seeds.map(({ vertex }) => vertex),
      direction,
    );
    const costs = Int32Array.from(seeds, ({ cost }) => cost);
    for (let i = 0; i < targets.length; i += 1) {
      let least = UNREACHED;
      for (let j = 0; j < costs.length; j += 1) {
        const sum = (costs[j] as number) + (found[i * costs.length + j] as number);
        if (sum < least) least = sum;
      }
      sums[targets[i] as number] = least;
    }
    return sums;
  };
  return { search, release: () => chosen.release() };
}

/** Searches of one question. */
export interface Searches {
  /** Sums by vertex, until the next search; of a hierarchy only those of the targets are right. */
  readonly search: SearchSeeds;
  /** Ends their use. */
  readonly release: () => void;
}

/** The engine that searches a city so many times, unless one is named: a hierarchy that is there is used again. */
export function chooseSearches(city: City, trees: number): EngineKind {
  if (trees > 1 && findKept(city).hierarchy !== null) return 'hierarchy';
  return chooseOnce(city.graph.graph.vertexCount, trees, city.network.nodeRank !== null);
}

/**
 * What searches a city so many times for what the targets take; null = every vertex is a target. The engine is chosen by
 * that number unless one is named, and a hierarchy that is there is used again: all give the same.
 */
export function openSearches(
  city: City,
  direction: Direction,
  targets: readonly number[] | null,
  { trees, kind, createKernels }: { trees: number; kind?: EngineKind; createKernels?: CreateKernels },
): Searches {
  const { vertexCount } = city.graph.graph;
  if ((kind ?? chooseSearches(city, trees)) === 'buckets')
    return { search: findSearch(city, direction), release: () => {} };
  const all = targets ?? Array.from({ length: vertexCount }, (_, vertex) => vertex);
  return createSweeps(findHierarchy(city, createKernels), vertexCount, direction, [...new Set(all)]);
}
