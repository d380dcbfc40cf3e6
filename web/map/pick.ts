/** What lies under a point of the map: a mark, else a trip, else nothing. A finger is given more room than a mouse. */
import type { MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { LibraryMap } from './library.ts';

const MARKS = ['sites', 'site-changes', 'site-ranks'];
const LINES = ['route-build', 'route-base', 'route-labels'];
const LINE_PX = 6;

export type Picked =
  | { readonly kind: 'site'; readonly id: string }
  | { readonly kind: 'trip'; readonly origin: string; readonly destination: string };

interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

function toBox({ x, y }: ScreenPoint, room: number): [PointLike, PointLike] {
  return [
    [x - room, y - room],
    [x + room, y + room],
  ];
}

/** Distance of a mark from a point in pixels. */
function toDistance(map: LibraryMap, { x, y }: ScreenPoint, { geometry }: MapGeoJSONFeature): number {
  if (geometry.type !== 'Point') return Infinity;
  const at = map.project(geometry.coordinates as [number, number]);
  return Math.hypot(at.x - x, at.y - y);
}

/** The nearest mark within some pixels, or a trip, or null. */
export function pick(map: LibraryMap, point: ScreenPoint, room: number): Picked | null {
  const marks = map.queryRenderedFeatures(toBox(point, room), { layers: MARKS });
  const [nearest] = marks
    .map((feature) => ({ feature, far: toDistance(map, point, feature) }))
    .toSorted((a, b) => a.far - b.far);
  if (nearest !== undefined) return { kind: 'site', id: String(nearest.feature.properties.id) };
  const [line] = map.queryRenderedFeatures(toBox(point, LINE_PX), { layers: LINES });
  if (line === undefined) return null;
  const { origin, destination } = line.properties;
  return { kind: 'trip', origin: String(origin), destination: String(destination) };
}
