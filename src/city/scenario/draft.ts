/**
 * What a scenario has made of a city so far: a value that each modification turns into another. Links and nodes that it
 * adds are counted on after those of the network; the network itself stays untouched beneath.
 */
import { ROAD_STATUS } from '../../model/imported-network.ts';
import type { Facility } from '../../model/road.ts';
import type { LonLat } from '../../model/source.ts';
import { toLine } from '../line.ts';
import type { CityGround } from './ground.ts';
import { findIds } from './ids.ts';
import { E7 } from '../../units.ts';

/** A stretch of a built road between two of its stops, both directions or the one along it. */
export interface AddedLink {
  /** Id of the road. */
  readonly road: string;
  readonly title: string;
  /** Id of the stretch. */
  readonly id: string;
  readonly facility: Facility;
  readonly from: number;
  readonly to: number;
  readonly line: readonly LonLat[];
  readonly lengthMm: number;
  readonly postedKmh: number;
  readonly oneWay: boolean;
  /** What is waited for along it. */
  readonly delayMs: number;
  readonly dates: Dates;
}

export interface AddedNode {
  readonly id: string;
  readonly at: LonLat;
}

/** A point on a link at which a built road meets it; 0 < share < 1 of its drawn length. */
export interface CityJunction {
  readonly link: number;
  readonly share: number;
  readonly node: number;
}

interface Dates {
  readonly opened: string | null;
  readonly closed: string | null;
}

/** A supplier or a plant of a question on a city. */
export interface CityFirm {
  readonly id: string;
  readonly title: string;
  readonly kind: 'supplier' | 'plant';
  /** Maker of a plant, keiretsu of a supplier; null = none. */
  readonly group: string | null;
  readonly at: LonLat;
}

export interface CityDraft {
  readonly ground: CityGround;
  /** Vehicle that is asked about, by its place in the notes. */
  readonly profile: number;
  readonly links: readonly AddedLink[];
  readonly nodes: readonly AddedNode[];
  readonly junctions: readonly CityJunction[];
  readonly closed: ReadonlySet<number>;
  /** Dates that links take instead of being open or to come. */
  readonly dates: ReadonlyMap<number, Dates>;
  readonly postedKmh: ReadonlyMap<number, number>;
  /** Part of the driven speed that is left. */
  readonly factors: ReadonlyMap<number, number>;
  readonly firms: ReadonlyMap<string, CityFirm>;
}

/** What a scenario is tried on. */
export interface CityTrial {
  readonly ground: CityGround;
  readonly profile: number;
  /** Suppliers and plants that the question brings along. */
  readonly firms?: readonly CityFirm[];
}

/** Nothing changed yet. */
export function startCityDraft({ ground, profile, firms = [] }: CityTrial): CityDraft {
  return {
    ...{ ground, profile, links: [], nodes: [], junctions: [] },
    ...{ closed: new Set(), dates: new Map(), postedKmh: new Map(), factors: new Map() },
    firms: new Map(firms.map((one) => [one.id, one])),
  };
}

/** A stretch by the number of a link; null for one of the network. */
export function findAdded({ ground, links }: CityDraft, link: number): AddedLink | null {
  const first = ground.network.links.from.length;
  // A place below 0 would be looked for as a key by name, which takes a hundred times as long.
  return link < first ? null : (links[link - first] ?? null);
}

/** Numbers of all links there are. */
export function listLinks({ ground, links }: CityDraft): readonly number[] {
  return Array.from({ length: ground.network.links.from.length + links.length }, (_, link) => link);
}

/** Not closed, and no road to come that nothing has opened. */
export function isThere(draft: CityDraft, link: number): boolean {
  const { ground, closed, dates } = draft;
  if (closed.has(link)) return false;
  if (dates.has(link) || findAdded(draft, link) !== null) return true;
  const { links, roads } = ground.network;
  return roads.status[links.road[link] as number] === ROAD_STATUS.open;
}

/** Line of a link as drawn. */
export function toDraftLine(draft: CityDraft, link: number): readonly LonLat[] {
  return findAdded(draft, link)?.line ?? toLine(draft.ground.network, link);
}

/** Where a node lies. */
export function toNodeAt({ ground, nodes }: CityDraft, node: number): LonLat {
  const { lonE7, latE7 } = ground.network.nodes;
  if (node < lonE7.length) return [(lonE7[node] as number) / E7, (latE7[node] as number) / E7];
  return (nodes[node - lonE7.length] as AddedNode).at;
}

/** Node of an id; undefined where there is none, or where a map has it twice. */
export function findNode({ ground, nodes }: CityDraft, id: string): number | undefined {
  const added = nodes.findIndex((one) => one.id === id);
  if (added >= 0) return ground.network.nodes.id.length + added;
  const found = findIds(ground.network).nodes.get(id) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

/** Links of an id: one, or all of a way or of a built road; none where there is no such id. */
export function findLinks({ ground, links }: CityDraft, id: string): readonly number[] {
  const first = ground.network.links.from.length;
  const added = [...links.keys()].filter((i) => links[i]?.id === id || links[i]?.road === id);
  return added.length > 0 ? added.map((i) => first + i) : (findIds(ground.network).links.get(id) ?? []);
}

/** Id of a link. */
export function toLinkId(draft: CityDraft, link: number): string {
  return findAdded(draft, link)?.id ?? (findIds(draft.ground.network).linkIds[link] as string);
}
