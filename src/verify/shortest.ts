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

/** A pair of vertices with the weight of the cheapest piece between them. */
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const toKey = (from: string, to: string): string => `${from} ${to}`;

/** The cheapest of parallel pieces, by pair of vertices. */
function listCheapest(pieces: readonly Piece[], measure: Measure): ReadonlyMap<string, Pair> {
  const cheapest = new Map<string, Pair>();
  for (const piece of pieces) {
    const [from, to] = [inside(piece.from), inside(piece.to)];
    const weight = checkWeight(piece, measure(piece));
    const known = cheapest.get(toKey(from, to));
    if (known === undefined || weight < known.weight) cheapest.set(toKey(from, to), { from, to, weight });
  }
  return cheapest;
}

function toGraphology(pairs: ReadonlyMap<string, Pair>): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [key, { from, to, weight }] of pairs) {
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.addDirectedEdgeWithKey(key, from, to, { weight });
  }
  return graph;
}

/**
 * Prepares a network for least sums of a measure; the result gives them from any vertex. Vertices that no
 * route reaches are missing. Throws RangeError for a weight that is not a whole number, 0 or more.
 */
export function prepareSums(pieces: readonly Piece[], measure: Measure): (from: string) => Sums {
  const cheapest = listCheapest(pieces, measure);
  const graph = toGraphology(cheapest);
  return (from) => {
    const sums = new Map([[inside(from), 0]]);
    if (!graph.hasNode(inside(from))) return new Map([[from, 0]]);
    const paths = Object.entries(dijkstra.singleSource(graph, inside(from), 'weight'));
    // A path goes on from the path to the vertex before, which is shorter and so comes first.
    for (const [vertex, path] of paths.toSorted(([, a], [, b]) => a.length - b.length)) {
      const before = path.at(-2);
      if (before === undefined) continue;
      sums.set(vertex, (sums.get(before) ?? NaN) + (cheapest.get(toKey(before, vertex))?.weight ?? NaN));
    }
    return new Map([...sums].map(([vertex, total]) => [outside(vertex), total]));
  };
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

/** Least ways from one vertex to any other. */
export interface Ways {
  /** Least sum of what the search minimises; Infinity where there is no way. */
  readonly costTo: (target: string) => number;
  /** The least route in the model's order; null where there is none. */
  readonly findRoute: (target: string) => readonly Piece[] | null;
}

/** Pieces of least cost and, among those, of least length, by the vertex they lead to. */
function listShortest(
  pieces: readonly Piece[],
  from: string,
  costs: Sums,
): ReadonlyMap<string, readonly Piece[]> {
  const cheapest = listTight(pieces, costs, costOf);
  return groupByHead(listTight(cheapest, prepareSums(cheapest, lengthOf)(from), lengthOf));
}

/** Prepares a network for least ways; the result finds them from any vertex. */
export function prepareWays(pieces: readonly Piece[]): (from: string) => Ways {
  const sumCosts = prepareSums(pieces, costOf);
  return (from) => {
    const costs = sumCosts(from);
    let into: ReadonlyMap<string, readonly Piece[]> | undefined;
    return {
      costTo: (target) => costs.get(target) ?? Infinity,
      findRoute: (target) => {
        if (!costs.has(target)) return null;
        into ??= listShortest(pieces, from, costs);
        return firstInOrder(listTiedRoutes(into, from, [], target));
      },
    };
  };
}

/** The route of the smallest link sequence among equal ones. */
function firstInOrder(routes: Iterable<readonly Piece[]>): readonly Piece[] | null {
  let best: readonly Piece[] | null = null;
  let looked = 0;
  for (const route of routes) {
    if (best === null || compareSequences(linkSequence(route), linkSequence(best)) < 0) best = route;
    looked += 1;
    if (looked === MOST_TIED) break;
  }
  return best;
}
