/** What of the region a report's maps show: everything the answer speaks of, with some ground around it. */
import type { LonLat } from '../model/source.ts';

export type Frame = readonly [west: number, south: number, east: number, north: number];

/** Ground beyond the outermost point, as a part of the extent. */
const AROUND = 0.06;
/** Least extent in degrees: about 5 km. */
const LEAST = 0.05;

const range = (values: readonly number[]): readonly [number, number] =>
  values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

function widen([low, high]: readonly [number, number]): readonly [number, number] {
  const extent = Math.max(LEAST, high - low);
  const middle = (low + high) / 2;
  const half = extent / 2 + extent * AROUND;
  return [middle - half, middle + half];
}

/** Degrees as a coordinate of the data: at most six decimals. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The frame of some points; that of the region where there is none. */
export function toFrame(points: readonly LonLat[], region: Frame): Frame {
  if (points.length === 0) return region;
  const [west, east] = widen(range(points.map(([lon]) => lon)));
  const [south, north] = widen(range(points.map(([, lat]) => lat)));
  return [round(west), round(south), round(east), round(north)];
}

/** Whether the box around a line meets the frame. */
export function isInFrame(line: readonly LonLat[], [west, south, east, north]: Frame): boolean {
  const [left, right] = range(line.map(([lon]) => lon));
  const [low, high] = range(line.map(([, lat]) => lat));
  return right >= west && left <= east && high >= south && low <= north;
}
