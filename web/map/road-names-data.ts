/**
 * Long lines that carry a road's name: its pieces of one scenario joined end to end, so that a name is written
 * once along a road and not on every piece of it.
 */
import type { FeatureCollection, LineString } from 'geojson';
import type { RoadCollection, RoadFeature, RoadProperties } from './roads-data.ts';

type Point = LineString['coordinates'][number];
const toKey = (point: Point | undefined): string => (point ?? []).join(',');

/** Joins pieces whose ends meet into as few lines as a walk from piece to piece gives. */
export function joinLines(pieces: readonly (readonly Point[])[]): Point[][] {
  const left = new Set(pieces.filter(({ length }) => length > 1));
  const lines: Point[][] = [];
  for (const piece of pieces) {
    if (!left.delete(piece)) continue;
    const line = [...piece];
    while (extend(line, left));
    line.reverse();
    while (extend(line, left));
    lines.push(line);
  }
  return lines;
}

/** Adds one piece at the end of a line; false where none meets it. */
function extend(line: Point[], left: Set<readonly Point[]>): boolean {
  const end = toKey(line.at(-1));
  for (const piece of left) {
    const forward = toKey(piece[0]) === end;
    if (!forward && toKey(piece.at(-1)) !== end) continue;
    left.delete(piece);
    line.push(...(forward ? piece : piece.toReversed()).slice(1));
    return true;
  }
  return false;
}

/** Pieces by the words written on them. */
function groupByName(features: readonly RoadFeature[]): readonly (readonly RoadFeature[])[] {
  const groups = new Map<string, RoadFeature[]>();
  for (const feature of features) {
    const { highway, nameEn, ref, belt, status } = feature.properties;
    const key = [highway, belt === 'belt' ? '' : nameEn, ref, belt, status].join('|');
    groups.set(key, [...(groups.get(key) ?? []), feature]);
  }
  return [...groups.values()];
}

/** Lines with names, from the roads of a scenario; ramps carry none. */
export function toRoadNames(roads: RoadCollection): FeatureCollection<LineString, RoadProperties> {
  const named = roads.features.filter(({ properties }) => properties.facility !== 'ramp');
  const features = groupByName(named).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lines = joinLines(group.map(({ geometry }) => geometry.coordinates));
    return lines.map((coordinates): RoadFeature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: first.properties,
    }));
  });
  return { type: 'FeatureCollection', features };
}
