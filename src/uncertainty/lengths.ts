/**
 * Lengths of links in a draw. What was estimated lies in its own range, once for each way of estimating. What was
 * worked out from coordinates follows the points at its ends: a crossing that lies farther east makes the road to it
 * longer and the road beyond it shorter by as much. Only moves along a link count: moves across it would lengthen it in
 * any direction, and the more so the less is known. A published length that was split in proportion keeps its sum.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import { createPlane } from '../network/local-plane.ts';
import type { RoadState } from '../scenario/apply.ts';
import { findShifts, listLinkEnds, type LinkEnds, type Shifts } from './shifts.ts';
import { toWay } from './used.ts';
import type { Values } from './values.ts';

/** Ways of estimating of the links of a state, as numbers, and their ranges. */
interface LengthColumns {
  readonly ways: readonly string[];
  readonly way: Int32Array;
  readonly low: Float64Array;
  readonly middle: Float64Array;
  readonly high: Float64Array;
  /** By link, parts of its straight length a degree east and north of its end beyond its beginning; 0 = not derived. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  /** Links among which one published length is split. */
  readonly splits: readonly (readonly number[])[];
  /** By link: numbers of the nodes at its ends. */
  readonly ends: LinkEnds;
}

/** A length says so where it was worked out from coordinates. */
const DERIVED = /\bcrow\b|\bdrawn length\b/;
const SPLIT = /\bin proportion to the drawn length\b/;

/** How the straight length of a link grows with a degree east and north of its end. */
function toSlopes({ geometry, lengthHow }: Link): readonly [east: number, north: number] {
  const [from, to] = [geometry[0], geometry.at(-1)];
  if (from === undefined || to === undefined || !DERIVED.test(lengthHow)) return [0, 0];
  // Half-way: there and back are alike.
  const { kx, ky } = createPlane([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  const [x, y] = [(to[0] - from[0]) * kx, (to[1] - from[1]) * ky];
  const square = x * x + y * y;
  return square === 0 ? [0, 0] : [(x * kx) / square, (y * ky) / square];
}

/** One list a section, way and text, in their order along it. */
function listSplits(links: readonly Link[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [at, { section, lengthHow, id, featureId }] of links.entries()) {
    if (!SPLIT.test(lengthHow)) continue;
    const key = `${section} ${id === featureId} ${lengthHow}`;
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push(at);
  }
  return [...groups.values()];
}

function makeColumns(dataset: Dataset, { links }: RoadState): LengthColumns {
  const ways = [...new Set(links.map(toWay))];
  const numbers = new Map(ways.map((way, i) => [way, i]));
  const slopes = links.map(toSlopes);
  return {
    ways,
    way: Int32Array.from(links, (link) => numbers.get(toWay(link)) ?? 0),
    low: Float64Array.from(links, ({ lengthLowM }) => lengthLowM),
    middle: Float64Array.from(links, ({ lengthM }) => lengthM),
    high: Float64Array.from(links, ({ lengthHighM }) => lengthHighM),
    east: Float64Array.from(slopes, ([east]) => east),
    north: Float64Array.from(slopes, ([, north]) => north),
    splits: listSplits(links),
    ends: listLinkEnds(dataset, links),
  };
}

const COLUMNS = new WeakMap<RoadState, LengthColumns>();

function findColumns(dataset: Dataset, state: RoadState): LengthColumns {
  const columns = COLUMNS.get(state) ?? makeColumns(dataset, state);
  COLUMNS.set(state, columns);
  return columns;
}

/** Stretches every derived length by the moves of the points at its ends. */
function follow(
  lengthsM: Float64Array,
  { east, north, splits, ends }: LengthColumns,
  { lon, lat }: Shifts,
): void {
  const before = splits.map((links) => links.reduce((sum, link) => sum + (lengthsM[link] as number), 0));
  for (let link = 0; link < lengthsM.length; link += 1) {
    const [tail, head] = [ends.from[link] as number, ends.to[link] as number];
    const eastward = ((lon[head] as number) - (lon[tail] as number)) * (east[link] as number);
    const northward = ((lat[head] as number) - (lat[tail] as number)) * (north[link] as number);
    // Two points that were recorded in the wrong order lie at one place at the nearest.
    lengthsM[link] = (lengthsM[link] as number) * Math.max(0, 1 + eastward + northward);
  }
  for (const [i, links] of splits.entries()) {
    const after = links.reduce((sum, link) => sum + (lengthsM[link] as number), 0);
    if (after === 0) continue;
    for (const link of links) lengthsM[link] = (lengthsM[link] as number) * ((before[i] as number) / after);
  }
}

/** Metres of every link of a state in a draw, in its order. */
export function listLengthsM(state: RoadState, values: Values): Float64Array {
  const columns = findColumns(values.dataset, state);
  const { ways, way, low, middle, high } = columns;
  const parts = ways.map((one) => values.lengthParts.get(one) ?? 0);
  const lengthsM = middle.map((lengthM, link) => {
    const part = parts[way[link] as number] as number;
    const end = (part < 0 ? low[link] : high[link]) as number;
    return lengthM + Math.abs(part) * (end - lengthM);
  });
  const shifts = findShifts(values);
  if (shifts !== null) follow(lengthsM, columns, shifts);
  return lengthsM;
}
