/** Trips of the Times view as lines with their minutes, and what a click on one of them asks to explain. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { LonLat, TripLine, TripsFrom } from '../../src/index.ts';
import { minutes } from '../words/format.ts';
import { toCoordinate, toPixels } from './spread.ts';

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

/** Shares of a line at which its minutes may stand, best first: beyond the middle, where trips have parted. */
const LABEL_SHARES = [0.6, 0.65, 0.55, 0.7, 0.5, 0.75, 0.45, 0.8, 0.4, 0.35, 0.3, 0.25, 0.2] as const;
/** How far above or below its line a label may stand, in pixels. */
const LABEL_BESIDE_PX = [0, -16, 16, -32, 32] as const;
/** Half of what a label and a mark, and what two labels, take up together, in pixels. */
const BESIDE_MARK = { x: 66, y: 20 };
const BESIDE_LABEL = { x: 112, y: 18 };

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

type Pixels = readonly [x: number, y: number];

/** How clear a point is of others: 1 and more is clear. */
function toRoom(
  [x, y]: Pixels,
  others: readonly Pixels[],
  size: { readonly x: number; readonly y: number },
): number {
  return Math.min(...others.map(([a, b]) => Math.max(Math.abs(a - x) / size.x, Math.abs(b - y) / size.y)), 2);
}

/** The first point of a line that is clear of marks and labels, else the clearest. */
function placeLabel(
  line: readonly LonLat[],
  marks: readonly Pixels[],
  labels: readonly Pixels[],
  zoom: number,
): LonLat | null {
  const points = LABEL_SHARES.map((share) => pointAlong(line, share)).filter((point) => point !== null);
  const rated = LABEL_BESIDE_PX.flatMap((beside) =>
    points.map(([lon, lat]) => {
      const [x, y] = toPixels(lon, lat, zoom);
      const at = [x, y + beside] as const;
      const room = Math.min(toRoom(at, marks, BESIDE_MARK), toRoom(at, labels, BESIDE_LABEL), 1);
      return { point: toCoordinate(...at, zoom), room };
    }),
  );
  return rated.toSorted((a, b) => b.room - a.room)[0]?.point ?? null;
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

function toLines(trip: TripLine, trips: TripsFrom, sides: Sides): readonly RouteFeature[] {
  const own = { origin: trip.suppliers[0] ?? trip.from.id, destination: toDestination(trip, trips) };
  return sides
    .filter((side) => trip[side].line.length > 1)
    .map((side): RouteFeature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: trip[side].line.map(([lon, lat]) => [lon, lat]) },
      properties: { side, ...own, text: '' },
    }));
}

/** What is written on a trip: the group where there are several, and its minutes. */
function toText(
  trip: TripLine,
  { direction }: TripsFrom,
  sides: Sides,
  nameOfGroup: (id: string) => string,
): string {
  const times = toMinutesText(sides.map((side) => trip[side].timeS));
  return direction === 'from' && trip.group !== null ? `${nameOfGroup(trip.group)} ${times}` : times;
}

/** Lines and labels of all trips of a place; labels keep clear of the marks and of each other at the zoom. */
export function toRoutes(
  trips: TripsFrom,
  sides: Sides,
  room: { readonly marks: readonly LonLat[]; readonly zoom: number },
  nameOfGroup: (id: string) => string,
): FeatureCollection<LineString | Point, RouteProperties> {
  const { marks, zoom } = room;
  const places = marks.map(([lon, lat]) => toPixels(lon, lat, zoom));
  const labels: Pixels[] = [];
  const features = trips.trips.flatMap((trip) => {
    const lines = toLines(trip, trips, sides);
    const side = sides.findLast((one) => trip[one].line.length > 1);
    const at = side === undefined ? null : placeLabel(trip[side].line, places, labels, zoom);
    if (at === null) return lines;
    labels.push(toPixels(at[0], at[1], zoom));
    const properties: RouteProperties = {
      side: 'label',
      origin: trip.suppliers[0] ?? trip.from.id,
      destination: toDestination(trip, trips),
      text: toText(trip, trips, sides, nameOfGroup),
    };
    return [
      ...lines,
      { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [...at] }, properties },
    ];
  });
  return { type: 'FeatureCollection', features };
}
