/** Trips of the Times view as lines with their minutes, and what a click on one of them asks to explain. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { LonLat, TripLine, TripsFrom } from '../../src/index.ts';
import { minutes } from '../words/format.ts';

export interface RouteProperties {
  readonly side: 'base' | 'build' | 'label';
  readonly origin: string;
  /** Group or plant the trip is explained to. */
  readonly destination: string;
  readonly text: string;
}
type RouteFeature = Feature<LineString | Point, RouteProperties>;
/** Sides that one map draws: both, or its own half of a swipe. */
export type Sides = readonly ('base' | 'build')[];

/** Where on a line its minutes stand: beyond the middle, where trips of one place have parted. */
const LABEL_AT = 0.62;

/** Point at a share of a line's drawn length. */
export function pointAlong(line: readonly LonLat[], share: number): LonLat | null {
  const lengths = line.map(([lon, lat], i) => {
    const before = line[i - 1];
    return before === undefined ? 0 : Math.hypot(lon - before[0], lat - before[1]);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [i, point] of line.entries()) {
    const length = lengths[i] ?? 0;
    const before = line[i - 1] ?? point;
    if (left <= length && length > 0) {
      const part = left / length;
      return [before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part];
    }
    left -= length;
  }
  return line.at(-1) ?? null;
}

/** `41 → 34`, or one number where both are the same or only one is drawn. */
export function toMinutesText(sides: readonly (number | null)[]): string {
  const texts = sides.map((timeS) => minutes(timeS, 0));
  return [...new Set(texts)].join(' → ');
}

/** A trip ends at a group's plant, or begins elsewhere and ends at the selected plant. */
function toDestination(trip: TripLine, { place, direction }: TripsFrom): string {
  return direction === 'to' ? place.id : (trip.group ?? trip.build.to ?? '');
}

function toFeatures(
  trip: TripLine,
  trips: TripsFrom,
  sides: Sides,
  nameOfGroup: (id: string) => string,
): RouteFeature[] {
  const own = { origin: trip.suppliers[0] ?? trip.from.id, destination: toDestination(trip, trips) };
  const drawn = sides.filter((side) => trip[side].line.length > 1);
  const times = toMinutesText(sides.map((side) => trip[side].timeS));
  const name = trips.direction === 'from' && trip.group !== null ? `${nameOfGroup(trip.group)} ` : '';
  const lines = drawn.map((side): RouteFeature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: trip[side].line.map(([lon, lat]) => [lon, lat]) },
    properties: { side, ...own, text: '' },
  }));
  const last = drawn.at(-1);
  const at =
    last === undefined
      ? null
      : pointAlong(trip[last].line, trips.direction === 'from' ? LABEL_AT : 1 - LABEL_AT);
  if (at === null) return lines;
  const geometry = { type: 'Point' as const, coordinates: [...at] };
  return [
    ...lines,
    { type: 'Feature', geometry, properties: { side: 'label', ...own, text: `${name}${times}` } },
  ];
}

/** Lines and labels of all trips of a place. */
export function toRoutes(
  trips: TripsFrom,
  sides: Sides,
  nameOfGroup: (id: string) => string,
): FeatureCollection<LineString | Point, RouteProperties> {
  const features = trips.trips.flatMap((trip) => toFeatures(trip, trips, sides, nameOfGroup));
  return { type: 'FeatureCollection', features };
}
