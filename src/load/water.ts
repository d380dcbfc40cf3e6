/** File `water.geojson`: rivers and channels that a connector may not cross. */
import * as z from 'zod';

import type { Water } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { exactly, filledList, id, list, lonLat, numberAbove0, record, sources, text } from './fields.ts';
import type { Folder } from './folder.ts';
import { crs } from './crs.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, readList } from './rows.ts';

const LINE_WORDS = 'a line of at least two coordinates';
const line = z.array(lonLat, LINE_WORDS).min(2, LINE_WORDS);
const RING_WORDS = 'a ring: at least four coordinates, the last equal to the first';
const ring = z
  .array(lonLat, RING_WORDS)
  .min(4, RING_WORDS)
  .refine((points) => isClosed(points), { error: RING_WORDS, params: { code: 'contradiction' } });

function isClosed(points: readonly LonLat[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

const geometry = z.union(
  [
    record('a line', { type: exactly('LineString'), coordinates: line }),
    record('several lines', { type: exactly('MultiLineString'), coordinates: filledList('lines', line) }),
    record('an area', { type: exactly('Polygon'), coordinates: filledList('rings', ring) }),
  ],
  'a geometry of type LineString, MultiLineString or Polygon',
);

const waterFeature = record('a stretch of water', {
  type: exactly('Feature'),
  id: id('id of the water'),
  geometry,
  properties: record('properties of the water', {
    nameEn: text('name in English'),
    nameZh: text('name in Chinese'),
    widthM: numberAbove0('a width in metres', 100_000),
    sources,
  }),
});
export type WaterFeature = z.output<typeof waterFeature>;

function toFile<T extends z.ZodType>(item: T) {
  return record('a file of water', {
    type: exactly('FeatureCollection'),
    schema: exactly('beltway/water@1'),
    crs,
    features: list('stretches of water', item),
  });
}
export const waterFile = toFile(waterFeature);

/** Reads the water. */
export function readWater({ water }: Folder, report: Report): Rows<WaterFeature> {
  checkFiles(toFile(z.unknown()), water, report);
  return readList(waterFeature, water, ['features'], report);
}

/** Water as the model has it: lines, a ring being one too. */
export function toWater({ id: waterId, geometry: shape, properties }: WaterFeature): Water {
  const lines = shape.type === 'LineString' ? [shape.coordinates] : shape.coordinates;
  return { id: waterId, ...properties, lines };
}
