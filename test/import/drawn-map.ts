/**
 * OpenStreetMap files drawn in a test: a map to scale (`scene/drawing.ts`), and tables of its ways, its nodes' tags
 * and its turn restrictions. A column is a tag; `highway` is `residential` where a row names neither it nor `route`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { buildCityGraph, toStepMs, type CityGraphChoice } from '../../src/city/graph.ts';
import { toByteSource, type ByteSource } from '../../src/import/byte-source.ts';
import { importOsm } from '../../src/import/import-osm.ts';
import type { ImportOptions } from '../../src/import/options.ts';
import { readRoadRules } from '../../src/load/road-rules.ts';
import { CLOSED, type ImportedNetwork } from '../../src/model/imported-network.ts';
import type { VehicleClass } from '../../src/model/travel.ts';
import { searchCostsToSeeds } from '../../src/routing/costs.ts';
import { ROOT } from '../cli/run.ts';
import { followStroke, readDrawing, toLonLat, type Drawing } from '../scene/drawing.ts';
import { readCells, readTable, type Row } from '../scene/table.ts';

const RULES_FILE = join(ROOT, 'data', 'import', 'road-rules.json');

export const RULES =
  readRoadRules(readFileSync(RULES_FILE, 'utf8'), RULES_FILE).rules ??
  expect.fail('the shipped rules do not load');
const readVehicle = (id: string): VehicleClass =>
  JSON.parse(readFileSync(join(ROOT, 'data', 'vehicle-classes', `${id}.json`), 'utf8')) as VehicleClass;

/** Vehicle classes as shipped. */
export const SHIPPED_VEHICLES = ['car', 'light-truck', 'heavy-truck'].map(readVehicle);

/** The same, each driving at its limit: what a test reads off a link is then the limit. */
export const VEHICLES = SHIPPED_VEHICLES.map((vehicle): VehicleClass => {
  const entries = Object.entries(vehicle.facilities).map(([facility, speed]) => [
    facility,
    { ...speed, factor: { ...speed.factor, value: 1 }, capKmh: null },
  ]);
  return { ...vehicle, facilities: Object.fromEntries(entries) as VehicleClass['facilities'] };
});
/** Profiles by their place. */
export const CAR = 0;
export const HEAVY = 2;

/** Everything is kept unless a test says otherwise: a road drawn alone connects with nothing both ways. */
const OPTIONS: ImportOptions = {
  title: 'drawn',
  country: null,
  keepIslands: true,
  bbox: null,
  coordinates: 'WGS84',
};

