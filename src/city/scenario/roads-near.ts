/**
 * Roads of a city near some places, called as a scenario file calls them: what a modification may name, and what a drawn
 * road may meet. They are those that some modifications leave, whatever their dates; what is wrong among these is passed
 * over.
 */
import { SPEED_UNITS } from '../../network/driven-speed.ts';
import type { Facility } from '../../model/road.ts';
import type { ImportedNetwork } from '../../model/imported-network.ts';
import type { Modification } from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import type { DrawnLink } from '../../network/meetings.ts';
import { findAllIn, type Box } from '../link-index.ts';
import { findAdded, findNode, isThere, startCityDraft, toDraftLine, toLinkId, toNodeAt } from './draft.ts';
import type { CityDraft, CityTrial } from './draft.ts';
import { findFacility } from './ground.ts';
import { findIds } from './ids.ts';
import { listCitySteps } from './modifications.ts';

/** What a road is called, by keys as the map has them: `name`, `name:en`, `ref` … */
export type RoadNames = Readonly<Record<string, string>>;

/** A stretch of road between two nodes; `featureId` is its id in a scenario file. */
export interface CityRoad extends DrawnLink {
  /** Ids of the nodes at its ends. */
  readonly from: string;
  readonly to: string;
  /** Null = nothing. */
  readonly names: RoadNames | null;
  readonly facility: Facility;
  /** The sign as the network or the scenario has it, the higher of both directions; null = none. */
  readonly postedKmh: number | null;
}

export interface CityRoadsNear {
  readonly links: readonly CityRoad[];
  /** Ends of these that an interchange may name. */
  readonly nodes: readonly { readonly id: string; readonly at: LonLat }[];
}

function toNodeId({ ground, nodes }: CityDraft, node: number): string {
  const known = ground.network.nodes.id;
  return node < known.length ? String(known[node]) : (nodes[node - known.length]?.id ?? '');
}

function listEnds(draft: CityDraft, link: number): readonly [from: number, to: number] {
  const { from, to } = draft.ground.network.links;
  const added = findAdded(draft, link);
  return added === null ? [from[link] as number, to[link] as number] : [added.from, added.to];
}

function findNames({ links, roads, names }: ImportedNetwork, link: number): RoadNames | null {
  const own = names[roads.names[links.road[link] as number] as number] ?? {};
  return Object.keys(own).length === 0 ? null : own;
}

/** What the links and ways of some ids are called, as far as the network has them and they are called anything. */
export function listCityNames(
  network: ImportedNetwork,
  ids: readonly string[],
): ReadonlyMap<string, RoadNames> {
  const { links } = findIds(network);
  const named = ids.map((id): readonly [string, RoadNames | null] => {
    const [link] = links.get(id) ?? [];
    return [id, link === undefined ? null : findNames(network, link)];
  });
  return new Map(named.flatMap(([id, names]) => (names === null ? [] : [[id, names] as const])));
}

function findPostedKmh({ ground: { network }, postedKmh }: CityDraft, link: number): number | null {
  const { links, roads } = network;
  const road = links.road[link] as number;
  const limit = Math.max(roads.limitForward[road] as number, roads.limitBackward[road] as number);
  return postedKmh.get(link) ?? (limit === 0 ? null : limit / SPEED_UNITS);
}

/** Null for a vessel: it has no sign, and nothing meets it. */
function toRoad(draft: CityDraft, link: number): CityRoad | null {
  const added = findAdded(draft, link);
  const facility = added?.facility ?? findFacility(draft.ground.network, link);
  if (facility === null) return null;
  const [from, to] = listEnds(draft, link).map((node) => toNodeId(draft, node));
  return {
    ...{ featureId: toLinkId(draft, link), geometry: toDraftLine(draft, link), facility },
    ...{ from: from as string, to: to as string },
    names: added === null ? findNames(draft.ground.network, link) : { name: added.title },
    postedKmh: added === null ? findPostedKmh(draft, link) : (draft.postedKmh.get(link) ?? added.postedKmh),
  };
}

/** Links whose boxes meet one of some boxes, and all that were added: they are few. */
function listIn(draft: CityDraft, boxes: readonly Box[]): readonly number[] {
  const { network } = draft.ground;
  const found = new Set(boxes.flatMap((box) => findAllIn(network, box)));
  for (const i of draft.links.keys()) found.add(network.links.from.length + i);
  return [...found].filter((link) => isThere(draft, link)).toSorted((a, b) => a - b);
}

/** Roads in and about some boxes; those that a scenario built wherever they lie. */
export type ListRoadsNear = (boxes: readonly Box[]) => CityRoadsNear;

/** Finds roads as some modifications leave them, whatever their dates. Boxes: west, south, east, north in degrees. */
export function openCityRoads(trial: CityTrial, modifications: readonly Modification[]): ListRoadsNear {
  const draft = listCitySteps(trial, modifications).at(-1)?.after ?? startCityDraft(trial);
  const isNamed = (node: number): boolean => findNode(draft, toNodeId(draft, node)) === node;
  return (boxes) => {
    const near = listIn(draft, boxes);
    const ends = new Set(near.flatMap((link) => listEnds(draft, link)));
    return {
      links: near.flatMap((link) => toRoad(draft, link) ?? []),
      nodes: [...ends]
        .filter(isNamed)
        .toSorted((a, b) => a - b)
        .map((node) => ({ id: toNodeId(draft, node), at: toNodeAt(draft, node) })),
    };
  };
}
