/** Roads of a city that a scenario changes, as GeoJSON to draw and as CSV. */
import type { ChangedRoad } from '../city/scenario/changed-roads.ts';
import { toCsv } from './csv.ts';

/** One line a road; seconds are those of the vehicle that was asked about, null where it is closed. */
export function toChangedRoadsGeoJson(roads: readonly ChangedRoad[], attribution: string): string {
  const features = roads.map(({ line, ...properties }) => ({
    type: 'Feature',
    properties: { ...properties, attribution },
    geometry: { type: 'LineString', coordinates: line },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** A row a road. */
export function toChangedRoadsCsv(roads: readonly ChangedRoad[]): string {
  const titles = ['what', 'id', 'name', 'length_m', 'before_s', 'before_back_s', 'after_s', 'after_back_s'];
  return toCsv(
    titles,
    roads.map(({ what, id, name, lengthM, beforeS, afterS }) => [
      what,
      id,
      name,
      lengthM,
      ...beforeS,
      ...afterS,
    ]),
  );
}
