/** A network from roads that are cut and joined: tables of roads and names, bans, and what is kept of it all. */
import type { ImportedNetwork, NetworkNotes, RoadTable } from '../../model/imported-network.ts';
import { ROAD_FLAGS } from '../../model/imported-network.ts';
import type { RoadRules } from '../../model/road-rules.ts';
import type { Traits } from '../roads/traits.ts';
import { makeLinks, type Cut } from './links.ts';
import { findMainPart, type MainPart } from './main-part.ts';
import { pickLinks } from './pick.ts';
import type { SegmentBan } from './turns.ts';
import { E7 } from '../../units.ts';

/** Names once each, and those of every kind of road. */
function listNames(traits: readonly Traits[]): Pick<ImportedNetwork, 'names'> & { of: Uint32Array } {
  const places = new Map<string, number>();
  const names: Traits['names'][] = [];
  const of = Uint32Array.from(traits, (one) => {
    const key = JSON.stringify(one.names);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, names.length);
    names.push(one.names);
    return names.length - 1;
  });
  return { names, of };
}

function toRoadTable(
  traits: readonly Traits[],
  names: Uint32Array,
  openingDates: readonly string[],
): RoadTable {
  return {
    roadClass: Uint8Array.from(traits, (one) => one.classIndex),
    status: Uint8Array.from(traits, (one) => one.status),
    flags: Uint16Array.from(traits, (one) => one.flags),
    limitForward: Uint16Array.from(traits, (one) => one.limits.forward),
    limitBackward: Uint16Array.from(traits, (one) => one.limits.backward),
    names,
    opens: Uint16Array.from(traits, (one) => openingDates.indexOf(one.opens ?? '')),
  };
}

/** Bans of segments as bans of links: several steps along one link are one. */
function toLinkBans({ chains }: Cut, bans: readonly SegmentBan[]): ImportedNetwork['bans'] {
  const [start, steps]: [number[], number[]] = [[0], []];
  for (const ban of bans) {
    const moved = ban.steps.map((step) => {
      const side = (step & 1) ^ (chains.isReversed[step >>> 1] as number);
      return 2 * (chains.linkOf[step >>> 1] as number) + side;
    });
    steps.push(...moved);
    start.push(steps.length);
  }
  return {
    start: Uint32Array.from(start),
    steps: Uint32Array.from(steps),
    profiles: Uint8Array.from(bans, ({ profiles }) => profiles),
  };
}

/** The tables of roads and names. */
export function toRoadColumns(
  traits: readonly Traits[],
  openingDates: readonly string[],
): Pick<Columns, 'roads' | 'names'> {
  const { names, of } = listNames(traits);
  return { names, roads: toRoadTable(traits, of, openingDates) };
}

export type Columns = Omit<ImportedNetwork, 'notes' | 'nodeRank'>;

function makeColumns(
  cut: Cut,
  rules: RoadRules,
  bans: readonly SegmentBan[],
  { openingDates, source }: Pick<NetworkNotes, 'openingDates' | 'source'>,
): Columns {
  const { roads, points, segments } = cut;
  const at = (values: Int32Array): Int32Array =>
    Int32Array.from(segments.cornerPoint, (point) => values[point] as number);
  return {
    nodes: {
      lonE7: at(points.lonE7),
      latE7: at(points.latE7),
      id: Float64Array.from(segments.cornerPoint, (point) => points.id[point] as number),
    },
    ...makeLinks(cut, rules, source.file),
    ...toRoadColumns(roads.traits, openingDates),
    bans: toLinkBans(cut, bans),
  };
}

/** Notes but for what is counted here. */
export type FirstNotes = Omit<NetworkNotes, 'counts' | 'bounds' | 'openingDates'>;

