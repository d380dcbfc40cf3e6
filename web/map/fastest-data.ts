/** Roads with the number of pairs whose fastest route they carry, in one scenario. */
import type { FeatureCollection, LineString } from 'geojson';
import type { Dataset, FastestRoutes } from '../../src/index.ts';
import { listDrawnLinks } from './roads-data.ts';

export interface FastestProperties {
  readonly feature: string;
  readonly facility: string;
  readonly belt: boolean;
  /** Both directions together. */
  readonly pairs: number;
}

/** Features that carry at least one pair. */
export function toFastest(
  dataset: Dataset,
  { roads }: FastestRoutes,
  side: 'base' | 'build',
): FeatureCollection<LineString, FastestProperties> {
  const lines = new Map(listDrawnLinks(dataset).map(({ featureId, geometry }) => [featureId, geometry]));
  const features = roads.flatMap(({ feature, facility, belt, [side]: counted }) => {
    const pairs = counted?.both ?? 0;
    const line = lines.get(feature);
    if (pairs === 0 || line === undefined) return [];
    const coordinates = line.map(([lon, lat]) => [lon, lat]);
    const geometry = { type: 'LineString' as const, coordinates };
    return [{ type: 'Feature' as const, geometry, properties: { feature, facility, belt, pairs } }];
  });
  return { type: 'FeatureCollection', features };
}
