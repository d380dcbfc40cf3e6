/** Checks that every coordinate lies in the region the header names, longitude first. */
import type { DatasetHeader } from '../model/dataset.ts';
import type { LonLat } from '../model/source.ts';
import type { Report, Spot } from './report.ts';
import { listSound } from './rows.ts';
import type { Tables } from './tables.ts';
import { toWater } from './water.ts';

type Region = DatasetHeader['region'];

/** Tells coordinates off the region; of a line the first one only. */
export function checkGeography(tables: Tables, report: Report): void {
  const region = findRegion(tables);
  if (region === null) return;
  const keys = ['geometry', 'coordinates'];
  for (const { spot, value } of listSound(tables.nodes)) {
    checkPoint(value.geometry.coordinates, region, spot, keys, report);
  }
  for (const { spot, value } of listSound(tables.links)) {
    checkLine(value.geometry.coordinates, region, spot, keys, report);
  }
  for (const { spot, value } of listSound(tables.water)) {
    const isLine = value.geometry.type === 'LineString';
    for (const [index, line] of toWater(value).lines.entries()) {
      checkLine(line, region, spot, isLine ? keys : [...keys, index], report);
    }
  }
  for (const { spot, value } of [...listSound(tables.zones), ...listSound(tables.plants)]) {
    checkPoint(value.at, region, spot, ['at'], report);
  }
}

/** The region of the header; null where the header is not sound. */
export function findRegion({ header }: Tables): Region | null {
  return listSound(header)[0]?.value.region ?? null;
}

/** True for a coordinate in the region, its border included. */
export function isInside([lon, lat]: LonLat, [west, south, east, north]: Region): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function checkLine(
  line: readonly LonLat[],
  region: Region,
  spot: Spot,
  keys: readonly PropertyKey[],
  report: Report,
): void {
  const index = line.findIndex((point) => !isInside(point, region));
  const point = line[index];
  if (point !== undefined) checkPoint(point, region, spot, [...keys, index], report);
}

function checkPoint(
  point: LonLat,
  region: Region,
  spot: Spot,
  keys: readonly PropertyKey[],
  report: Report,
): void {
  if (isInside(point, region)) return;
  const turned: LonLat = [point[1], point[0]];
  const expected = isInside(turned, region)
    ? `[longitude, latitude] in this order: [${turned.join(', ')}] lies in the region`
    : `a coordinate in the region, longitude ${region[0]} to ${region[2]}, latitude ${region[1]} to ${region[3]}`;
  report.tell(spot, keys, 'off-region', expected, point);
}
