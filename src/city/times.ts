/** Times between places of a city, and from a place to every road: searches over its own graph. */
import { UNREACHED } from '../routing/bucket-queue.ts';
import type { EngineKind } from '../routing/engine.ts';
import type { CreateKernels } from '../routing/hierarchy/kernels.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts, type SiteEdge } from './ends.ts';
import type { MatrixPlan } from './matrix.ts';
import { chooseSearches, findArcs, openSearches, readLeast, toSeeds } from './searches.ts';

const toMs = (sum: number): number => (sum >= UNREACHED ? Infinity : sum);

/** A matrix that is asked for: what is searched, and what becomes of the sums. */
export interface MatrixQuestion {
  /** Searches over the roads: one for each place of the side that has fewer. */
  readonly searches: number;
  /** The searches, to be done by whoever; null where a hierarchy does them. */
  readonly plan: () => MatrixPlan | null;
  /** All searches done here: least sums at the places of the other side, by root. */
  readonly search: (kind?: EngineKind, createKernels?: CreateKernels) => readonly Int32Array[];
  /** Milliseconds of all sums, by origin and destination; Infinity where there is no way. */
  readonly toCells: (sums: readonly Int32Array[]) => readonly Float64Array[];
}

/** Milliseconds of sums; trips that stay on one link are no sums. */
function fillCells(
  sums: readonly Int32Array[],
  isFewer: boolean,
  [rows, columns]: readonly [number, number],
  direct: readonly SiteEdge[],
): readonly Float64Array[] {
  const toSum = (row: number, column: number): number =>
    (isFewer ? sums[column]?.[row] : sums[row]?.[column]) as number;
  const cells = Array.from({ length: rows }, (_, row) =>
    Float64Array.from({ length: columns }, (__, column) => toMs(toSum(row, column))),
  );
  for (const { tail, head, timeMs } of direct) {
    const row = cells[tail] as Float64Array;
    row[head] = Math.min(row[head] as number, toMs(timeMs));
  }
  return cells;
}

/** Asks for the times between all pairs of places. */
export function openMatrix(city: City, from: readonly Site[], to: readonly Site[]): MatrixQuestion {
  const starts = from.map(({ connectors }, row) => listStarts(city, connectors, row));
  const goals = to.map(({ connectors }, column) => listGoals(city, connectors, column));
  const isFewer = goals.length <= starts.length;
  const direction = isFewer ? 'to' : 'from';
  const origins = starts.map((some) => toSeeds(some, 'from'));
  const destinations = goals.map((some) => toSeeds(some, 'to'));
  const [roots, others] = isFewer ? [destinations, origins] : [origins, destinations];
  return {
    searches: roots.length,
    plan: () =>
      chooseSearches(city, roots.length) === 'buckets'
        ? { arcs: findArcs(city, direction), roots, others }
        : null,
    search: (kind, createKernels) => {
      const given = { ...(kind === undefined ? {} : { kind }), trees: roots.length };
      const chosen = createKernels === undefined ? given : { ...given, createKernels };
      const targets = others.flatMap((ways) => ways.map(({ vertex }) => vertex));
      const { search, release } = openSearches(city, direction, targets, chosen);
      const sums = roots.map((root) => {
        const here = search(root);
        return Int32Array.from(others, (ways) => readLeast(here, ways));
      });
      release();
      return sums;
    },
    toCells: (sums) => fillCells(sums, isFewer, [from.length, to.length], listDirect(city, starts, goals)),
  };
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
  const question = openMatrix(city, from, to);
  return question.toCells(question.search(kind, createKernels));
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
