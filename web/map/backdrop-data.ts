/** The backdrop's files as the map's sources: land, district borders and names, all schematic. */
import type { FeatureCollection } from 'geojson';
import type { SourceId } from '../layers/context.ts';
import borders from '../backdrop/borders.json';
import land from '../backdrop/land.json';
import names from '../backdrop/names.json';

/** By source; the files are GeoJSON, which a compiler reads as wider than it is. */
export const BACKDROP: readonly (readonly [SourceId, FeatureCollection])[] = [
  ['land', land as unknown as FeatureCollection],
  ['districts', borders as unknown as FeatureCollection],
  ['place-names', names as unknown as FeatureCollection],
];
