/** What of a row has vertices that can be dragged, and the row with other ones. */
import type { GeoJSONStoreFeatures } from 'terra-draw';
import type { LonLat, Modification } from '../../src/index.ts';
import { changeLine } from '../studio/line-edit.ts';
import type { Roads } from '../studio/roads.ts';
import { toFilePoint } from '../studio/snap.ts';

/** Feature whose vertices are shown. */
export const OPEN_ID = 'open-row';

type Points = readonly (readonly [number, number])[];

/** A line, or an area whose last point is joined to its first. */
export interface Shape {
  readonly kind: 'line' | 'area';
  readonly points: readonly LonLat[];
}

/** What of a row has vertices. */
export function findShape(row: Modification | undefined): Shape | null {
  if (row?.kind === 'build' && row.line.length > 1) return { kind: 'line', points: row.line };
  if (row !== undefined && 'area' in row && row.area !== undefined)
    return { kind: 'area', points: row.area.ring };
  return null;
}

export function toFeature({ kind, points }: Shape): GeoJSONStoreFeatures {
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

/** Vertices of a feature, each once. */
export function toPoints({ geometry }: GeoJSONStoreFeatures): Points {
  if (geometry.type === 'LineString') return geometry.coordinates as [number, number][];
  const [ring = []] = geometry.type === 'Polygon' ? (geometry.coordinates as [number, number][][]) : [];
  return ring.slice(0, -1);
}

/** The row with other vertices; null where it has none. */
export function reshape(row: Modification | undefined, points: Points, roads: Roads): Modification | null {
  if (row?.kind === 'build') return changeLine(row, points, roads);
  if (row === undefined || !('area' in row) || row.area === undefined) return null;
  return { ...row, area: { ...row.area, ring: points.map(toFilePoint) } };
}
