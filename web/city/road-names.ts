/** Names of the greater roads as lines to write along: one feature a name, number and rank. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { ImportedNetwork } from '../../src/index.ts';
import { RANKS, rankLinks } from './road-columns.ts';

const E7 = 10_000_000;
const LEAST_RANK = RANKS.indexOf('arterial');

function toPositions({ nodes, links, shape }: ImportedNetwork, link: number): Position[] {
  const toNode = (node: number): Position => [
    (nodes.lonE7[node] as number) / E7,
    (nodes.latE7[node] as number) / E7,
  ];
  const line = [toNode(links.from[link] as number)];
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1)
    line.push([(shape.lonE7[i] as number) / E7, (shape.latE7[i] as number) / E7]);
  line.push(toNode(links.to[link] as number));
  return line;
}

/** Lines of named roads from arterials on. */
export function toRoadNames(network: ImportedNetwork): FeatureCollection {
  const { links, roads, names } = network;
  const found = new Map<string, Feature & { readonly geometry: { readonly coordinates: Position[][] } }>();
  for (const [link, rank] of rankLinks(network).entries()) {
    if (rank < LEAST_RANK) continue;
    const name = roads.names[links.road[link] as number] as number;
    const said = names[name] ?? {};
    const {
      name: own = said['ref'] ?? '',
      'name:en': en = own,
      'name:zh': zh = own,
      'name:ja': ja = own,
    } = said;
    if (own === '') continue;
    const key = `${rank} ${name}`;
    const feature = found.get(key) ?? {
      type: 'Feature',
      properties: { en, zh, ja, rank },
      geometry: { type: 'MultiLineString', coordinates: [] },
    };
    feature.geometry.coordinates.push(toPositions(network, link));
    found.set(key, feature);
  }
  return { type: 'FeatureCollection', features: [...found.values()] };
}
