/**
 * Groups of edges closed in turn, each alone, between many sources and a few targets: one tree a target, repaired below
 * each group. Exact. Only groups with an edge on a least way of some pair can matter: the graph is thinned to these, all
 * their edges, and what they meet, which is a fraction of a map. What is prepared is columns of numbers, so that any
 * share of the work can be done wherever they are.
 */
import { DetourTree } from './detour-tree.ts';
import {
  checkVertex,
  createDistanceSearch,
  toBackward,
  toForward,
  type Arcs,
  type CostGraph,
} from './distances.ts';
import { groupByValue } from './groups.ts';
import { NO_EDGE, thinGraph, type ThinGraph } from './thin.ts';

/** What there is to close, thinned to what any target needs; trees grow along arcs that lead to what they come from. */
export interface ClosingPlan {
  readonly along: Arcs;
  readonly against: Arcs;
  /** Group by edge; −1 = stays open. */
  readonly groupOf: Int32Array;
  /** Vertices in the order they were asked for. */
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** Groups on the ways to target i, in their order: used[usedStart[i]] … used[usedStart[i + 1] − 1]. */
  readonly usedStart: Int32Array;
  readonly used: Int32Array;
}

/** Whatever is no group. */
const NO_GROUP = -1;

/** Finds the groups on the ways of one tree from the sources to a target, in their order. */
function createUsedSearch(
  graph: CostGraph,
  groupOf: Int32Array,
  sources: readonly number[],
): (target: number) => readonly number[] {
  const backward = toBackward(graph);
  const search = createDistanceSearch(backward);
  const [sums, last] = [new Int32Array(graph.vertexCount), new Int32Array(graph.vertexCount)];
  return (target) => {
    search(target, sums, last);
    const used = new Set<number>();
    const seen = new Uint8Array(graph.vertexCount);
    for (const source of sources) {
      for (let v = source; seen[v] === 0 && (last[v] as number) >= 0;) {
        seen[v] = 1;
        const edge = backward.edge?.[last[v] as number] as number;
        used.add(groupOf[edge] as number);
        v = graph.head[edge] as number;
      }
    }
    used.delete(NO_GROUP);
    return [...used].toSorted((a, b) => a - b);
  };
}

/** The graph thinned to vertices and to all edges of groups. */
function keepOnly(
  graph: CostGraph,
  groupOf: Int32Array,
  groups: Iterable<number>,
  vertices: readonly number[],
): ThinGraph {
  const isAsked = new Uint8Array(groupOf.reduce((most, group) => Math.max(most, group), NO_GROUP) + 1);
  for (const group of groups) isAsked[group] = 1;
  const isKept = new Uint8Array(graph.vertexCount);
  for (const v of vertices) isKept[v] = 1;
  const toKept = (edge: number): number => (isAsked[groupOf[edge] as number] === 1 ? edge : NO_EDGE);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (toKept(edge) === NO_EDGE) continue;
    isKept[graph.tail[edge] as number] = 1;
    isKept[graph.head[edge] as number] = 1;
  }
  return thinGraph(graph, isKept, toKept);
}

/**
 * Prepares the closing of groups of edges; `groupOf` has the group of every edge, −1 = it stays open. Throws RangeError
 * for what is no vertex.
 */
export function planClosings(
  graph: CostGraph,
  groupOf: Int32Array,
  sources: readonly number[],
  targets: readonly number[],
): ClosingPlan {
  for (const v of sources) checkVertex(graph.vertexCount, v);
  const used = targets.map(createUsedSearch(graph, groupOf, sources));
  const thin = keepOnly(graph, groupOf, used.flat(), [...sources, ...targets]);
  const { place, edge: kept } = thin;
  const toPlaces = (vertices: readonly number[]): Int32Array =>
    Int32Array.from(vertices, (v) => place[v] as number);
  let behind = 0;
  const ends = used.map(({ length }) => (behind += length));
  return {
    along: toBackward(thin),
    against: toForward(thin),
    groupOf: kept.map((edge) => (edge === NO_EDGE ? NO_GROUP : (groupOf[edge] as number))),
    sources: toPlaces(sources),
    targets: toPlaces(targets),
    usedStart: Int32Array.of(0, ...ends),
    used: Int32Array.from(used.flat()),
  };
}

/** Groups whose closing may matter for the i-th target. */
export function listGroups({ used, usedStart }: ClosingPlan, target: number): Int32Array {
  return used.subarray(usedStart[target], usedStart[target + 1]);
}

/** What the closing of a group does to the ways from one source, which are longer then: sums, `UNREACHED` = none. */
export type TellLonger = (source: number, open: number, closed: number) => void;

const NONE: readonly number[] = [];

/**
 * Opens the trees of a plan by the number of their targets: each closes one group after another, and tells of the sources
 * by their number; those that reach no target never.
 */
export function openClosings(
  plan: ClosingPlan,
): (target: number) => (group: number, tell: TellLonger) => void {
  const { along, against } = plan;
  const [sourcesAt, edgesOf] = [groupByValue(plan.sources, 0), groupByValue(plan.groupOf, 0)];
  return (target) => {
    const tree = new DetourTree(along, against, plan.targets[target] as number, plan.sources);
    return (group, tell) => {
      for (const v of tree.close(edgesOf.get(group) ?? NONE)) {
        const [open, closed] = [tree.openSum(v), tree.sum(v)];
        if (closed > open) for (const source of sourcesAt.get(v) ?? NONE) tell(source, open, closed);
      }
      tree.undo();
    };
  };
}
