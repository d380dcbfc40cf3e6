/**
 * The searches of a matrix of times as columns and seeds, so that any share of them can be done wherever they are: one for
 * each place of the side that has fewer, read off at the places of the other.
 */
import type { Seed } from '../routing/costs.ts';
import { createSeededSearch, type Arcs } from '../routing/distances.ts';
import { readLeast } from './searches.ts';

/** Vertices that the ways of places lead to or from, by place. */
type PlaceSeeds = readonly (readonly Seed[])[];

export interface MatrixPlan {
  readonly arcs: Arcs;
  readonly roots: PlaceSeeds;
  readonly others: PlaceSeeds;
}

/** Some of the searches: those from a root to before another. */
export interface MatrixTask {
  readonly from: number;
  readonly to: number;
}

/** Divides searches into tasks of at most so many, in order. */
export function divideSearches(searches: number, most: number): readonly MatrixTask[] {
  const tasks = Math.ceil(searches / most);
  const toBegin = (i: number): number => Math.floor((i * searches) / tasks);
  return Array.from({ length: tasks }, (_, i) => ({ from: toBegin(i), to: toBegin(i + 1) }));
}

/** What does tasks of a matrix, here or in a thread that was handed it: least sums at the others, by root. */
export function openMatrixTasks({
  arcs,
  roots,
  others,
}: MatrixPlan): (task: MatrixTask) => readonly Int32Array[] {
  const search = createSeededSearch(arcs);
  return ({ from, to }) =>
    roots.slice(from, to).map((root) => {
      const sums = search(root);
      return Int32Array.from(others, (ways) => readLeast(sums, ways));
    });
}
