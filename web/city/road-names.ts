/** Names of the greater roads as lines to write along: one feature a name and rank. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { ImportedNetwork } from '../../src/index.ts';
import { chainLinks, type Passed } from './chains.ts';
import { RANKS, rankLinks } from './road-columns.ts';
import { E7 } from '../../src/index.ts';

const LEAST_RANK = RANKS.indexOf('arterial');

/** The line of a link as it is passed. */
export function toPositions(
  { nodes, links, shape }: ImportedNetwork,
  { link, isTurned }: Passed,
): Position[] {
  const toNode = (node: number): Position => [
    (nodes.lonE7[node] as number) / E7,
    (nodes.latE7[node] as number) / E7,
  ];
  const line = [toNode(links.from[link] as number)];
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1)
    line.push([(shape.lonE7[i] as number) / E7, (shape.latE7[i] as number) / E7]);
  line.push(toNode(links.to[link] as number));
  return isTurned ? line.toReversed() : line;
}

/** Names in the languages of the page, the map's own where it has none; null for a road without one. */
function findNames({ roads, names }: ImportedNetwork, road: number): Readonly<Record<string, string>> | null {
  const said = names[roads.names[road] as number] ?? {};
  const { name: own = said['ref'] ?? '' } = said;
  if (own === '') return null;
  const { 'name:en': en = own, 'name:zh': zh = own, 'name:ja': ja = own } = said;
  return { en, zh, ja };
}

/** Links of each name and rank, with one of their roads. */
function groupLinks(
  network: ImportedNetwork,
): readonly (readonly [rank: number, links: readonly number[]])[] {
  const { links, roads } = network;
  const groups = new Map<string, readonly [number, number[]]>();
  for (const [link, rank] of rankLinks(network).entries()) {
    if (rank < LEAST_RANK) continue;
    const key = `${rank} ${roads.names[links.road[link] as number]}`;
    const group = groups.get(key) ?? [rank, []];
    group[1].push(link);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Lines of named roads from arterials on. */
export function toRoadNames(network: ImportedNetwork): FeatureCollection {
  const features = groupLinks(network).flatMap(([rank, links]): readonly Feature[] => {
    const names = findNames(network, network.links.road[links[0] as number] as number);
    if (names === null) return [];
    const coordinates = chainLinks(links, network.links).map((chain) =>
      chain.flatMap((passed, i) => toPositions(network, passed).slice(i === 0 ? 0 : 1)),
    );
    return [
      { type: 'Feature', properties: { ...names, rank }, geometry: { type: 'MultiLineString', coordinates } },
    ];
  });
  return { type: 'FeatureCollection', features };
}
