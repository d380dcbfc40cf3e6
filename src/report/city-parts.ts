/** What answers of an imported network have in common: whose map it is, and lines on it. */
import type { CityData } from './answers/city.ts';
import { paragraph, type Block } from './block.ts';

const CONDITIONS = 'Free flow, with signals; one way, without loading.';

/** The map, the vehicle and the conditions, in small print. */
export function toSetting({
  data,
  vehicleClass,
}: {
  readonly data: CityData;
  readonly vehicleClass: string;
}): Block {
  const asOf = data.asOf === null ? '' : ` as of ${data.asOf}`;
  const under = data.scenario === null ? '' : `, under "${data.scenario.title}"`;
  return paragraph(
    `${data.title}${asOf}${under}, ${vehicleClass}. ${CONDITIONS} ${data.attribution}.`,
    'quiet',
  );
}

interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** Features as one GeoJSON text. */
export const toCollection = (features: readonly Feature[]): string =>
  `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
