/**
 * Bounds of driving between a cell and either end of a feature that its points may join: connector and part
 * of the road, whole features and their speeds being those of one network. They hold for every place, so
 * they are made once for a network and kept while the next asks for the same.
 */
import { connectorTimeMs, linkImpedanceMs } from '../network/impedance.ts';
import type { Network } from '../network/network.ts';
import { MM_PER_M, M_PER_KM } from '../units.ts';
import type { Grid } from './grid.ts';
import type { Direction } from './grid-times.ts';
import type { GridRoads } from './grid-roads.ts';

/** By feature: what driving along it costs in one network and direction. A is where it is drawn from. */
export interface EndTimes {
  /** Vertices at the ends; −1 for a feature that is not open. */
  readonly vertexA: Int32Array;
  readonly vertexB: Int32Array;
  /** Whole ms between all of the feature and its end A, or B, the way a trip drives; Infinity = never. */
  readonly wholeA: Float64Array;
  readonly wholeB: Float64Array;
  /** Of a connector. */
  readonly msPerM: number;
  /** What a metre of slack may cost, at most. */
  readonly slackMsPerM: Float64Array;
}

/** Ms by pair, Infinity where the feature does not lead there. */
export interface PairBounds {
  readonly mostA: Float32Array;
  readonly leastA: Float32Array;
  readonly mostB: Float32Array;
  readonly leastB: Float32Array;
}

function timeLinks({ dataset, state, setting }: Network, roads: GridRoads): ReadonlyMap<string, number> {
  const features = new Set(roads.features);
  const links = state.links.filter(({ featureId }) => features.has(featureId));
  return new Map(links.map((link) => [link.id, linkImpedanceMs(dataset, link, setting, state.day)]));
}

/** Room for a drawn length on the ellipsoid being off that in a cell's plane. */
const PLANE_ROOM = 1.02;

/** Ms that a metre of slack may cost: on the connector, and on the road itself. */
function listSlackMs(
  lengthM: Float64Array,
  msPerM: number,
  ...wholes: readonly Float64Array[]
): Float64Array {
  return lengthM.map((length, f) => {
    const finite = wholes.map((whole) => whole[f] as number).filter(Number.isFinite);
    return msPerM + (length === 0 ? 0 : (Math.max(0, ...finite) * PLANE_ROOM) / length);
  });
}

function listEndTimes(roads: GridRoads, network: Network, direction: Direction): EndTimes {
  const { dataset, setting, state, vertexByName } = network;
  const times = timeLinks(network, roads);
  const links = new Map(state.links.map((link) => [link.id, link]));
  const count = roads.features.length;
  const [vertexA, vertexB] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  const [wholeA, wholeB] = [new Float64Array(count), new Float64Array(count)];
  for (const [f, id] of roads.features.entries()) {
    const [forwards, back] = [links.get(id), links.get(`${id}~r`)];
    vertexA[f] = vertexByName.get(forwards?.from ?? back?.to ?? '') ?? -1;
    vertexB[f] = vertexByName.get(forwards?.to ?? back?.from ?? '') ?? -1;
    const [onMs, backMs] = [times.get(id) ?? Infinity, times.get(`${id}~r`) ?? Infinity];
    wholeA[f] = direction === 'to' ? backMs : onMs;
    wholeB[f] = direction === 'to' ? onMs : backMs;
  }
  const msPerM = connectorTimeMs(dataset, MM_PER_M * M_PER_KM, setting) / M_PER_KM;
  const slackMsPerM = listSlackMs(roads.lengthM, msPerM, wholeA, wholeB);
  return { vertexA, vertexB, wholeA, wholeB, msPerM, slackMsPerM };
}

/** By network, then direction: asked for every place of one. */
const END_TIMES = new WeakMap<Network, Map<Direction, EndTimes>>();

/** Ends and times of the roads a site may join, as a network has them. */
export function findEndTimes(roads: GridRoads, network: Network, direction: Direction): EndTimes {
  const known = END_TIMES.get(network) ?? new Map<Direction, EndTimes>();
  END_TIMES.set(network, known);
  const ends = known.get(direction) ?? listEndTimes(roads, network, direction);
  known.set(direction, ends);
  return ends;
}

function boundPairs(grid: Grid, ends: EndTimes): PairBounds {
  const { feature, firstSample, distanceM, share, slackM } = grid;
  const pairs = feature.length;
  const [mostA, leastA] = [new Float32Array(pairs), new Float32Array(pairs)];
  const [mostB, leastB] = [new Float32Array(pairs), new Float32Array(pairs)];
  for (let pair = 0; pair < pairs; pair += 1) {
    const f = feature[pair] as number;
    const wholeA = ends.wholeA[f] as number;
    const wholeB = ends.wholeB[f] as number;
    const a = Number.isFinite(wholeA) ? wholeA : 0;
    const b = Number.isFinite(wholeB) ? wholeB : 0;
    let highA = -Infinity;
    let lowA = Infinity;
    let highB = -Infinity;
    let lowB = Infinity;
    for (let i = firstSample[pair] as number; i < (firstSample[pair + 1] as number); i += 1) {
      const acrossMs = (distanceM[i] as number) * ends.msPerM;
      const part = share[i] as number;
      const toA = acrossMs + part * a;
      const toB = acrossMs + (1 - part) * b;
      if (toA > highA) highA = toA;
      if (toA < lowA) lowA = toA;
      if (toB > highB) highB = toB;
      if (toB < lowB) lowB = toB;
    }
    const slackMs = (slackM[pair] as number) * (ends.slackMsPerM[f] as number);
    mostA[pair] = a === wholeA ? highA + slackMs : Infinity;
    leastA[pair] = a === wholeA ? lowA - slackMs : Infinity;
    mostB[pair] = b === wholeB ? highB + slackMs : Infinity;
    leastB[pair] = b === wholeB ? lowB - slackMs : Infinity;
  }
  return { mostA, leastA, mostB, leastB };
}

interface Kept {
  readonly ends: EndTimes;
  readonly bounds: PairBounds;
}

/** Base and build mostly ask for the same; a few vehicles and hours stay at hand beside them. */
const KEPT_BOUNDS = 6;
const BOUNDS = new WeakMap<Grid, Kept[]>();

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i]);
}

/** Bounds of all pairs of a grid, made when first asked for. */
export function findPairBounds(grid: Grid, ends: EndTimes): PairBounds {
  const kept = BOUNDS.get(grid) ?? [];
  BOUNDS.set(grid, kept);
  const known = kept.find(
    (one) =>
      one.ends.msPerM === ends.msPerM &&
      isSame(one.ends.wholeA, ends.wholeA) &&
      isSame(one.ends.wholeB, ends.wholeB),
  );
  if (known !== undefined) return known.bounds;
  const bounds = boundPairs(grid, ends);
  if (kept.length >= KEPT_BOUNDS) kept.shift();
  kept.push({ ends, bounds });
  return bounds;
}
