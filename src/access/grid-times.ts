/**
 * Proved times of a grid: for every cell a time that none of its points exceeds, and one that none stays
 * below, to or from a place. Neither depends on a cutoff. The bounds of a pair (`pair-bounds.ts`) are those
 * of driving between a cell and either end of a feature; what is added here is the way from there.
 */
import { connectorTimeMs } from '../network/impedance.ts';
import { getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { searchBounds } from '../routing/bounds.ts';
import { searchTree } from '../routing/tree.ts';
import { FULL_ACCESS, JOINED, NEAREST, type Grid } from './grid.ts';
import { findEndTimes, findPairBounds, type EndTimes, type PairBounds } from './pair-bounds.ts';

/** to: from every point to the place; from: from the place to every point. */
export type Direction = 'to' | 'from';

/** Milliseconds by cell; Infinity where nothing is proved, or nothing is reached. */
export interface GridTimes {
  /** No point of the cell takes longer. Infinity in a cell whose points may have no access. */
  readonly most: Float32Array;
  /** No point of the cell takes less. */
  readonly least: Float32Array;
}

/** Rounding of the pieces of a cut road and of connectors to whole ms, and of bounds to 32 bits. */
const ROUNDING_MS = 8;

/** Least times between every vertex and the place, in the direction asked for. */
function searchPlace(network: Network, place: string, direction: Direction): Float64Array {
  const { graph, timeMs } = network;
  if (direction === 'from') {
    return searchTree({ ...graph, cost: timeMs }, getOriginVertex(network, place)).cost;
  }
  return searchBounds(graph, getDestinationVertex(network, place), timeMs, graph.length).first;
}

/** Where the place itself joins a feature: points of it may drive there without passing an end. */
interface Join {
  readonly share: number;
  readonly timeMs: number;
}

function listJoins(network: Network, place: string): ReadonlyMap<string, Join> {
  const { connectors, dataset, setting } = network;
  return new Map(
    connectors
      .filter((one) => one.place === place)
      .map(({ featureId, share, lengthMm }) => {
        return [featureId, { share, timeMs: connectorTimeMs(dataset, lengthMm, setting) }];
      }),
  );
}

interface Bounds {
  most: number;
  least: number;
}

/**
 * Bounds of a pair whose feature the place joins too, by the way along the feature between the two. Where
 * points of the cell may join on either side of the place, no part of the road is sure to be driven.
 */
function boundDirect(grid: Grid, pair: number, join: Join, ends: EndTimes, bounds: Bounds): void {
  const { firstSample, distanceM, share, feature, slackM, roads } = grid;
  const f = feature[pair] as number;
  const lengthM = roads.lengthM[f] as number;
  const slackShare = lengthM === 0 ? 1 : (2 * (slackM[pair] as number)) / lengthM;
  let [most, leastAlong, leastAcross, first, last] = [0, Infinity, Infinity, Infinity, -Infinity];
  for (let i = firstSample[pair] as number; i < (firstSample[pair + 1] as number); i += 1) {
    const by = (share[i] as number) - join.share;
    const wholeMs = (by > 0 ? ends.wholeA[f] : ends.wholeB[f]) as number;
    const alongMs = by === 0 ? 0 : Math.abs(by) * wholeMs;
    const acrossMs = (distanceM[i] as number) * ends.msPerM;
    most = Math.max(most, alongMs + acrossMs);
    leastAlong = Math.min(leastAlong, alongMs + acrossMs);
    leastAcross = Math.min(leastAcross, acrossMs);
    first = Math.min(first, by);
    last = Math.max(last, by);
  }
  const isBeside = first > slackShare || last < -slackShare;
  const slackMs = (slackM[pair] as number) * (ends.slackMsPerM[f] as number);
  bounds.most = isBeside || isTwoWay(ends, f) ? most + slackMs + join.timeMs : Infinity;
  bounds.least = (isBeside ? leastAlong : leastAcross) - slackMs + join.timeMs;
}

function isTwoWay({ wholeA, wholeB }: EndTimes, f: number): boolean {
  return Number.isFinite(wholeA[f]) && Number.isFinite(wholeB[f]);
}

function boundCells(
  grid: Grid,
  pairs: PairBounds,
  endA: Float64Array,
  endB: Float64Array,
  joins: readonly (Join | undefined)[],
  ends: EndTimes,
): GridTimes {
  const { firstPair, feature, role, access } = grid;
  const { mostA, mostB, leastA, leastB } = pairs;
  const [most, least] = [new Float32Array(access.length), new Float32Array(access.length)];
  const direct: Bounds = { most: Infinity, least: Infinity };
  for (let cell = 0; cell < access.length; cell += 1) {
    let joined = Infinity;
    let nearest = -Infinity;
    let lowest = Infinity;
    const end = firstPair[cell + 1] as number;
    for (let pair = firstPair[cell] as number; pair < end; pair += 1) {
      const f = feature[pair] as number;
      const a = endA[f] as number;
      const b = endB[f] as number;
      let high = Math.min(a + (mostA[pair] as number), b + (mostB[pair] as number));
      let low = Math.min(a + (leastA[pair] as number), b + (leastB[pair] as number));
      const join = joins[f];
      if (join !== undefined) {
        boundDirect(grid, pair, join, ends, direct);
        high = Math.min(high, direct.most);
        low = Math.min(low, direct.least);
      }
      const bits = role[pair] as number;
      if ((bits & JOINED) !== 0 && high < joined) joined = high;
      if ((bits & NEAREST) !== 0 && high > nearest) nearest = high;
      if (low < lowest) lowest = low;
    }
    const sure =
      access[cell] === FULL_ACCESS ? Math.min(joined, nearest === -Infinity ? Infinity : nearest) : Infinity;
    most[cell] = sure + ROUNDING_MS;
    least[cell] = lowest - ROUNDING_MS;
  }
  return { most, least };
}

/**
 * Proved times between every cell and a place of the network, in ms. Of the time a trip takes, not of toll:
 * a network whose search weighs tolls is refused with a RangeError. Throws DataError for a place the network
 * was not built with.
 */
export function timeGrid(grid: Grid, network: Network, place: string, direction: Direction): GridTimes {
  if (network.setting.valueOfTimeCnyPerH !== null) throw new RangeError('a grid is timed without tolls');
  const { roads } = grid;
  const ends = findEndTimes(roads, network, direction);
  const reached = searchPlace(network, place, direction);
  const [endA, endB] = [ends.vertexA, ends.vertexB].map((vertices) =>
    Float64Array.from(vertices, (vertex) => reached[vertex] ?? Infinity),
  ) as [Float64Array, Float64Array];
  const joinOf = listJoins(network, place);
  const joins = roads.features.map((id) => joinOf.get(id));
  return boundCells(grid, findPairBounds(grid, ends), endA, endB, joins, ends);
}