/** The network. `bans` speak of segments; `keepIslands` keeps what does not hang together. */
export function assembleNetwork(
  cut: Cut,
  rules: RoadRules,
  bans: readonly SegmentBan[],
  notes: FirstNotes,
  keepIslands: boolean,
): ImportedNetwork {
  const openingDates = ['', ...new Set(cut.roads.traits.flatMap(({ opens }) => opens ?? []))];
  const columns = makeColumns(cut, rules, bans, { ...notes, openingDates });
  const { roads } = cut;
  const empty = { ways: roads.wayId.length, wayNodes: cut.points.id.length };
  return finishNetwork(columns, { ...notes, openingDates }, empty, keepIslands);
}

/** Bounds of nodes and lines in degrees; zeros where there are none. */
function findBounds({ nodes, shape }: Columns): NetworkNotes['bounds'] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lonE7, latE7 } of [nodes, shape]) {
    for (const [i, lon] of lonE7.entries()) {
      const lat = latE7[i] as number;
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  }
  const [west, south, east, north] = bounds.map((value) => (Number.isFinite(value) ? value / E7 : 0));
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}

const MM_PER_KM = 1_000_000;

/** Kilometres of links whose roads have one of the flags and none of the others. */
function sumKm({ links, roads }: Columns, isCounted: (flags: number) => boolean): number {
  let sumMm = 0;
  for (const [link, road] of links.road.entries()) {
    if (isCounted(roads.flags[road] as number)) sumMm += links.lengthMm[link] as number;
  }
  return sumMm / MM_PER_KM;
}

type Read = Pick<NetworkNotes['counts'], 'ways' | 'wayNodes'>;
type NotesToCount = FirstNotes & Pick<NetworkNotes, 'openingDates'>;

/** The part that hangs together, of columns without counts. */
function findMain(whole: Columns, notes: NotesToCount, read: Read): MainPart {
  const empty = { ...read, nodes: 0, links: 0, bans: 0, islands: 0, islandLinks: 0, islandKm: 0 };
  const none = { ...empty, candidates: 0, km: 0, signedKm: 0, generalKm: 0, assumedKm: 0, givenKm: 0 };
  return findMainPart({
    ...whole,
    nodeRank: null,
    notes: { ...notes, counts: none, bounds: findBounds(whole) },
  });
}

function countNetwork(columns: Columns, main: MainPart, read: Read): NetworkNotes['counts'] {
  const { assumedLimit, generalLimit, givenTime } = ROAD_FLAGS;
  return {
    ...read,
    nodes: columns.nodes.id.length,
    links: columns.links.from.length,
    bans: columns.bans.profiles.length,
    islands: main.islands,
    islandLinks: main.islandLinks,
    islandKm: main.islandMm / MM_PER_KM,
    candidates: columns.links.road.filter((road) => columns.roads.status[road] !== 0).length,
    km: sumKm(columns, () => true),
    signedKm: sumKm(columns, (flags) => (flags & (assumedLimit | generalLimit | givenTime)) === 0),
    generalKm: sumKm(columns, (flags) => (flags & generalLimit) !== 0),
    assumedKm: sumKm(columns, (flags) => (flags & assumedLimit) !== 0),
    givenKm: sumKm(columns, (flags) => (flags & givenTime) !== 0),
  };
}

/** Columns that stay as they were given, in their order, islands and all. */
export function keepNetwork(whole: Columns, notes: NotesToCount, read: Read): ImportedNetwork {
  const counts = countNetwork(whole, findMain(whole, notes, read), read);
  return { ...whole, nodeRank: null, notes: { ...notes, counts, bounds: findBounds(whole) } };
}

/** Keeps what hangs together, unless all is to be kept, and counts. */
function finishNetwork(
  whole: Columns,
  notes: NotesToCount,
  read: Read,
  keepIslands: boolean,
): ImportedNetwork {
  const main = findMain(whole, notes, read);
  const times = keepIslands ? whole.times : main.times;
  const columns = pickLinks({ ...whole, times }, (link) => keepIslands || main.isKept[link] === 1);
  const counts = countNetwork(columns, main, read);
  return { ...columns, nodeRank: null, notes: { ...notes, counts, bounds: findBounds(columns) } };
}
