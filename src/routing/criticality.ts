/**
 * What each group of edges carries that nothing else carries as well, between many sources and a few targets: each closed
 * in turn, alone.
 */
import { UNREACHED } from './bucket-queue.ts';
import { listGroups, openClosings, planClosings } from './closings.ts';
import type { CostGraph } from './distances.ts';

/** By group. */
export interface Criticality {
  /** Sum over all pairs that still find a way of what it costs more. */
  readonly extra: Float64Array;
  /** Pairs that find no way any more. */
  readonly cut: Int32Array;
}

/**
 * What each group carries that nothing else carries as well, over all pairs of a source and a target: `groupOf` has the
 * group of every edge, −1 = it stays open; each edge is one of its own where nothing is said. A source named twice counts
 * twice; one that reaches no target counts nowhere. Throws RangeError for what is no vertex.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 2, 2), head: Uint32Array.of(1, 1), tail: Uint32Array.of(0, 0) };
 * const graph = { vertexCount: 2, edgeCount: 2, ...edges, cost: Int32Array.of(5, 7) };
 * [...measureCriticality(graph, [0], [1]).extra]; // → [2, 0]
 * [...measureCriticality(graph, [0], [1], Int32Array.of(0, 0)).cut]; // → [1]
 */
export function measureCriticality(
  graph: CostGraph,
  sources: readonly number[],
  targets: readonly number[],
  groupOf: Int32Array = Int32Array.from({ length: graph.edgeCount }, (_, edge) => edge),
): Criticality {
  const groups = groupOf.reduce((most, group) => Math.max(most, group), -1) + 1;
  const found = { extra: new Float64Array(groups), cut: new Int32Array(groups) };
  const plan = planClosings(graph, groupOf, sources, targets);
  const open = openClosings(plan);
  for (const target of targets.keys()) {
    const close = open(target);
    for (const group of listGroups(plan, target)) {
      close(group, (_source, before, after) => {
        if (after === UNREACHED) found.cut[group] = (found.cut[group] as number) + 1;
        else found.extra[group] = (found.extra[group] as number) + after - before;
      });
    }
  }
  return found;
}
