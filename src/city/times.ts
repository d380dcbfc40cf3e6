/** Times between places of a city, and from a place to every road: searches over its own graph. */
import { UNREACHED } from '../routing/bucket-queue.ts';
import type { EngineKind } from '../routing/engine.ts';
import type { CreateKernels } from '../routing/hierarchy/kernels.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';
import { openSearches, readLeast, toSeeds } from './searches.ts';

const toMs = (sum: number): number => (sum >= UNREACHED ? Infinity : sum);

/** Ways from each origin and to each destination; the places stand in them by number. */
interface Ways {
  readonly starts: readonly (readonly SiteEdge[])[];
  readonly goals: readonly (readonly SiteEdge[])[];
}

/** Least sums over the roads, by origin and destination: one search for each place of the side that has fewer. */
function searchCells(
  city: City,
  { starts, goals }: Ways,
  kind?: EngineKind,
  createKernels?: CreateKernels,
): readonly Float64Array[] {
  const isFewer = goals.length <= starts.length;
  const direction = isFewer ? 'to' : 'from';
  const toEnds = (ways: Ways['starts'], side: ReachDirection) => ways.map((some) => toSeeds(some, side));
  const [origins, destinations] = [toEnds(starts, 'from'), toEnds(goals, 'to')];
  const [roots, others] = isFewer ? [destinations, origins] : [origins, destinations];
  const chosen = {
    trees: roots.length,
    ...(kind === undefined ? {} : { kind }),
    ...(createKernels === undefined ? {} : { createKernels }),
  };
  const targets = others.flatMap((ways) => ways.map(({ vertex }) => vertex));
  const { search, release } = openSearches(city, direction, targets, chosen);
  const cells = origins.map(() => new Float64Array(destinations.length));
  for (const [i, root] of roots.entries()) {
    const sums = search(root);
    for (const [j, other] of others.entries()) {
      const [row, column] = isFewer ? [j, i] : [i, j];
      (cells[row] as Float64Array)[column] = toMs(readLeast(sums, other));
    }
  }
  release();
  return cells;
}

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
  const starts = from.map(({ connectors }, row) => listStarts(city, connectors, row));
  const goals = to.map(({ connectors }, column) => listGoals(city, connectors, column));
  const cells = searchCells(city, { starts, goals }, kind, createKernels);
  for (const { tail, head, timeMs } of listDirect(city, starts, goals)) {
    const row = cells[tail] as Float64Array;
    row[head] = Math.min(row[head] as number, toMs(timeMs));
  }
  return cells;
}

export type ReachDirection = 'from' | 'to';

/** Milliseconds from a place to the beginning of every step, or from its end to the place; Infinity = no way. */
export interface StepTimes {
  readonly direction: ReachDirection;
  readonly ms: Float64Array;
}

/** One search from or to a place, read off step by step. */
export function searchSteps(city: City, site: Site, direction: ReachDirection, kind?: EngineKind): StepTimes {
  const list = direction === 'from' ? listStarts : listGoals;
  const seeds = toSeeds(list(city, site.connectors, 0), direction);
  const chosen = kind === undefined ? { trees: 1 } : { trees: 1, kind };
  const { search, release } = openSearches(city, direction, null, chosen);
  const sums = search(seeds);
  release();
  const { label, tail, head, cost, edgeCount } = city.graph.graph;
  const { closedFrom } = city.graph;
  const end = direction === 'from' ? tail : head;
  const ms = new Float64Array(2 * city.network.links.from.length).fill(Infinity);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    if ((cost[edge] as number) >= closedFrom) continue;
    const step = label[edge] as number;
    const sum = sums[end[edge] as number] as number;
    if (sum < UNREACHED && sum < (ms[step] as number)) ms[step] = sum;
  }
  return { direction, ms };
}
