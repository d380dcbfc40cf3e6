/**
 * Sweeps that end at a few vertices: only what lies above one of them is looked at, numbered anew from the top down and
 * stored together. Chosen once for a set of targets, good for any weights and any roots.
 */
import { UNREACHED } from '../bucket-queue.ts';
import { BOTH_FOUR, FOUR } from './customize-four.ts';
import type { Weights } from './customize.ts';
import { climbLanes } from './sweep-lanes.ts';
import { ALONE, type Interleaved } from './sweep.ts';
import type { Topology } from './topology.ts';

/** Roots that one sweep over a selection takes: two vectors of 128 bits. */
export const SELECTED_LANES = 8;

export interface Selection {
  readonly vertexCount: number;
  readonly arcCount: number;
  /** Place by rank; −1 = not chosen. */
  readonly place: Int32Array;
  /** The arcs of place p are first[p] … first[p + 1] − 1; their heads have lower places. */
  readonly first: Int32Array;
  readonly head: Int32Array;
  /** Arc of the hierarchy. */
  readonly arc: Int32Array;
  /** Place by target, in their order. */
  readonly target: Int32Array;
}

/** Everything above the targets (ranks). */
export function select({ vertexCount, upFirst, upHead, parent }: Topology, targets: Int32Array): Selection {
  const place = new Int32Array(vertexCount).fill(-1);
  for (const target of targets)
    for (let v = target; v >= 0 && place[v] === -1; v = parent[v] as number) place[v] = 0;
  let [chosen, arcs] = [0, 0];
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    if (place[v] === -1) continue;
    place[v] = chosen;
    chosen += 1;
    arcs += (upFirst[v + 1] as number) - (upFirst[v] as number);
  }
  const first = new Int32Array(chosen + 1);
  const [head, arc] = [new Int32Array(arcs), new Int32Array(arcs)];
  let [at, next] = [0, 0];
  for (let v = vertexCount - 1; v >= 0; v -= 1) {
    if (place[v] === -1) continue;
    for (let a = upFirst[v] as number; a < (upFirst[v + 1] as number); a += 1) {
      head[next] = place[upHead[a] as number] as number;
      arc[next] = a;
      next += 1;
    }
    at += 1;
    first[at] = next;
  }
  const target = targets.map((v) => place[v] as number);
  return { vertexCount: chosen, arcCount: arcs, place, first, head, arc, target };
}

/** The weights of the chosen arcs, stored together. */
export function copyWeights({ arc }: Selection, down: Int32Array, copy: Int32Array): void {
  for (let i = 0; i < arc.length; i += 1) copy[i] = down[arc[i] as number] as number;
}

/** The same for all lanes of `BOTH_FOUR` weights an arc, a copy a lane; `first` is the place of lane 0. */
export function copyFour({ arc }: Selection, weights: Int32Array, first: number, copies: Int32Array): void {
  for (let i = 0; i < arc.length; i += 1) {
    const from = (arc[i] as number) * BOTH_FOUR + first;
    for (let lane = 0; lane < FOUR; lane += 1) copies[lane * arc.length + i] = weights[from + lane] as number;
  }
}

/**
 * Least sums from up to `SELECTED_LANES` roots to the chosen places, p × lanes + lane; `down` are the copied weights.
 */
export function sweepSelected(
  topology: Topology,
  selection: Selection,
  { up, down }: Weights,
  roots: Int32Array,
  sums: Int32Array,
  alone: Int32Array,
  weights: Interleaved = ALONE,
): void {
  const { vertexCount, place, first, head } = selection;
  sums.fill(UNREACHED, 0, vertexCount * SELECTED_LANES);
  const put = (vertex: number, lane: number, sum: number): void => {
    const at = place[vertex] as number;
    if (at >= 0) sums[at * SELECTED_LANES + lane] = sum;
  };
  climbLanes(topology, up, roots, alone, put, weights);
  for (let p = 0; p < vertexCount; p += 1) {
    const own = p * SELECTED_LANES;
    const end = first[p + 1] as number;
    for (let i = first[p] as number; i < end; i += 1) {
      const other = (head[i] as number) * SELECTED_LANES;
      const weight = down[i] as number;
      for (let lane = 0; lane < SELECTED_LANES; lane += 1) {
        const through = (sums[other + lane] as number) + weight;
        if (through < (sums[own + lane] as number)) sums[own + lane] = through;
      }
    }
  }
}
