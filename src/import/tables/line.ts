/** The drawn line of a link in a table: LINESTRING in well-known text. */
import { MAX_LAT_E7, MAX_LON_E7 } from '../osm/element.ts';
import type { TableRow, Tell } from './table.ts';
import { E7 } from '../../units.ts';

/** A point in units of 1e-7 degree. */
export type LinePoint = readonly [lonE7: number, latE7: number];

const LINESTRING = /^LINESTRING\s*(?:Z\s*)?\(([^()]*)\)$/i;
const WORDS = 'LINESTRING (lon lat, lon lat, …) in degrees';

function readPoint(text: string): LinePoint | null {
  const [lon = NaN, lat = NaN] = text.trim().split(/\s+/).map(Number);
  const [lonE7, latE7] = [Math.round(lon * E7), Math.round(lat * E7)];
  return Math.abs(lonE7) <= MAX_LON_E7 && Math.abs(latE7) <= MAX_LAT_E7 ? [lonE7, latE7] : null;
}

/** Points between the ends of a line, which are those of its nodes; none for an empty text. */
export function readLine(text: string, row: TableRow, tell: Tell): readonly LinePoint[] {
  if (text === '') return [];
  const points = LINESTRING.exec(text)?.[1]?.split(',').map(readPoint) ?? [];
  if (points.length < 2 || points.includes(null)) {
    tell.add(row.row, WORDS, text, 'wrong-type');
    return [];
  }
  return points.slice(1, -1).filter((point) => point !== null);
}
