/** Everything by searches over buckets: nothing prepared, nothing kept but the costs. */
import { UNREACHED } from './bucket-queue.ts';
import {
  checkVertex,
  createDistanceSearch,
  toBackward,
  toForward,
  type Arcs,
  type CostGraph,
} from './distances.ts';
import type { Engine } from './engine.ts';
import { checkCost } from './hierarchy/customize.ts';
import type { Direction } from './hierarchy/sweep.ts';

const SIDES: Readonly<Record<Direction, (graph: CostGraph) => Arcs>> = { from: toForward, to: toBackward };

class BucketEngine implements Engine {
  readonly kind = 'buckets';
  readonly #graph: CostGraph;

  constructor(graph: CostGraph) {
    this.#graph = { ...graph, cost: new Int32Array(graph.edgeCount) };
    this.setCosts(graph.cost);
  }

  readonly setCosts: Engine['setCosts'] = (cost) => {
    const { edgeCount } = this.#graph;
    if (cost.length !== edgeCount) throw new RangeError(`${edgeCount} costs expected, ${cost.length} given`);
    for (const value of cost) checkCost(value);
    this.#graph.cost.set(cost);
  };

  readonly changeCosts: Engine['changeCosts'] = (edges, costs) => {
    for (let i = 0; i < edges.length; i += 1) {
      if (this.#graph.cost[edges[i] as number] === undefined) throw new RangeError(`${edges[i]} is no edge`);
      checkCost(costs[i] as number);
    }
    for (let i = 0; i < edges.length; i += 1) this.#graph.cost[edges[i] as number] = costs[i] as number;
  };

  readonly sums: Engine['sums'] = (root, direction) =>
    createDistanceSearch(SIDES[direction](this.#graph))(root);

  readonly select: Engine['select'] = (targets) => {
    for (let i = 0; i < targets.length; i += 1) checkVertex(this.#graph.vertexCount, targets[i] as number);
    return { sums: (roots, direction) => this.#fill(roots, targets, direction), release: () => {} };
  };

  readonly sum: Engine['sum'] = (source, target) => {
    checkVertex(this.#graph.vertexCount, target);
    return this.sums(source, 'from')[target] as number;
  };

  readonly path: Engine['path'] = (source, target) => {
    const { vertexCount, tail } = this.#graph;
    checkVertex(vertexCount, target);
    const last = new Int32Array(vertexCount);
    const sums = createDistanceSearch(toForward(this.#graph))(source, undefined, last);
    if (sums[target] === UNREACHED) return null;
    const edges: number[] = [];
    for (let v = target; v !== source; v = tail[edges.at(-1) as number] as number)
      edges.push(last[v] as number);
    return edges.toReversed();
  };

  #fill(roots: ArrayLike<number>, targets: ArrayLike<number>, direction: Direction): Int32Array {
    const search = createDistanceSearch(SIDES[direction](this.#graph));
    const found = new Int32Array(targets.length * roots.length);
    const sums = new Int32Array(this.#graph.vertexCount);
    for (let j = 0; j < roots.length; j += 1) {
      search(roots[j] as number, sums);
      for (let i = 0; i < targets.length; i += 1)
        found[i * roots.length + j] = sums[targets[i] as number] as number;
    }
    return found;
  }
}

/** An engine that searches anew each time. */
export function createBucketEngine(graph: CostGraph): Engine {
  return new BucketEngine(graph);
}
