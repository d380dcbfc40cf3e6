/** Times between places of a city, and from a place to every road: searches over the joined graph. */
import { UNREACHED } from '../routing/bucket-queue.ts';
import { chooseEngine, createEngine, type Engine, type EngineKind } from '../routing/engine.ts';
import type { CreateKernels } from '../routing/hierarchy/kernels.ts';
import type { City, Site } from './city.ts';
import { joinSites, type JoinedGraph } from './joined.ts';
import { rankVertices } from './order.ts';

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

function openEngine(
  city: City,
  joined: JoinedGraph,
  trees: number,
  kind?: EngineKind,
  createKernels?: CreateKernels,
): Engine {
  const { graph } = joined;
  const chosen = kind ?? chooseOnce(graph.vertexCount, trees, city.network.nodeRank !== null);
  const rank = chosen === 'hierarchy' ? rankVertices(city, joined) : null;
  const made = createKernels === undefined ? {} : { createKernels };
  return createEngine(graph, rank === null ? made : { ...made, rank }, chosen);
}

const toMs = (sum: number): number => (sum >= UNREACHED ? Infinity : sum);

/**
 * Milliseconds between all pairs, by origin and destination; Infinity where there is no way. The engine is chosen by
 * the size of the question unless one is named, and runs on kernels that are handed in: all give the same.
 */
export function timeMatrix(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
  kind?: EngineKind,
  createKernels?: CreateKernels,
): readonly Float64Array[] {
  const joined = joinSites(city, from, to);
  const { origins, destinations } = joined;
  const engine = openEngine(city, joined, Math.min(from.length, to.length), kind, createKernels);
  const isFewer = destinations.length <= origins.length;
  const targets = engine.select(isFewer ? origins : destinations);
  const sums = isFewer ? targets.sums(destinations, 'to') : targets.sums(origins, 'from');
  targets.release();
  return from.map((_, row) =>
    Float64Array.from(to, (_to, column) =>
      toMs(sums[isFewer ? row * to.length + column : column * from.length + row] as number),
    ),
  );
}

export type ReachDirection = 'from' | 'to';

/** Milliseconds from a place to the beginning of every step, or from its end to the place; Infinity = no way. */
export interface StepTimes {
  readonly direction: ReachDirection;
  readonly ms: Float64Array;
}

/** One search from or to a place, read off step by step. */
export function searchSteps(city: City, site: Site, direction: ReachDirection, kind?: EngineKind): StepTimes {
  const isFrom = direction === 'from';
  const joined = joinSites(city, isFrom ? [site] : [], isFrom ? [] : [site]);
  const root = [...joined.origins, ...joined.destinations][0] as number;
  const sums = openEngine(city, joined, 1, kind).sums(root, direction);
  const ms = new Float64Array(2 * city.network.links.from.length).fill(Infinity);
  const { graph } = joined;
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (joined.findSiteEdge(edge) !== null) continue;
    const step = graph.label[edge] as number;
    const vertex = (isFrom ? graph.tail[edge] : graph.head[edge]) as number;
    ms[step] = Math.min(ms[step] as number, toMs(sums[vertex] as number));
  }
  return { direction, ms };
}
