/** The table of links: ends, direction, line, length, and what the road rules read as tags. */
import { MAX_MS } from '../../model/imported-network.ts';
import type { RoadRules } from '../../model/road-rules.ts';
import { MM_PER_M, roundHalfUp } from '../../units.ts';
import { MAX_LINK_M } from '../link-length.ts';
import type { Tags } from '../osm/element.ts';
import { readLine, type LinePoint } from './line.ts';
import { readId, type TableNodes } from './nodes.ts';
import { createTell, findColumn, getColumn, type Table, type TableRow, type Tell } from './table.ts';
import type { TableUnits } from './units.ts';
import { readUses } from './uses.ts';

export interface TableLink {
  readonly id: number;
  /** Places of its nodes. */
  readonly from: number;
  readonly to: number;
  /** Whole millimetres; null where the line says it. */
  readonly lengthMm: number | null;
  /** Points between its ends. */
  readonly inner: readonly LinePoint[];
  readonly tags: Tags;
  /** Milliseconds forward and backward by profile, −1 = closed; null where the rules say it. */
  readonly givenMs: readonly (readonly [forward: number, backward: number])[] | null;
}

const COLUMNS = {
  id: ['link_id', 'id'],
  from: ['from_node_id', 'from'],
  to: ['to_node_id', 'to'],
  directed: ['directed', 'oneway', 'dir_flag'],
  flag: ['dir_flag'],
  uses: ['allowed_uses', 'modes'],
  geometry: ['geometry', 'wkt'],
  length: ['length', 'length_m'],
  roadClass: ['facility_type', 'class', 'highway', 'link_type_name'],
  speed: ['free_speed', 'speed_kmh', 'maxspeed'],
} as const;

/** Columns that are tags as they stand: yes or no, and names in any language. */
const FLAGS = ['toll', 'bridge', 'tunnel'] as const;
const NAME = /^(?:name|ref|name:[a-z-]+)$/;

const YES = new Set(['1', 'true', 'yes', 't']);
const NO = new Set(['0', 'false', 'no', 'f']);

const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MAX_KMH = 500;

type Read = (row: TableRow) => string;

function readNumber(text: string, most: number, what: string, row: TableRow, tell: Tell): number | null {
  if (text === '') return null;
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (value >= 0 && value <= most) return value;
  tell.add(row.row, `${what} from 0 to ${most}`, text, 'out-of-range');
  return null;
}

function readYes(text: string, what: string, row: TableRow, tell: Tell): boolean {
  const word = text.toLowerCase();
  if (!YES.has(word) && !NO.has(word)) tell.add(row.row, `${what}: 1 or 0`, text, 'wrong-type');
  return YES.has(word);
}

/** Given times of the profiles: columns `ms_car` and, where it is driven back, `ms_car_back`. */
function createTimeReader(
  table: Table,
  { profiles }: RoadRules,
  tell: Tell,
): (row: TableRow) => TableLink['givenMs'] {
  const columns = profiles.map(({ vehicleClass }) =>
    [`ms_${vehicleClass}`, `ms_${vehicleClass}_back`].map((name) => findColumn(table, [name])),
  );
  if (columns.every(([forward]) => forward === null)) return () => null;
  const readMs = (read: Read | null | undefined, row: TableRow): number =>
    read === null || read === undefined
      ? -1
      : (readNumber(read(row), MAX_MS, 'milliseconds', row, tell) ?? -1);
  return (row) => columns.map(([forward, backward]) => [readMs(forward, row), readMs(backward, row)]);
}

/** Hundredths of a kilometre an hour: limits are kept in them. */
const toCents = (kmh: number): number => roundHalfUp(kmh * 100) / 100;

/** A class that the map calls a route, and all others. A row is open to motor vehicles unless it says for whom it is. */
function toClassTags(roadClass: string, uses: string): Map<string, string> {
  const key = roadClass === 'ferry' ? 'route' : 'highway';
  return new Map([[key, roadClass], ...readUses(uses)]);
}

function createTagReader(table: Table, units: TableUnits, tell: Tell): (row: TableRow) => Tags {
  const classOf = getColumn(table, COLUMNS.roadClass, tell);
  const directedOf = getColumn(table, COLUMNS.directed, tell);
  const speedOf = findColumn(table, COLUMNS.speed);
  const usesOf = findColumn(table, COLUMNS.uses);
  const flags = FLAGS.map((name) => [name, findColumn(table, [name])] as const);
  const names = table.header
    .filter((name) => NAME.test(name))
    .map((name) => [name, getColumn(table, [name], tell)] as const);
  return (row) => {
    const isDirected = readYes(directedOf(row), 'directed', row, tell);
    const tags = toClassTags(classOf(row), usesOf?.(row) ?? '');
    tags.set('oneway', isDirected ? 'yes' : 'no');
    const speed = readNumber(speedOf?.(row) ?? '', MAX_KMH, 'speed', row, tell);
    if (speed !== null) tags.set('maxspeed', String(toCents(speed * units.kmh)));
    for (const [name, read] of flags) {
      const text = read?.(row) ?? '';
      if (text !== '' && !NO.has(text.toLowerCase()) && Number(text) !== 0) tags.set(name, 'yes');
    }
    for (const [name, read] of names) if (read(row) !== '') tags.set(name, read(row));
    return tags;
  };
}

/** The flag of the specification: −1 where the line is drawn from the last node to the first. */
function isDrawnBack(text: string, row: TableRow, tell: Tell): boolean {
  if (!['', '0', '1', '-1'].includes(text)) tell.add(row.row, 'dir_flag: 1 or -1', text, 'out-of-range');
  return text === '-1';
}

function readEnd(text: string, what: string, { placeOf }: TableNodes, row: TableRow, tell: Tell): number {
  const id = readId(text, what, row, tell);
  const place = placeOf.get(id ?? NaN);
  if (id !== null && place === undefined)
    tell.add(row.row, `${what}: a node of the other table`, text, 'unknown-id');
  return place ?? 0;
}

/** Reads links. Throws DataError with everything that is wrong with them. */
export function readTableLinks(
  table: Table,
  nodes: TableNodes,
  units: TableUnits,
  rules: RoadRules,
): readonly TableLink[] {
  const tell = createTell(table.file);
  const [idOf, fromOf, toOf] = [COLUMNS.id, COLUMNS.from, COLUMNS.to].map((names) =>
    getColumn(table, names, tell),
  ) as [Read, Read, Read];
  const [lengthOf, lineOf] = [findColumn(table, COLUMNS.length), findColumn(table, COLUMNS.geometry)];
  const flagOf = findColumn(table, COLUMNS.flag);
  const readTags = createTagReader(table, units, tell);
  const readTimes = createTimeReader(table, rules, tell);
  tell.end();
  const links = table.rows.map((row): TableLink => {
    const length = readNumber(lengthOf?.(row) ?? '', MAX_LINK_M / units.m, 'length', row, tell);
    const inner = readLine(lineOf?.(row) ?? '', row, tell);
    return {
      id: readId(idOf(row), 'id of a link', row, tell) ?? 0,
      from: readEnd(fromOf(row), 'first node', nodes, row, tell),
      to: readEnd(toOf(row), 'last node', nodes, row, tell),
      lengthMm: length === null ? null : roundHalfUp(length * units.m * MM_PER_M),
      inner: isDrawnBack(flagOf?.(row) ?? '', row, tell) ? inner.toReversed() : inner,
      tags: readTags(row),
      givenMs: readTimes(row),
    };
  });
  tell.end();
  return links;
}
