/** Roads that a network knows and that are not open: under construction, or proposed. */
import type { FeatureCollection } from 'geojson';
import { ROAD_STATUS, type ImportedNetwork } from '../../src/index.ts';
import { toPositions } from './road-names.ts';

/** A feature a status that has roads. */
export function toRoadsToCome(network: ImportedNetwork): FeatureCollection {
  const { links, roads } = network;
  const features = (['construction', 'proposed'] as const).flatMap((status) => {
    const own = [...links.road.keys()].filter(
      (link) => roads.status[links.road[link] as number] === ROAD_STATUS[status],
    );
    if (own.length === 0) return [];
    const coordinates = own.map((link) => toPositions(network, { link, isTurned: false }));
    const geometry = { type: 'MultiLineString' as const, coordinates };
    return [{ type: 'Feature' as const, properties: { status, links: own.length }, geometry }];
  });
  return { type: 'FeatureCollection', features };
}
