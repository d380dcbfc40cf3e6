/**
 * The roads of a city as a scenario leaves them on its day: columns like those of the network, with what is built behind
 * them. Where the roads are what they were, it is the very network.
 */
import {
  CLOSED,
  ROAD_FLAGS,
  ROAD_STATUS,
  type ImportedNetwork,
  type LinkTimes,
} from '../../model/imported-network.ts';
import type { Facility } from '../../model/road.ts';
import { isOpenOn } from '../../scenario/dates.ts';
import { SPEED_UNITS } from '../../network/driven-speed.ts';
import { NO_CUTS, type Cuts } from '../pieces.ts';
import { toBuiltMs, toChangedMs } from './changed-times.ts';
import { cutNetwork } from './cut.ts';
import { toNodeAt, type AddedLink, type CityDraft, type CityJunction } from './draft.ts';
import { toBuiltClass } from './ground.ts';
import { addLinks, addNodes, addRoads, type NewLink, type NewRoad } from './growth.ts';

export interface CityRoads {
  readonly network: ImportedNetwork;
  readonly cuts: Cuts;
}

const ASSUMPTIONS = ROAD_FLAGS.assumedLimit | ROAD_FLAGS.generalLimit | ROAD_FLAGS.givenTime;

/** Whether a link of the network is open on a day. */
export function isOpenNow({ ground, closed, dates }: CityDraft, link: number, day: string): boolean {
  if (closed.has(link)) return false;
  const own = dates.get(link);
  if (own !== undefined) return isOpenOn(own.opened, own.closed, day);
  const { links, roads } = ground.network;
  return roads.status[links.road[link] as number] === ROAD_STATUS.open;
}

/** Links of the network that something was said of. */
export function listTouched({ ground, closed, dates, postedKmh, factors }: CityDraft): readonly number[] {
  const touched = new Set([...closed, ...dates.keys(), ...postedKmh.keys(), ...factors.keys()]);
  return [...touched].filter((link) => link < ground.network.links.from.length).toSorted((a, b) => a - b);
}

function changeTimes(draft: CityDraft, profile: number, touched: readonly number[], day: string): LinkTimes {
  const times = draft.ground.network.times[profile] as LinkTimes;
  const [forward, backward] = [times.forward.slice(), times.backward.slice()];
  for (const link of touched) {
    const isOpen = isOpenNow(draft, link, day);
    forward[link] = isOpen ? toChangedMs(draft, profile, 2 * link) : CLOSED;
    backward[link] = isOpen ? toChangedMs(draft, profile, 2 * link + 1) : CLOSED;
  }
  return { ...times, forward, backward };
}

/** The row of a road with another sign, or open where it was to come. */
function toChangedRoad({ ground, postedKmh }: CityDraft, link: number): NewRoad {
  const { links, roads } = ground.network;
  const road = links.road[link] as number;
  const posted = postedKmh.get(link);
  const limit = (own: number): number => (posted === undefined || own === 0 ? own : posted * SPEED_UNITS);
  const flags = roads.flags[road] as number;
  return {
    roadClass: roads.roadClass[road] as number,
    status: ROAD_STATUS.open,
    flags: posted === undefined ? flags : flags & ~ASSUMPTIONS,
    limitForward: limit(roads.limitForward[road] as number),
    limitBackward: limit(roads.limitBackward[road] as number),
    names: roads.names[road] as number,
    opens: roads.opens[road] as number,
  };
}

/** Links of the network at other times, and on roads of their own where a sign or the status is another. */
function changeLinks(draft: CityDraft, touched: readonly number[], day: string): ImportedNetwork {
  const { network } = draft.ground;
  const { links, roads } = network;
  const road = links.road.slice();
  const rows: NewRoad[] = [];
  const known = new Map<string, number>();
  for (const link of touched) {
    const isToCome = roads.status[links.road[link] as number] !== ROAD_STATUS.open;
    if (!draft.postedKmh.has(link) && !(isToCome && isOpenNow(draft, link, day))) continue;
    const key = `${links.road[link]} ${draft.postedKmh.get(link)}`;
    const row = known.get(key) ?? roads.status.length + rows.length;
    if (!known.has(key)) rows.push(toChangedRoad(draft, link));
    known.set(key, row);
    road[link] = row;
  }
  const times = network.times.map((_, profile) => changeTimes(draft, profile, touched, day));
  return addRoads({ ...network, times, links: { ...links, road } }, rows);
}

