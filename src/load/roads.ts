/** Checks that links agree with themselves, with their nodes and with their sections. */
import { measureGeodesicM } from '../geodesic.ts';
import type { LonLat } from '../model/source.ts';
import { isAfter } from './dates.ts';
import { findRegion, isInside } from './geography.ts';
import type { LinkFeature } from './highways.ts';
import type { Report, Spot } from './report.ts';
import { type Entry, listSound, type Rows } from './rows.ts';
import type { Tables } from './tables.ts';

type Tell = (key: keyof LinkFeature['properties'], expected: string) => void;

/** Tells links that contradict themselves or their nodes, and nodes and sections that no link uses. */
export function checkRoads(tables: Tables, report: Report): void {
  const nodes = listNodes(tables);
  const opened = toMap(tables.sections, ({ opened: own }) => own);
  for (const entry of listSound(tables.links)) {
    const { spot, value } = entry;
    const tell: Tell = (key, expected) => {
      report.tell(spot, ['properties', key], 'contradiction', expected, value.properties[key]);
    };
    checkLength(value, tell);
    checkAccess(value, tell);
    checkDates(value, opened.get(value.properties.section) ?? null, tell);
    checkLine(entry, nodes, report, tell);
  }
  checkUse(tables, report);
}

/** Where each node is. One off the region is told as such, and nothing is compared with it. */
function listNodes(tables: Tables): ReadonlyMap<string, LonLat> {
  const region = findRegion(tables);
  const nodes = toMap(tables.nodes, ({ geometry }) => geometry.coordinates);
  return new Map([...nodes].filter(([, at]) => region === null || isInside(at, region)));
}

/** What each id stands for; an id used twice stands for nothing to compare with. */
function toMap<T extends { readonly id: string }, V>(
  rows: Rows<T>,
  toValue: (record: T) => V,
): ReadonlyMap<string, V> {
  const twice = listTwice(rows);
  const single = listSound(rows).filter(({ value }) => !twice.has(value.id));
  return new Map(single.map(({ value }) => [value.id, toValue(value)]));
}

function listTwice({ rows }: Rows<unknown>): ReadonlySet<string | null> {
  const seen = new Set<string | null>();
  return new Set(rows.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id));
}

function checkLength({ properties }: LinkFeature, tell: Tell): void {
  const { lengthM, lengthLowM, lengthHighM, lengthBasis } = properties;
  if (lengthBasis === 'estimated') {
    if (lengthLowM > lengthM) tell('lengthLowM', `a length in metres not above lengthM, ${lengthM}`);
    if (lengthHighM < lengthM) tell('lengthHighM', `a length in metres not below lengthM, ${lengthM}`);
    return;
  }
  for (const key of ['lengthLowM', 'lengthHighM'] as const) {
    if (properties[key] !== lengthM) tell(key, `${lengthM}, as a ${lengthBasis} length has no range`);
  }
}

function checkAccess({ properties }: LinkFeature, tell: Tell): void {
  const { accessible, bridge, facility, directed, plaza, tariff } = properties;
  const isStreet = facility === 'arterial' || facility === 'local';
  if (accessible && !isStreet) tell('accessible', `false on ${facility}: only arterial and local roads are`);
  if (accessible && bridge) tell('accessible', 'false on a bridge');
  if (facility === 'ramp' && !directed) tell('directed', 'true: a ramp is one movement');
  if (plaza !== null && tariff === null) tell('tariff', 'the id of a tariff, as there is a toll plaza');
}

/** A ramp may be older than the section it is filed under: it also joins roads that were there before. */
function checkDates({ properties }: LinkFeature, sectionOpened: string | null, tell: Tell): void {
  const { opened, closed, facility } = properties;
  if (isAfter(opened, closed)) tell('closed', `a date not before it opened (${opened ?? ''})`);
  if (facility === 'ramp') return;
  const isEarly = sectionOpened !== null && (opened === null || isAfter(sectionOpened, opened));
  if (isEarly) tell('opened', `a date not before its section opened (${sectionOpened})`);
}

function checkLine(
  { spot, value }: Entry<LinkFeature>,
  nodes: ReadonlyMap<string, LonLat>,
  report: Report,
  tell: Tell,
): void {
  const { coordinates } = value.geometry;
  const { from, to, lengthM, conflict } = value.properties;
  if (from === to) tell('to', 'another node than it begins at');
  checkEnd(coordinates, 0, nodes.get(from), from, spot, report);
  checkEnd(coordinates, coordinates.length - 1, nodes.get(to), to, spot, report);
  checkVertices(coordinates, spot, report);
  const [start, end] = [nodes.get(from), nodes.get(to)];
  if (start === undefined || end === undefined || conflict !== null) return;
  const crowM = measureGeodesicM(start, end);
  if (crowM > lengthM) {
    tell(
      'lengthM',
      `a length not below the ${crowM.toFixed(1)} m between its nodes, or a conflict that says why`,
    );
  }
}

function checkEnd(
  line: readonly LonLat[],
  index: number,
  node: LonLat | undefined,
  id: string,
  spot: Spot,
  report: Report,
): void {
  const vertex = line[index];
  if (node === undefined || vertex === undefined || isSame(node, vertex)) return;
  const expected = `[${node.join(', ')}], where node ${id} is`;
  report.tell(spot, ['geometry', 'coordinates', index], 'contradiction', expected, vertex);
}

function checkVertices(line: readonly LonLat[], spot: Spot, report: Report): void {
  for (const [index, vertex] of line.entries()) {
    const before = line[index - 1];
    if (before === undefined || !isSame(before, vertex)) continue;
    const expected = 'another coordinate than the one before';
    report.tell(spot, ['geometry', 'coordinates', index], 'contradiction', expected, vertex);
  }
}

function isSame(first: LonLat, second: LonLat): boolean {
  return first[0] === second[0] && first[1] === second[1];
}

function checkUse({ nodes, sections, links }: Tables, report: Report): void {
  if (!links.complete || links.rows.some(({ value }) => value === null)) return;
  const ends = new Set(
    listSound(links).flatMap(({ value: { properties } }) => [properties.from, properties.to]),
  );
  for (const { spot, value } of listSound(nodes)) {
    if (ends.has(value.id)) continue;
    report.tell(spot, ['id'], 'contradiction', 'a node that a link begins or ends at', value.id);
  }
  const used = new Set(listSound(links).map(({ value: { properties } }) => properties.section));
  for (const { spot, value } of listSound(sections)) {
    if (used.has(value.id)) continue;
    report.tell(spot, ['id'], 'contradiction', 'a section that a link belongs to', value.id);
  }
}
