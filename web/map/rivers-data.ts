/** Rivers of the data set as lines. */
import type { FeatureCollection, MultiLineString } from 'geojson';
import type { Dataset } from '../../src/index.ts';

export interface RiverProperties {
  readonly nameEn: string;
  readonly nameZh: string;
  readonly widthM: number;
}

/** Every water of the data set with its width in metres. */
export function toRivers({ water }: Dataset): FeatureCollection<MultiLineString, RiverProperties> {
  const features = water.map(({ nameEn, nameZh, widthM, lines }) => ({
    type: 'Feature' as const,
    geometry: {
      type: 'MultiLineString' as const,
      coordinates: lines.map((line) => line.map(([lon, lat]) => [lon, lat])),
    },
    properties: { nameEn, nameZh, widthM },
  }));
  return { type: 'FeatureCollection', features };
}
