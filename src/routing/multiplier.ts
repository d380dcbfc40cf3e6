/**
 * A sharper bound for the search within a budget: at any price λ per unit of the resource, a path within the
 * cap costs at least the least (cost + λ × resource) − λ × cap. The price is sought at which this is highest
 * (Handler and Zang 1980), and the paths met on the way give a cost that need not be exceeded.
 */
import { followBounds, searchBounds, type Bounds } from './bounds.ts';
import type { Graph } from './graph.ts';

/** Price, least priced sums to the target, and the cost of the best path within the cap met so far. */
export interface Multiplier {
  readonly price: number;
  readonly toCome: Float64Array;
  readonly enough: number;
}

/** The price settles in a handful of rounds; any price gives a valid bound. */
const MAX_ROUNDS = 12;

interface Point {
  readonly cost: number;
  readonly used: number;
}

function toPoint(path: readonly number[], minimise: Int32Array, resource: Int32Array): Point {
  let [cost, used] = [0, 0];
  for (const edge of path) {
    cost += minimise[edge] as number;
    used += resource[edge] as number;
  }
  return { cost, used };
}

function toPriced(minimise: Int32Array, resource: Int32Array, price: number): Float64Array {
  const priced = new Float64Array(minimise.length);
  for (let e = 0; e < priced.length; e += 1)
    priced[e] = (minimise[e] as number) + price * (resource[e] as number);
  return priced;
}

/**
 * The multiplier for paths between the source and the target of both bounds, where the cheapest path is
 * over the cap and the thriftiest is within it.
 */
export function findMultiplier(
  graph: Graph,
  source: number,
  minimise: Int32Array,
  resource: Int32Array,
  cap: number,
  cheapest: Bounds,
  thriftiest: Bounds,
): Multiplier {
  let over: Point = { cost: cheapest.first[source] as number, used: cheapest.second[source] as number };
  let within: Point = { cost: thriftiest.second[source] as number, used: thriftiest.first[source] as number };
  let best: Multiplier = { price: 0, toCome: cheapest.first, enough: within.cost };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const price = (within.cost - over.cost) / (over.used - within.used);
    const priced = searchBounds(graph, cheapest.target, toPriced(minimise, resource, price), resource);
    const found = toPoint(followBounds(graph, priced, source), minimise, resource);
    const enough = found.used <= cap ? Math.min(best.enough, found.cost) : best.enough;
    best = { price, toCome: priced.first, enough };
    const seen = [over, within].some(({ cost, used }) => cost === found.cost && used === found.used);
    if (seen || found.cost + price * found.used >= over.cost + price * over.used) break;
    if (found.used <= cap) within = found;
    else over = found;
  }
  return best;
}
