/** What the map shows: first all plants and supplier sites, with room for their names. */
import type { Dataset, LonLat } from '../../src/index.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

/** The box around points; null where there is none. */
function toBounds(points: readonly LonLat[]): Bounds | null {
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The box around all plants and all zones that suppliers stand in. */
export function toHomeBounds(dataset: Dataset): Bounds {
  const zones = new Set(dataset.suppliers.map(({ zone }) => zone));
  const places = [...dataset.plants, ...dataset.zones.filter(({ id }) => zones.has(id))];
  return toBounds(places.map(({ at }) => at)) ?? [...dataset.header.region];
}
