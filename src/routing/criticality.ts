/**
 * What the closing of each edge would do to the ways between many sources and a few targets: one tree a target, repaired
 * below every edge in turn. Exact, each edge closed alone. Only edges on a least way of some pair can matter: a graph
 * thinned to them and to what they meet is a fraction of the map.
 */
import { UNREACHED } from './bucket-queue.ts';
import { checkVertex, createDistanceSearch, toBackward, toForward, type CostGraph } from './distances.ts';
import { DetourTree } from './detour-tree.ts';
import { NO_EDGE, thinGraph, type ThinGraph } from './thin.ts';

/** By edge of the graph. */
export interface Criticality {
  /** Sum over all pairs that still find a way of what it costs more. */
  readonly extra: Float64Array;
  /** Pairs that find no way any more. */
  readonly cut: Int32Array;
}

/** Edges on the ways of one tree from the sources to a target. */
function listUsed(graph: CostGraph, target: number, sources: readonly number[]): readonly number[] {
  const backward = toBackward(graph);
  const last = new Int32Array(graph.vertexCount);
  createDistanceSearch(backward)(target, undefined, last);
  const used: number[] = [];
  const seen = new Uint8Array(graph.vertexCount);
  for (const source of sources) {
    for (let v = source; seen[v] === 0 && (last[v] as number) >= 0;) {
      seen[v] = 1;
      const edge = backward.edge?.[last[v] as number] as number;
      used.push(edge);
      v = graph.head[edge] as number;
    }
  }
  return used;
}

/** Thins a graph to vertices and edges of it. */
function keepOnly(graph: CostGraph, vertices: readonly number[], edges: readonly number[]): ThinGraph {
  const isKept = new Uint8Array(graph.vertexCount);
  const isUsed = new Uint8Array(graph.edgeCount);
  for (const v of vertices) isKept[v] = 1;
  for (const edge of edges) {
    isUsed[edge] = 1;
    isKept[graph.tail[edge] as number] = 1;
    isKept[graph.head[edge] as number] = 1;
  }
  return thinGraph(graph, isKept, (edge) => (isUsed[edge] === 1 ? edge : NO_EDGE));
}

/** Adds what the closing of each edge that is named does to the ways to one target. */
function addTarget(thin: ThinGraph, target: number, weight: Int32Array, { extra, cut }: Criticality): void {
  const watched = [...weight.keys()].filter((v) => (weight[v] as number) > 0);
  const tree = new DetourTree(toBackward(thin), toForward(thin), target, watched);
  for (let v = 0; v < thin.vertexCount; v += 1) {
    const edge = thin.edge[tree.edgeTo(v)] ?? NO_EDGE;
    if (edge === NO_EDGE) continue;
    for (const source of tree.close(v)) {
      const [sum, count] = [tree.sum(source), weight[source] as number];
      if (sum === UNREACHED) cut[edge] = (cut[edge] as number) + count;
      else extra[edge] = (extra[edge] as number) + count * (sum - tree.openSum(source));
    }
    tree.undo();
  }
}

/**
 * What each edge carries that nothing else carries as well, over all pairs of a source and a target. A source named
 * twice counts twice; one that reaches no target counts nowhere. Throws RangeError for what is no vertex.
 *
 * @example
 * const edges = { firstOut: Uint32Array.of(0, 2, 2), head: Uint32Array.of(1, 1), tail: Uint32Array.of(0, 0) };
 * const graph = { vertexCount: 2, edgeCount: 2, ...edges, cost: Int32Array.of(5, 7) };
 * [...measureCriticality(graph, [0], [1]).extra]; // → [2, 0]
 */
export function measureCriticality(
  graph: CostGraph,
  sources: readonly number[],
  targets: readonly number[],
): Criticality {
  for (const v of sources) checkVertex(graph.vertexCount, v);
  const found = { extra: new Float64Array(graph.edgeCount), cut: new Int32Array(graph.edgeCount) };
  const used = targets.map((target) => listUsed(graph, target, sources));
  // Once to what any target needs, then for each target to what it needs itself.
  const common = keepOnly(graph, [...sources, ...targets], [...new Set(used.flat())]);
  const placeOf = (v: number): number => common.place[v] as number;
  const here = new Map([...common.edge.entries()].map(([at, edge]) => [edge, at]));
  for (const [i, target] of targets.entries()) {
    const own = (used[i] ?? []).map((edge) => here.get(edge) as number);
    const thin = keepOnly(common, [...sources, target].map(placeOf), own);
    const named = {
      ...thin,
      edge: thin.edge.map((edge) => (edge === NO_EDGE ? NO_EDGE : (common.edge[edge] as number))),
    };
    const weight = new Int32Array(thin.vertexCount);
    for (const source of sources) {
      const at = thin.place[placeOf(source)] as number;
      weight[at] = (weight[at] as number) + 1;
    }
    addTarget(named, thin.place[placeOf(target)] as number, weight, found);
  }
  return found;
}
