/**
 * Least routes by graphology-shortest-path, with what that package leaves out: weights are checked before
 * they are used (it reads a missing one as 1), times are added along its paths, and among parallel pieces
 * and equal routes the model's own order decides (least cost, then length, then link ids).
 */
import { MultiDirectedGraph } from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import type { Piece } from './graph.ts';

/** Least sum from one vertex to every vertex it reaches. */
export type Sums = ReadonlyMap<string, number>;

type Measure = (piece: Piece) => number;

/** What the search minimises. */
const costOf: Measure = ({ timeMs, tollMs }) => timeMs + tollMs;
const lengthOf: Measure = ({ lengthMm }) => lengthMm;

/** Names inside the package's plain objects: no vertex may be called `constructor` there. */
const inside = (vertex: string): string => `.${vertex}`;
const outside = (name: string): string => name.slice(1);

function checkWeight(piece: Piece, weight: number): number {
  if (Number.isSafeInteger(weight) && weight >= 0) return weight;
  throw new RangeError(`weight of ${piece.linkId} from ${piece.from} is ${weight}`);
}

/** The cheapest of parallel pieces; the key names the pair of vertices. */
function listCheapest(pieces: readonly Piece[], measure: Measure): ReadonlyMap<string, number> {
  const cheapest = new Map<string, number>();
  for (const piece of pieces) {
    const pair = `${inside(piece.from)} ${inside(piece.to)}`;
    const weight = checkWeight(piece, measure(piece));
    cheapest.set(pair, Math.min(weight, cheapest.get(pair) ?? Infinity));
  }
  return cheapest;
}

function toGraphology(pieces: readonly Piece[], measure: Measure): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const piece of pieces) {
    graph.mergeNode(inside(piece.from));
    graph.mergeNode(inside(piece.to));
    graph.addDirectedEdge(inside(piece.from), inside(piece.to), { weight: measure(piece) });
  }
  return graph;
}

/** Least sums of a measure from a vertex; vertices that no route reaches are missing. */
export function leastSums(pieces: readonly Piece[], from: string, measure: Measure): Sums {
  const cheapest = listCheapest(pieces, measure);
  const graph = toGraphology(pieces, measure);
  if (!graph.hasNode(inside(from))) return new Map([[from, 0]]);
  const paths = dijkstra.singleSource(graph, inside(from), 'weight');
  return new Map(
    Object.entries(paths).map(([vertex, path]) => {
      const weights = path.slice(1).map((to, i) => cheapest.get(`${path[i] ?? ''} ${to}`) ?? NaN);
      return [outside(vertex), weights.reduce((sum, weight) => sum + weight, 0)];
    }),
  );
}

/** Pieces that lie on some least route: passing them loses nothing. */
function listTight(pieces: readonly Piece[], sums: Sums, measure: Measure): readonly Piece[] {
  return pieces.filter((piece) => {
    const at = sums.get(piece.from);
    return at !== undefined && at + measure(piece) === sums.get(piece.to);
  });
}

/** Directed links of a route in order, consecutive pieces of one link once; no connectors, nothing of no length. */
function linkSequence(route: readonly Piece[]): readonly string[] {
  const ids = route.filter(({ link, lengthMm }) => link !== null && lengthMm > 0).map(({ linkId }) => linkId);
  return ids.filter((id, i) => id !== ids[i - 1]);
}

function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (const [i, id] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (id !== other) return id < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** Bound on equal routes looked at for one pair: only stretches of length 0 make so many. */
const MOST_TIED = 2000;

/** All routes to the target over tight pieces that pass no vertex twice, back from the target. */
function* listTiedRoutes(
  into: ReadonlyMap<string, readonly Piece[]>,
  from: string,
  rest: readonly Piece[],
  target: string,
): Generator<readonly Piece[]> {
  if (target === from) {
    yield rest;
    return;
  }
  for (const piece of into.get(target) ?? []) {
    const seen = piece.from === target || rest.some(({ to }) => to === piece.from);
    if (!seen) yield* listTiedRoutes(into, from, [piece, ...rest], piece.from);
  }
}

function groupByHead(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  const into = new Map<string, Piece[]>();
  for (const piece of pieces) into.set(piece.to, [...(into.get(piece.to) ?? []), piece]);
  return into;
}

/** Finds the least route from one vertex to others in the model's order; null where there is none. */
export function routesFrom(
  pieces: readonly Piece[],
  from: string,
): (target: string) => readonly Piece[] | null {
  const costs = leastSums(pieces, from, costOf);
  const cheapest = listTight(pieces, costs, costOf);
  const shortest = listTight(cheapest, leastSums(cheapest, from, lengthOf), lengthOf);
  const into = groupByHead(shortest);
  return (target) => {
    if (!costs.has(target)) return null;
    let best: readonly Piece[] | null = null;
    let looked = 0;
    for (const route of listTiedRoutes(into, from, [], target)) {
      if (best === null || compareSequences(linkSequence(route), linkSequence(best)) < 0) best = route;
      looked += 1;
      if (looked === MOST_TIED) break;
    }
    return best;
  };
}
