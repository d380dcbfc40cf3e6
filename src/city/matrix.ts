/**
 * The searches of a matrix of times as columns and seeds, so that any share of them can be done wherever they are: one for
 * each place of the side that has fewer, read off at the places of the other.
 */
import type { Seed } from '../routing/costs.ts';
import { createSeededSearch, type Arcs } from '../routing/distances.ts';
import type { Part } from './parts.ts';
import { readLeast } from './searches.ts';

/** Vertices that the ways of places lead to or from, by place. */
type PlaceSeeds = readonly (readonly Seed[])[];

export interface MatrixPlan {
  readonly arcs: Arcs;
  readonly roots: PlaceSeeds;
  readonly others: PlaceSeeds;
}

/** What does tasks of a matrix, here or in a thread that was handed it: least sums at the others, by root. */
export function openMatrixTasks({ arcs, roots, others }: MatrixPlan): (task: Part) => readonly Int32Array[] {
  const search = createSeededSearch(arcs);
  return ({ from, to }) =>
    roots.slice(from, to).map((root) => {
      const sums = search(root);
      return Int32Array.from(others, (ways) => readLeast(sums, ways));
    });
}
