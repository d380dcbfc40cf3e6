/**
 * The roads of a network as one block of numbers that a graphics card takes as it is: stretch by stretch, the lesser
 * roads first, so that the greater ones lie on top.
 */
import { ROAD_STATUS, type ImportedNetwork } from '../../src/index.ts';

/** Ranks of roads as they are drawn, from the lowest. */
export const RANKS = ['minor', 'local', 'ramp', 'arterial', 'urban', 'expressway'] as const;
export type Rank = (typeof RANKS)[number];

/** Of one stretch: x and y of both ends, shares of its link's length at both, its link. */
export const STRETCH_WORDS = 7;

/** Stretches that follow each other, of one rank and near each other: what lies off the screen is not drawn. */
export interface Run {
  readonly rank: Rank;
  readonly from: number;
  readonly count: number;
  /** Least and greatest x and y. */
  readonly box: readonly [number, number, number, number];
}

export interface RoadColumns {
  /** Six 32-bit floats and one unsigned integer a stretch. */
  readonly stretches: ArrayBuffer;
  /** All stretches, the lowest rank first. */
  readonly runs: readonly Run[];
  /** Point that x and y count from, in Web Mercator, 0 … 1. */
  readonly origin: readonly [x: number, y: number];
  readonly links: number;
}

const E7 = 10_000_000;
const DEGREES = 180 / Math.PI;

/** Web Mercator, 0 … 1 from the west and from the north. */
export function toMercator(lon: number, lat: number): readonly [x: number, y: number] {
  const y = Math.log(Math.tan(Math.PI / 4 + lat / DEGREES / 2));
  return [lon / 360 + 0.5, 0.5 - y / (2 * Math.PI)];
}

/** Classes of roads that are drawn thinner than other local ones. */
const MINOR = new Set(['service', 'track', 'path', 'footway', 'cycleway', 'pedestrian', 'bridleway']);
const BY_FACILITY: Readonly<Record<string, Rank>> = {
  expressway: 'expressway',
  'urban-expressway': 'urban',
  arterial: 'arterial',
  ramp: 'ramp',
};

/** Rank of a class of roads. */
function toRank({ id, facility }: ImportedNetwork['notes']['classes'][number]): Rank {
  if (id === 'trunk') return 'urban';
  return BY_FACILITY[facility ?? ''] ?? (MINOR.has(id) ? 'minor' : 'local');
}

/** Rank of every link as its place in RANKS; −1 for roads that are not open. */
export function rankLinks({ notes, roads, links }: ImportedNetwork): Int8Array {
  const ranks = notes.classes.map((one) => RANKS.indexOf(toRank(one)));
  return Int8Array.from(links.road, (road) =>
    roads.status[road] === ROAD_STATUS.open ? (ranks[roads.roadClass[road] as number] ?? -1) : -1,
  );
}

/** Points of a link as x and y from an origin. */
function listPoints({ nodes, links, shape }: ImportedNetwork, link: number): readonly number[] {
  const points: number[] = [];
  const add = (lonE7: number, latE7: number): void => void points.push(lonE7 / E7, latE7 / E7);
  const [from, to] = [links.from[link] as number, links.to[link] as number];
  add(nodes.lonE7[from] as number, nodes.latE7[from] as number);
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1)
    add(shape.lonE7[i] as number, shape.latE7[i] as number);
  add(nodes.lonE7[to] as number, nodes.latE7[to] as number);
  return points;
}

/** Lengths before each point as shares of the whole, on a plane at the first: as links are cut. */
export function toShares(points: readonly number[]): readonly number[] {
  const cos = Math.cos((points[1] as number) / DEGREES);
  const before = [0];
  for (let i = 2; i < points.length; i += 2) {
    const dx = ((points[i] as number) - (points[i - 2] as number)) * cos;
    const dy = (points[i + 1] as number) - (points[i - 1] as number);
    before.push((before.at(-1) as number) + Math.hypot(dx, dy));
  }
  const whole = before.at(-1) as number;
  return before.map((length) => (whole === 0 ? 0 : length / whole));
}

/** Stretches of a run: enough that few calls draw a city, few enough that those off the screen are left out. */
const RUN = 4096;

function toRun(floats: Float32Array, rank: Rank, from: number, count: number): Run {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let stretch = from; stretch < from + count; stretch += 1) {
    for (const end of [0, 2]) {
      const [x = 0, y = 0] = floats.subarray(STRETCH_WORDS * stretch + end);
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return { rank, from, count, box: [left, top, right, bottom] };
}

/** Runs of each rank: links of a network are ordered by where they lie. */
function listRuns(floats: Float32Array, counts: readonly number[]): readonly Run[] {
  let from = 0;
  return RANKS.flatMap((rank, i) => {
    const end = from + (counts[i] ?? 0);
    const runs: Run[] = [];
    for (; from < end; from += RUN) runs.push(toRun(floats, rank, from, Math.min(RUN, end - from)));
    from = end;
    return runs;
  });
}

/** Links in the order they are drawn, and how many stretches each rank has. */
function arrange(network: ImportedNetwork): { readonly order: readonly number[]; readonly counts: number[] } {
  const rank = rankLinks(network);
  const { shapeStart } = network.links;
  const byRank = RANKS.map((): number[] => []);
  const counts = RANKS.map(() => 0);
  for (const [link, at] of rank.entries()) {
    if (at < 0) continue;
    byRank[at]?.push(link);
    const inside = (shapeStart[link + 1] as number) - (shapeStart[link] as number);
    counts[at] = (counts[at] as number) + inside + 1;
  }
  return { order: byRank.flat(), counts };
}

/** The roads of a network that are open. */
export function toRoadColumns(network: ImportedNetwork): RoadColumns {
  const { order, counts } = arrange(network);
  const [west, south, east, north] = network.notes.bounds;
  const origin = toMercator((west + east) / 2, (south + north) / 2);
  const stretches = new ArrayBuffer(4 * STRETCH_WORDS * counts.reduce((sum, count) => sum + count, 0));
  const [floats, words] = [new Float32Array(stretches), new Uint32Array(stretches)];
  let at = 0;
  for (const link of order) {
    const points = listPoints(network, link);
    const shares = toShares(points);
    let [x, y] = toMercator(points[0] as number, points[1] as number);
    for (let i = 1; i < shares.length; i += 1) {
      const [nextX, nextY] = toMercator(points[2 * i] as number, points[2 * i + 1] as number);
      floats.set([x - origin[0], y - origin[1], nextX - origin[0], nextY - origin[1]], at);
      floats[at + 4] = shares[i - 1] as number;
      floats[at + 5] = shares[i] as number;
      words[at + 6] = link;
      at += STRETCH_WORDS;
      [x, y] = [nextX, nextY];
    }
  }
  return { stretches, runs: listRuns(floats, counts), origin, links: network.links.from.length };
}
