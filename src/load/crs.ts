/**
 * The reference system of a GeoJSON file. The format knows only WGS84 (RFC 7946, section 4); older files
 * name a system in a `crs` member, and one that names another system (or a Chinese offset such as GCJ-02)
 * is refused rather than read a few hundred metres off.
 */
import * as z from 'zod';

import { findKey } from './rows.ts';

const WGS84_NAMES: readonly unknown[] = [
  'urn:ogc:def:crs:OGC:1.3:CRS84',
  'urn:ogc:def:crs:OGC::CRS84',
  'urn:ogc:def:crs:EPSG::4326',
  'EPSG:4326',
];
const WORDS = 'no crs member, or one that names WGS84, e.g. urn:ogc:def:crs:OGC:1.3:CRS84';

function isWgs84(value: unknown): boolean {
  return (
    findKey(value, 'type') === 'name' && WGS84_NAMES.includes(findKey(findKey(value, 'properties'), 'name'))
  );
}

export const crs = z
  .unknown()
  .refine(isWgs84, { error: WORDS, params: { code: 'not-wgs84' } })
  .describe(WORDS)
  .exactOptional();
