/** Points sampled on a grid, timed one by one as trips, against what the grid proves of their cells. */
import type { Direction, GridTimes } from '../../src/access/grid-times.ts';
import type { Grid } from '../../src/access/grid.ts';
import type { Outline } from '../../src/access/outline.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { findConnectors, type Place } from '../../src/network/connectors.ts';
import type { Setting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import type { Random } from '../scene/random.ts';

/** A place of a random point in a cell. */
function drawPlace({ lattice }: Grid, cell: number, random: Random): Place {
  const { columns, lons, lats } = lattice;
  const between = (edges: Float64Array, i: number): number => {
    const [from = NaN, to = NaN] = [edges[i], edges[i + 1]];
    return from + ((to - from) * random.int(0, 1_000_000)) / 1e6;
  };
  const at: LonLat = [between(lons, cell % columns), between(lats, Math.floor(cell / columns))];
  return { id: `${at[0]},${at[1]}`, at };
}

/** The place has access: it is on the map. */
function hasAccess(dataset: Dataset, place: Place): boolean {
  try {
    return findConnectors(dataset, place).length > 0;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

export interface Timed {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly place: Place;
  readonly direction: Direction;
}

/** Times of trips between some points and the place, ms; Infinity without a way, null without access. */
export function timePoints(asked: Timed, points: readonly Place[]): readonly (number | null)[] {
  const { dataset, scenario, setting, place, direction } = asked;
  const onMap = points.filter((point) => hasAccess(dataset, point));
  const [origins, destinations] = direction === 'to' ? [onMap, [place]] : [[place], onMap];
  const table = skim(dataset, scenario, setting, origins, destinations, { corners: false });
  const of = (id: string): number =>
    (direction === 'to' ? table.find(id, place.id) : table.find(place.id, id)).timeMs;
  const known = new Set(onMap.map(({ id }) => id));
  return points.map(({ id }) => (known.has(id) ? of(id) : null));
}

export interface Sampled {
  /** What is wrong, a line each. */
  readonly wrong: readonly string[];
  /** Points whose cell has both bounds. */
  readonly bounded: number;
}

/** Samples points in random cells and holds each against its cell. */
export function samplePoints(
  grid: Grid,
  times: GridTimes,
  asked: Timed,
  count: number,
  random: Random,
): Sampled {
  const cells = Array.from({ length: count }, () => random.int(0, grid.access.length - 1));
  const points = cells.map((cell) => drawPlace(grid, cell, random));
  const wrong: string[] = [];
  let bounded = 0;
  for (const [i, timeMs] of timePoints(asked, points).entries()) {
    const cell = cells[i] ?? NaN;
    const [most = NaN, least = NaN, access] = [times.most[cell], times.least[cell], grid.access[cell]];
    if (Number.isFinite(most)) bounded += 1;
    const id = `${points[i]?.id}: ${timeMs} ms, ${least}–${most}, access ${access}`;
    if (timeMs === null ? access === 2 || most < Infinity : access === 0) wrong.push(id);
    if (timeMs !== null && !(timeMs <= most && timeMs >= least)) wrong.push(id);
  }
  return { wrong, bounded };
}

/** Even-odd rule over all rings. */
export function isInside([x, y]: LonLat, coordinates: Outline['coordinates']): boolean {
  let inside = false;
  for (const ring of coordinates.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as LonLat, ring[i] as LonLat];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
