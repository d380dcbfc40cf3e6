/**
 * The roads of a network as one block of numbers that a graphics card takes as it is: stretch by stretch, the lesser
 * roads first, so that the greater ones lie on top; three times over, with fewer points for looking from afar.
 */
import { E7, ROAD_STATUS, type ImportedNetwork } from '../../src/index.ts';
import { keepPoints } from './simplify.ts';

/** Ranks of roads as they are drawn, from the lowest. */
export const RANKS = ['minor', 'local', 'ramp', 'arterial', 'urban', 'expressway'] as const;
export type Rank = (typeof RANKS)[number];

/** Of one stretch: x and y of both ends, shares of its link's length at both, its link as two numbers. */
export const STRETCH_WORDS = 8;
/** A link is so many times its first number, and its second: a 32-bit float counts no farther than 2^24. */
export const LINK_BASE = 4096;
/** Stretches of a run: enough that few calls draw a city, few enough that those off the screen are left out. */
export const RUN = 1024;

/** Stretches that follow each other, of one rank and near each other: what lies off the screen is not drawn. */
export interface Run {
  readonly rank: Rank;
  /** Of roads that there are with a scenario alone: they are drawn where they are reached. */
  readonly isNew: boolean;
  readonly from: number;
  readonly count: number;
  /** Least and greatest x and y. */
  readonly box: readonly [number, number, number, number];
}

/** How the roads look up to a zoom. */
interface Level {
  readonly upTo: number;
  /** All stretches, the lowest rank first. */
  readonly runs: readonly Run[];
}

export interface RoadColumns {
  /** Eight 32-bit floats a stretch. */
  readonly stretches: Float32Array;
  /** From afar to near. */
  readonly levels: readonly Level[];
  /** Point that x and y count from, in Web Mercator, 0 … 1. */
  readonly origin: readonly [x: number, y: number];
  readonly links: number;
}

/** Zooms up to which lines may be off by the tolerance in pixels; nearer, they are whole. */
const FAR_ZOOMS = [11.25, 13.5];
const TOLERANCE_PX = 0.6;
/** Pixels of the whole world at zoom 0. */
export const WORLD_PX = 512;

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

/** Longitudes and latitudes of a link, one after the other. */
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

/** A link as it is drawn from near. */
interface Line {
  readonly link: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly shares: readonly number[];
}

function toLine(network: ImportedNetwork, link: number, origin: RoadColumns['origin']): Line {
  const points = listPoints(network, link);
  const shares = toShares(points);
  const [xs, ys] = [new Float64Array(shares.length), new Float64Array(shares.length)];
  for (const i of shares.keys()) {
    const [x, y] = toMercator(points[2 * i] as number, points[2 * i + 1] as number);
    xs[i] = x - origin[0];
    ys[i] = y - origin[1];
  }
  return { link, xs, ys, shares };
}

/** Numbers of stretches as they are added. */
class Writer {
  #floats = new Float32Array(STRETCH_WORDS * 2 ** 16);
  count = 0;

  add({ link, xs, ys, shares }: Line, from: number, to: number): void {
    const at = STRETCH_WORDS * this.count;
    if (at === this.#floats.length) {
      const more = new Float32Array(2 * at);
      more.set(this.#floats);
      this.#floats = more;
    }
    const floats = this.#floats;
    [floats[at], floats[at + 1]] = [xs[from] as number, ys[from] as number];
    [floats[at + 2], floats[at + 3]] = [xs[to] as number, ys[to] as number];
    [floats[at + 4], floats[at + 5]] = [shares[from] as number, shares[to] as number];
    [floats[at + 6], floats[at + 7]] = [Math.floor(link / LINK_BASE), link % LINK_BASE];
    this.count += 1;
  }

  /** The box of so many stretches. */
  toBox(first: number, count: number): Run['box'] {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let stretch = first; stretch < first + count; stretch += 1) {
      for (const end of [0, 2]) {
        const at = STRETCH_WORDS * stretch + end;
        const [x, y] = [this.#floats[at] as number, this.#floats[at + 1] as number];
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
    }
    return [left, top, right, bottom];
  }

  finish(): Float32Array {
    return this.#floats.slice(0, STRETCH_WORDS * this.count);
  }
}

/** Writes the lines of a rank; `tolerance` 0 keeps every point. */
function writeRank(
  writer: Writer,
  { rank, isNew }: Pick<Run, 'rank' | 'isNew'>,
  lines: readonly Line[],
  tolerance: number,
): readonly Run[] {
  const first = writer.count;
  for (const line of lines) {
    const kept = tolerance === 0 ? [...line.xs.keys()] : keepPoints(line.xs, line.ys, tolerance);
    for (let i = 1; i < kept.length; i += 1) writer.add(line, kept[i - 1] as number, kept[i] as number);
  }
  const runs: Run[] = [];
  for (let from = first; from < writer.count; from += RUN) {
    const count = Math.min(RUN, writer.count - from);
    runs.push({ rank, isNew, from, count, box: writer.toBox(from, count) });
  }
  return runs;
}

/** Whether a link was there and open before a scenario. */
function isKnown({ links, roads }: ImportedNetwork, link: number): boolean {
  return link < links.from.length && roads.status[links.road[link] as number] === ROAD_STATUS.open;
}

/**
 * The roads of a network that are open; of one under a scenario those alone that it has beyond `before`. Links of a
 * network are ordered by where they lie, and so are runs.
 */
export function toRoadColumns(network: ImportedNetwork, before: ImportedNetwork | null = null): RoadColumns {
  const [west, south, east, north] = network.notes.bounds;
  const origin = toMercator((west + east) / 2, (south + north) / 2);
  const byRank = RANKS.map((): Line[] => []);
  for (const [link, rank] of rankLinks(network).entries())
    if (before === null || !isKnown(before, link)) byRank[rank]?.push(toLine(network, link, origin));
  const isNew = before !== null;
  const writer = new Writer();
  const levels = [...FAR_ZOOMS, Infinity].map((upTo): Level => {
    const tolerance = TOLERANCE_PX / (WORLD_PX * 2 ** upTo);
    const runs = RANKS.flatMap((rank, i) => writeRank(writer, { rank, isNew }, byRank[i] ?? [], tolerance));
    return { upTo, runs };
  });
  return { stretches: writer.finish(), levels, origin, links: network.links.from.length };
}

/**
 * The roads of a network, and those that a scenario has beyond them; the very same where it has none, so that nothing
 * goes to the graphics card anew for a road that is closed.
 */
export function joinColumns(base: RoadColumns, more: RoadColumns): RoadColumns {
  if (more.stretches.length === 0 && more.links === base.links) return base;
  const first = base.stretches.length / STRETCH_WORDS;
  const stretches = new Float32Array(base.stretches.length + more.stretches.length);
  stretches.set(base.stretches);
  stretches.set(more.stretches, base.stretches.length);
  const levels = base.levels.map(({ upTo, runs }, i) => {
    const added = (more.levels[i]?.runs ?? []).map((run) => ({ ...run, from: run.from + first }));
    return { upTo, runs: [...runs, ...added] };
  });
  return { stretches, levels, origin: base.origin, links: more.links };
}
