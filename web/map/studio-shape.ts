/** What of a row has vertices that can be dragged, and the row with other ones. */
import type { GeoJSONStoreFeatures } from 'terra-draw';
import type { LonLat, Modification } from '../../src/index.ts';
import { roadsBefore } from '../state/studio-drawing.ts';
import { changeLine } from '../studio/line-edit.ts';
import { toFilePoint } from '../studio/snap.ts';

/** Feature whose vertices are shown. */
export const OPEN_ID = 'open-row';

export type Ring = readonly LonLat[];

/** What of a row has vertices. */
export function findShape(
  row: Modification | undefined,
): { readonly kind: 'line' | 'area'; readonly points: Ring } | null {
  if (row?.kind === 'build' && row.line.length > 1) return { kind: 'line', points: row.line };
  if (row !== undefined && 'area' in row && row.area !== undefined)
    return { kind: 'area', points: row.area.ring };
  return null;
}

export function toFeature({ kind, points }: NonNullable<ReturnType<typeof findShape>>): GeoJSONStoreFeatures {
  const coordinates = points.map(([lon, lat]) => [lon, lat]);
  const [first] = coordinates;
  return {
    type: 'Feature',
    id: OPEN_ID,
    properties: { mode: kind === 'line' ? 'linestring' : 'polygon' },
    geometry:
      kind === 'line' || first === undefined
        ? { type: 'LineString', coordinates }
        : { type: 'Polygon', coordinates: [[...coordinates, first]] },
  };
}

/** The row with the vertices that were dragged; null where they are those it has. */
export function reshape(
  row: Modification | undefined,
  { geometry }: GeoJSONStoreFeatures,
): Modification | null {
  if (row?.kind === 'build' && geometry.type === 'LineString')
    return changeLine(row, geometry.coordinates as [number, number][], roadsBefore.peek());
  if (row === undefined || !('area' in row) || row.area === undefined || geometry.type !== 'Polygon')
    return null;
  const [ring = []] = geometry.coordinates as [number, number][][];
  return { ...row, area: { ...row.area, ring: ring.slice(0, -1).map(toFilePoint) } };
}
