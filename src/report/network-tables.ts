/**
 * An imported network as tables of the General Modeling Network Specification, which `import gmns` reads again to the
 * same network. Times stand beside the limits where they are more than length and limit say.
 */
import { CLOSED, ROAD_FLAGS, ROAD_STATUS, type ImportedNetwork } from '../model/imported-network.ts';
import { E7, MM_PER_M } from '../units.ts';
import { toCsv, type CsvValue } from './csv.ts';
import type { GmnsTables } from './gmns.ts';

/** Units of a limit in 1 km/h. */
const LIMIT_UNITS = 100;

/** What the tables cannot say, in words; empty where they say all. */
export interface NetworkTables {
  readonly tables: GmnsTables;
  readonly left: readonly string[];
}

/** Ids of the map where each is there once, else numbers from 1. */
function toNumbers(ids: Float64Array): ArrayLike<number> {
  return new Set(ids).size === ids.length ? ids : ids.map((_, i) => i + 1);
}

/** Tables make their own times again; other maps have signals, signs of trucks and more in theirs. */
function hasOwnTimes({ notes, roads }: ImportedNetwork): boolean {
  const isTable = notes.source.form === 'gmns' || notes.source.form === 'csv';
  return !isTable || roads.flags.some((flags) => (flags & ROAD_FLAGS.givenTime) !== 0);
}

function toGeometry({ nodes, links, shape }: ImportedNetwork, link: number): string {
  const ends = [links.from[link], links.to[link]].map((node) => {
    return `${(nodes.lonE7[node as number] as number) / E7} ${(nodes.latE7[node as number] as number) / E7}`;
  });
  const inner: string[] = [];
  for (let i = links.shapeStart[link] as number; i < (links.shapeStart[link + 1] as number); i += 1)
    inner.push(`${(shape.lonE7[i] as number) / E7} ${(shape.latE7[i] as number) / E7}`);
  return `LINESTRING (${[ends[0], ...inner, ends[1]].join(', ')})`;
}

/** The limit, where it is more than an assumption for the class. */
function toSpeed({ roads }: ImportedNetwork, road: number): number | null {
  const limit = roads.limitForward[road] as number;
  const isAssumed = ((roads.flags[road] as number) & ROAD_FLAGS.assumedLimit) !== 0;
  return isAssumed || limit === 0 ? null : limit / LIMIT_UNITS;
}

function toFlag(flags: number, flag: number): CsvValue {
  return (flags & flag) === 0 ? 0 : 1;
}

const toMs = (ms: number | undefined): CsvValue => (ms === undefined || ms === CLOSED ? null : ms);

function listTimes({ times }: ImportedNetwork, link: number): readonly CsvValue[] {
  return times.flatMap(({ forward, backward }) => [toMs(forward[link]), toMs(backward[link])]);
}

/** Kinds of names that any road has, the plain one first. */
function listNameKeys({ names }: ImportedNetwork): readonly string[] {
  return [...new Set(['name', ...names.flatMap((one) => Object.keys(one)).toSorted()])];
}

function listOpenLinks({ links, roads }: ImportedNetwork): readonly number[] {
  return [...links.road.keys()].filter(
    (link) => roads.status[links.road[link] as number] === ROAD_STATUS.open,
  );
}

function toLinkTable(network: ImportedNetwork, open: readonly number[]): string {
  const { links, roads, names, notes, times, nodes } = network;
  const keys = listNameKeys(network);
  const [nodeIds, linkIds] = [toNumbers(nodes.id), toNumbers(links.id)];
  const isTimed = hasOwnTimes(network);
  const timeColumns = notes.profiles.flatMap(({ vehicleClass: id }) => [`ms_${id}`, `ms_${id}_back`]);
  const titles = [
    ...['link_id', 'from_node_id', 'to_node_id', 'directed', 'geometry', 'length'],
    ...['facility_type', 'free_speed', 'toll', 'bridge', 'tunnel'],
    ...keys,
    ...(isTimed ? timeColumns : []),
  ];
  const rows = open.map((link): readonly CsvValue[] => {
    const road = links.road[link] as number;
    const flags = roads.flags[road] as number;
    const name = names[roads.names[road] as number] ?? {};
    const [from, to] = [nodeIds[links.from[link] as number], nodeIds[links.to[link] as number]];
    return [
      ...[linkIds[link] as number, from as number, to as number],
      times.every(({ backward }) => backward[link] === CLOSED) ? 1 : 0,
      toGeometry(network, link),
      (links.lengthMm[link] as number) / MM_PER_M,
      notes.classes[roads.roadClass[road] as number]?.id ?? null,
      toSpeed(network, road),
      ...[ROAD_FLAGS.toll, ROAD_FLAGS.bridge, ROAD_FLAGS.tunnel].map((flag) => toFlag(flags, flag)),
      ...keys.map((key) => name[key] ?? null),
      ...(isTimed ? listTimes(network, link) : []),
    ];
  });
  return toCsv(titles, rows);
}

function toNodeTable({ nodes }: ImportedNetwork): string {
  const ids = toNumbers(nodes.id);
  return toCsv(
    ['node_id', 'x_coord', 'y_coord'],
    Array.from(nodes.lonE7, (lon, i) => [ids[i] as number, lon / E7, (nodes.latE7[i] as number) / E7]),
  );
}

const CONFIG = ['dataset_name', 'short_length', 'long_length', 'speed', 'crs', 'geometry_field_format'];

function listLeft({ bans, links, times }: ImportedNetwork, open: readonly number[]): readonly string[] {
  const toCome = links.road.length - open.length;
  const limited = open.filter((link) => times.some(({ destinationOnly }) => destinationOnly[link] !== 0));
  return [
    ...(bans.profiles.length > 0 ? [`${bans.profiles.length} banned turns`] : []),
    ...(toCome > 0 ? [`${toCome} links that are not open yet`] : []),
    ...(limited.length > 0 ? [`the rule of ${limited.length} links, for destinations alone`] : []),
  ];
}

/** The tables of a network, and what of it they do not say. */
export function toNetworkTables(network: ImportedNetwork): NetworkTables {
  const open = listOpenLinks(network);
  return {
    tables: new Map([
      ['node.csv', toNodeTable(network)],
      ['link.csv', toLinkTable(network, open)],
      ['config.csv', toCsv(CONFIG, [[network.notes.title, 'm', 'm', 'kph', 'EPSG:4326', 'wkt']])],
    ]),
    left: listLeft(network, open),
  };
}
