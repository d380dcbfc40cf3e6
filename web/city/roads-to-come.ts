/**
 * Roads that a network knows and that are not open, under construction or proposed: by name, class and opening date, as
 * the import lists them; those without a name each with what it hangs together with.
 */
import type { Feature, FeatureCollection } from 'geojson';
import { ROAD_STATUS, type ImportedNetwork, type LonLat, type RoadNames } from '../../src/index.ts';
import { chainLinks } from './chains.ts';
import { toPositions } from './road-names.ts';

/** A road to come, which a scenario may open. */
export interface RoadToCome {
  readonly status: 'construction' | 'proposed';
  /** Ways of the map that it was cut from: a scenario file calls it by them. */
  readonly ids: readonly string[];
  /** By keys as the map has them; null = it has none. */
  readonly names: RoadNames | null;
  /** As the map tags it: `trunk`, `secondary` … */
  readonly roadClass: string;
  /** Date on which it opens as the map says, `2027`, `2027-06` or a day; null = it says none. */
  readonly opens: string | null;
  readonly lengthM: number;
  readonly links: number;
  readonly lines: readonly (readonly LonLat[])[];
}

const M_PER_MM = 1 / 1000;

/** Links in parts that hang together by their nodes. */
function listParts(
  links: readonly number[],
  { from, to }: ImportedNetwork['links'],
): readonly (readonly number[])[] {
  const ends = (link: number): readonly number[] => [from[link] as number, to[link] as number];
  const at = new Map<number, number[]>();
  for (const link of links) for (const node of ends(link)) at.set(node, [...(at.get(node) ?? []), link]);
  const seen = new Set<number>();
  const take = (part: number[], link: number): void => {
    if (seen.has(link)) return;
    seen.add(link);
    part.push(link);
  };
  return links.flatMap((first) => {
    const part: number[] = [];
    take(part, first);
    // It grows while it is gone through.
    for (const link of part) for (const node of ends(link)) for (const next of at.get(node) ?? []) take(part, next); // prettier-ignore
    return part.length === 0 ? [] : [part];
  });
}

function toRoad(network: ImportedNetwork, own: readonly number[]): RoadToCome {
  const { links, roads, names, notes } = network;
  const road = links.road[own[0] as number] as number;
  const said = names[roads.names[road] as number] ?? {};
  const opens = notes.openingDates[roads.opens[road] as number] ?? '';
  const chains = chainLinks(own, links);
  return {
    status: roads.status[road] === ROAD_STATUS.construction ? 'construction' : 'proposed',
    ids: [...new Set(own.map((link) => links.id[link] as number))].toSorted((a, b) => a - b).map(String),
    names: Object.keys(said).length === 0 ? null : said,
    roadClass: notes.classes[roads.roadClass[road] as number]?.id ?? '',
    opens: opens === '' ? null : opens,
    lengthM: own.reduce((sum, link) => sum + (links.lengthMm[link] as number) * M_PER_MM, 0),
    links: own.length,
    lines: chains.map((chain) =>
      chain.flatMap((passed, i) => toPositions(network, passed).slice(i === 0 ? 0 : 1) as [number, number][]),
    ),
  };
}

/** The longest first, those with a name before those without. */
export function listRoadsToCome(network: ImportedNetwork): readonly RoadToCome[] {
  const { links, roads, names } = network;
  const groups = new Map<string, number[]>();
  for (const [link, road] of links.road.entries()) {
    if (roads.status[road] === ROAD_STATUS.open) continue;
    const key = [roads.status, roads.names, roads.roadClass, roads.opens].map((one) => one[road]).join(' ');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(link);
  }
  const isNamed = ([link = 0]: readonly number[]): boolean =>
    Object.keys(names[roads.names[links.road[link] as number] as number] ?? {}).length > 0;
  const sections = [...groups.values()].flatMap((group) =>
    isNamed(group) ? [group] : listParts(group, links),
  );
  const found = sections.map((own) => toRoad(network, own));
  return found.toSorted(
    (a, b) => Number(a.names === null) - Number(b.names === null) || b.lengthM - a.lengthM,
  );
}

/** They as lines for the map. */
export function toComeLines(roads: readonly RoadToCome[]): FeatureCollection {
  const features = roads.map(({ lines, status }): Feature => {
    const coordinates = lines.map((line) => line.map(([lon, lat]) => [lon, lat]));
    return { type: 'Feature', properties: { status }, geometry: { type: 'MultiLineString', coordinates } };
  });
  return { type: 'FeatureCollection', features };
}