/** What is built and open on the day, by its number in the draft. */
export function listBuilt({ ground, links, closed }: CityDraft, day: string): ReadonlyMap<number, AddedLink> {
  const first = ground.network.links.from.length;
  const numbered = links.map((one, i): [number, AddedLink] => [first + i, one]);
  return new Map(
    numbered.filter(([link, { dates }]) => !closed.has(link) && isOpenOn(dates.opened, dates.closed, day)),
  );
}

/** Numbers in the draft → numbers in the network. */
interface Places {
  readonly links: ReadonlyMap<number, number>;
  readonly nodes: ReadonlyMap<number, number>;
}

function findPlaces({ ground }: CityDraft, built: ReadonlyMap<number, AddedLink>): Places {
  const { nodes, links } = ground.network;
  const ends = new Set([...built.values()].flatMap(({ from, to }) => [from, to]));
  const added = [...ends].filter((node) => node >= nodes.id.length).toSorted((a, b) => a - b);
  return {
    links: new Map([...built.keys()].map((link, i) => [link, links.from.length + i])),
    nodes: new Map(added.map((node, i) => [node, nodes.id.length + i])),
  };
}

/** One row a road, facility and sign: what its stretches have in common. */
function addBuiltRoads(
  network: ImportedNetwork,
  draft: CityDraft,
  built: ReadonlyMap<number, AddedLink>,
): { readonly network: ImportedNetwork; readonly roadOf: ReadonlyMap<number, number> } {
  const facilities: readonly Facility[] = [...new Set([...built.values()].map(({ facility }) => facility))];
  const titles = [...new Set([...built.values()].map(({ title }) => title))];
  const { notes, names, roads } = network;
  const rows = [...built].map(([link, { facility, title, oneWay, postedKmh }]): NewRoad => {
    const limit = (draft.postedKmh.get(link) ?? postedKmh) * SPEED_UNITS;
    return {
      roadClass: notes.classes.length + facilities.indexOf(facility),
      ...{ status: ROAD_STATUS.open, flags: ROAD_FLAGS.drawn },
      ...{ limitForward: limit, limitBackward: oneWay ? 0 : limit },
      ...{ names: names.length + titles.indexOf(title), opens: Math.max(0, notes.openingDates.indexOf('')) },
    };
  });
  const named = {
    ...network,
    names: [...names, ...titles.map((name) => ({ name }))],
    notes: { ...notes, classes: [...notes.classes, ...facilities.map(toBuiltClass)] },
  };
  const roadOf = new Map([...built.keys()].map((link, i) => [link, roads.status.length + i]));
  return { network: addRoads(named, rows), roadOf };
}

function addBuilt(
  before: ImportedNetwork,
  draft: CityDraft,
  built: ReadonlyMap<number, AddedLink>,
  places: Places,
): ImportedNetwork {
  const { network, roadOf } = addBuiltRoads(before, draft, built);
  const toNode = (node: number): number => places.nodes.get(node) ?? node;
  const added = [...built].map(([link, one], i): NewLink => {
    const { from, to, lengthMm, line } = one;
    return {
      ...{ from: toNode(from), to: toNode(to), lengthMm, road: roadOf.get(link) ?? 0, id: -1 - i },
      inner: line.slice(1, -1),
      ms: network.times.map((_, profile) => toBuiltMs(draft, profile, link, one)),
      destinationOnly: network.times.map(() => 0),
    };
  });
  const nodes = addNodes(
    network,
    [...places.nodes.keys()].map((node) => toNodeAt(draft, node)),
  );
  return addLinks(nodes, added);
}

/** Junctions of roads that are there, with links that are there. */
function listJunctions(draft: CityDraft, places: Places, day: string): readonly CityJunction[] {
  const first = draft.ground.network.links.from.length;
  return draft.junctions.flatMap(({ link, share, node }) => {
    const isThere = link < first ? isOpenNow(draft, link, day) : places.links.has(link);
    const met = places.nodes.get(node);
    return isThere && met !== undefined ? [{ link: places.links.get(link) ?? link, share, node: met }] : [];
  });
}

/** The roads on an ISO day. */
export function toCityRoads(draft: CityDraft, day: string): CityRoads {
  const { network } = draft.ground;
  const touched = listTouched(draft);
  const built = listBuilt(draft, day);
  if (touched.length === 0 && built.size === 0) return { network, cuts: NO_CUTS };
  const changed = touched.length === 0 ? network : changeLinks(draft, touched, day);
  if (built.size === 0) return { network: changed, cuts: NO_CUTS };
  const places = findPlaces(draft, built);
  return cutNetwork(addBuilt(changed, draft, built, places), listJunctions(draft, places, day));
}
