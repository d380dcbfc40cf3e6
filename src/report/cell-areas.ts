/** What reports of maps of cells share: areas as they are shown, and cells as GeoJSON features. */
import type { CellArea } from '../model/grid-views.ts';
import type { Feature } from './geojson.ts';

/** How an area is to be read. */
export const AREA_NOTE =
  'Areas are of whole grid cells on the WGS84 ellipsoid: a cell counts when every point of it is proved within the cutoff; undecided cells are neither proved within nor beyond. What the road allows, not who buys.';

/**
 * Square kilometres without decimals; little is never shown as none.
 *
 * @example
 * toAreaText(1234.5); // → '1235'
 * toAreaText(0.2); // → '<1'
 */
export function toAreaText(areaKm2: number): string {
  if (areaKm2 > 0 && areaKm2 < 0.5) return '<1';
  return String(Math.round(areaKm2));
}

/**
 * Square kilometres gained or lost, with the sign where it is not next to nothing.
 *
 * @example
 * toAreaChangeText(100, 120); // → '+20'
 * toAreaChangeText(120, 100); // → '−20'
 */
export function toAreaChangeText(baseKm2: number, buildKm2: number): string {
  const text = toAreaText(Math.abs(buildKm2 - baseKm2));
  if (text === '0' || text === '<1') return text;
  return `${buildKm2 > baseKm2 ? '+' : '−'}${text}`;
}

/** Cells as a feature; its id is what tells it from the others. */
export function toCellFeature(
  properties: Readonly<Record<string, string | number>>,
  { areaKm2, geometry }: CellArea,
): Feature {
  const id = Object.values(properties).join(' ');
  return { type: 'Feature', id, geometry, properties: { ...properties, areaKm2 } };
}
