/** The backdrop by the source of the map that draws it. */
import type { FeatureCollection } from 'geojson';
import { BORDERS, LAND, NAMES } from '../backdrop/index.ts';
import type { SourceId } from '../layers/context.ts';

export const BACKDROP: readonly (readonly [SourceId, FeatureCollection])[] = [
  ['land', LAND],
  ['districts', BORDERS],
  ['place-names', NAMES],
];