/** Runs an import to its end. */
export function importWhole(source: ByteSource, options: Partial<ImportOptions> = {}): ImportedNetwork {
  const work = importOsm(source, RULES, VEHICLES, { ...OPTIONS, ...options });
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

export interface DrawnInput extends Partial<ImportOptions> {
  readonly map: string;
  /** Metres of one character and of one line; 100 unless said. */
  readonly stepM?: number;
  readonly ways: string;
  readonly nodes?: string;
  /** Columns from, via, to: ways by their letters, a node by its own; several separated by commas. */
  readonly turns?: string;
  /** Changes the file before it is read. */
  readonly edit?: (xml: string) => string;
}

export interface DrawnMap {
  readonly network: ImportedNetwork;
  readonly xml: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function toTagLines(row: Row, not: readonly string[]): string {
  const tags = Object.entries(row).filter(([key]) => !not.includes(key));
  return tags.map(([key, value]) => `<tag k="${key}" v="${escape(value)}"/>`).join('');
}

/** Ids: nodes from 1, ways from 101, relations from 1001, in the order of the drawing and the tables. */
const nodeId = (drawing: Drawing, letter: string): number => [...drawing.nodes.keys()].indexOf(letter) + 1;

function toNodeLines(drawing: Drawing, stepM: number, rows: readonly Row[]): readonly string[] {
  return [...drawing.nodes].map(([letter, cell]) => {
    const [lon, lat] = toLonLat(cell, stepM);
    const row = rows.find(({ node }) => node === letter) ?? {};
    const at = `lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"`;
    return `<node id="${nodeId(drawing, letter)}" ${at}>${toTagLines(row, ['node'])}</node>`;
  });
}

function toWayLines(drawing: Drawing, rows: readonly Row[]): readonly string[] {
  return rows.map((row, i) => {
    const letters = (row['nodes'] ?? '').split('');
    for (const [k, to] of letters.slice(1).entries()) followStroke(drawing, letters[k] ?? '', to);
    const refs = letters.map((letter) => `<nd ref="${nodeId(drawing, letter)}"/>`).join('');
    const isSaid = row['highway'] !== undefined || row['route'] !== undefined;
    const usual = isSaid ? '' : '<tag k="highway" v="residential"/>';
    return `<way id="${101 + i}">${refs}${usual}${toTagLines(row, ['nodes'])}</way>`;
  });
}

function toMember(drawing: Drawing, ways: readonly Row[], role: string, text: string): string {
  if (text.length === 1) return `<member type="node" ref="${nodeId(drawing, text)}" role="${role}"/>`;
  const way = ways.findIndex(({ nodes }) => nodes === text);
  if (way < 0) throw new Error(`no way ${text}`);
  return `<member type="way" ref="${101 + way}" role="${role}"/>`;
}

function toTurnLines(drawing: Drawing, ways: readonly Row[], rows: readonly Row[]): readonly string[] {
  return rows.map((row, i) => {
    const members = ['from', 'via', 'to'].flatMap((role) =>
      (row[role] ?? '').split(',').map((text) => toMember(drawing, ways, role, text.trim())),
    );
    const type = row['type'] === undefined ? '<tag k="type" v="restriction"/>' : '';
    return `<relation id="${1001 + i}">${members.join('')}${type}${toTagLines(row, ['from', 'via', 'to'])}</relation>`;
  });
}

/** The file of a drawing. */
export function drawXml({
  map,
  stepM = 100,
  ways,
  nodes = '| node |',
  turns = '| from |',
}: DrawnInput): string {
  const drawing = readDrawing(map);
  const wayRows = readTable(ways);
  const used = new Set(
    wayRows.flatMap(({ nodes: letters = '' }) =>
      letters
        .split('')
        .slice(1)
        .flatMap((to, i) => followStroke(drawing, letters[i] ?? '', to)),
    ),
  );
  const stray = [...drawing.strokes.keys()].find((key) => !used.has(key));
  if (stray !== undefined) throw new Error(`the stroke at ${stray} belongs to no way`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="a drawing">',
    ...toNodeLines(drawing, stepM, readTable(nodes)),
    ...toWayLines(drawing, wayRows),
    ...toTurnLines(drawing, wayRows, readTable(turns)),
    '</osm>',
  ].join('\n');
}

export function toSource(text: string, name = 'drawn.osm'): ByteSource {
  return toByteSource(new TextEncoder().encode(text), name);
}

/** The network of a drawing. */
export function drawMap(input: DrawnInput): DrawnMap {
  const { map: _m, stepM: _s, ways: _w, nodes: _n, turns: _t, edit = (xml) => xml, ...options } = input;
  const xml = edit(drawXml(input));
  return { xml, network: importWhole(toSource(xml), options) };
}

/** Node of a letter in the network. */
export function findNodes(network: ImportedNetwork, drawn: string, letter: string): readonly number[] {
  const id = nodeId(readDrawing(drawn), letter);
  return [...network.nodes.id.keys()].filter((node) => network.nodes.id[node] === id);
}

/** Least milliseconds between two nodes of a map for a profile; Infinity where there is no way. */
export function timeMs(
  network: ImportedNetwork,
  from: readonly number[],
  to: readonly number[],
  profile = CAR,
  choice: CityGraphChoice = {},
): number {
  const { graph, nodeOf } = buildCityGraph(network, profile, choice);
  const list = (nodes: readonly number[]): readonly number[] =>
    [...nodeOf.keys()].filter((vertex) => nodes.includes(nodeOf[vertex] as number));
  const costs = searchCostsToSeeds(
    graph,
    list(to).map((vertex) => ({ vertex, cost: 0 })),
  );
  return Math.min(Infinity, ...list(from).map((vertex) => costs[vertex] as number));
}

/**
 * Fills a table of what is reached: letters down to letters across, `x` where there is a way and `-` where there is
 * none. Compare it with the table that is expected.
 */
export function fillReached(input: DrawnInput, table: string, profile = CAR): string {
  const { network } = drawMap(input);
  const [head = [], ...rows] = readCells(table);
  const lines = rows.map(([from = '']) => [
    from,
    ...head.slice(1).map((to) => {
      const ms = timeMs(
        network,
        findNodes(network, input.map, from),
        findNodes(network, input.map, to),
        profile,
      );
      return Number.isFinite(ms) ? 'x' : '-';
    }),
  ]);
  return [head, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A table with its blanks in order, for comparing. */
export function toPlainTable(table: string): string {
  return readCells(table)
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Kilometres an hour along the first link of a way, forward and backward; 0 where it is closed. */
export function speedsOf(network: ImportedNetwork, profile: number, link = 0): readonly [number, number] {
  const kmh = (side: 0 | 1): number => {
    const ms = toStepMs(network, profile, 2 * link + side);
    return ms === CLOSED ? 0 : ((network.links.lengthMm[link] as number) * 3.6) / ms;
  };
  return [kmh(0), kmh(1)];
}
