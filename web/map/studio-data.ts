/** What the studio shows on the map beside the roads themselves: areas, a road under the pointer, meetings. */
import type { Feature, FeatureCollection } from 'geojson';
import type { LonLat, ScenarioFile } from '../../src/index.ts';
import type { Meeting } from '../studio/meetings.ts';

function toArea(ring: readonly LonLat[]): Feature {
  const coordinates = [[...ring, ...ring.slice(0, 1)].map(([lon, lat]) => [lon, lat])];
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: { kind: 'area' } };
}

function toRoad(line: readonly LonLat[]): Feature {
  const coordinates = line.map(([lon, lat]) => [lon, lat]);
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { kind: 'road' } };
}

function toMark({ at, connected }: Meeting, index: number): Feature {
  const properties = { kind: 'meeting', connected, index };
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties };
}

/** A road that does not count now: it is wrong, or switched off. */
function toIdle(line: readonly LonLat[]): Feature {
  const coordinates = line.map(([lon, lat]) => [lon, lat]);
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { kind: 'idle' } };
}

/** An area that is no row yet; before its third corner a line. */
export function toDraft(ring: readonly LonLat[]): readonly Feature[] {
  if (ring.length > 2) return [toArea(ring)];
  return ring.length === 2 ? [toIdle(ring)] : [];
}

/** Areas of rows that are on, roads that do not count, lines under the pointer, the meetings of the open road. */
export function toStudio(
  file: ScenarioFile | null,
  isWrong: (row: number) => boolean,
  pointed: readonly (readonly LonLat[])[],
  meetings: readonly Meeting[],
): FeatureCollection {
  const areas = (file?.modifications ?? []).flatMap((row) =>
    row.off !== true && 'area' in row && row.area !== undefined ? [toArea(row.area.ring)] : [],
  );
  const idle = (file?.modifications ?? []).flatMap((row, i) =>
    row.kind === 'build' && row.line.length > 1 && (row.off === true || isWrong(i)) ? [toIdle(row.line)] : [],
  );
  return {
    type: 'FeatureCollection',
    features: [...areas, ...idle, ...pointed.map(toRoad), ...meetings.map(toMark)],
  };
}
