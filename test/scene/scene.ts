/**
 * A network drawn in a test: a map to scale, a table of its roads, and tables of expected minutes in all
 * directions. Parsed to a data set in memory.
 *
 * Columns of the road table: nodes (letters in order; neighbours are joined), id, facility, km, kmh (the
 * sign; `-` = none), design, lanes, oneway, signals, plaza, tariff, opened, closed, section, urban,
 * unlined (no centre line), basis, how, joins (yes/no: a site may join). Empty = arterial, 60 km/h, as long
 * as drawn, two ways, always there.
 */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Facility, LengthBasis, Plaza } from '../../src/model/road.ts';
import type { Place } from '../../src/network/connectors.ts';
import { toDataset, type DatasetInput, type FeatureInput } from './dataset.ts';
import { followStroke, measureDrawnM, readDrawing, toLonLat, type Drawing } from './drawing.ts';
import { readTable, type Row } from './table.ts';

export interface SceneInput extends Omit<DatasetInput, 'nodes' | 'features' | 'water'> {
  readonly map: string;
  /** Metres of one character and of one line; 100 unless said. */
  readonly stepM?: number;
  readonly roads: string;
}

export interface Scene {
  readonly dataset: Dataset;
  /** Sites by letter. */
  readonly sites: ReadonlyMap<string, Place>;
}

const COLUMNS = new Set(
  (
    'nodes id facility km kmh design lanes oneway signals plaza tariff opened closed section urban unlined ' +
    'basis how joins stateAs low high'
  ).split(' '),
);

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** What a row says of each of its features; a column left empty says nothing. */
function readRow(row: Row): Partial<FeatureInput> {
  const unknown = Object.keys(row).find((name) => !COLUMNS.has(name));
  if (unknown !== undefined) throw new Error(`no column ${unknown}`);
  const said = {
    facility: row['facility'] as Facility | undefined,
    postedKmh: row['kmh'] === '-' ? null : toNumber(row['kmh']),
    designKmh: toNumber(row['design']),
    lanesPerDirection: toNumber(row['lanes']),
    directed: row['oneway'] === 'yes' ? true : undefined,
    signals: toNumber(row['signals']),
    plaza: row['plaza'] as Plaza | undefined,
    tariff: row['tariff'],
    opened: row['opened'],
    closed: row['closed'],
    section: row['section'],
    urban: row['urban'] === 'yes' ? true : undefined,
    centreLine: row['unlined'] === 'yes' ? false : undefined,
    lengthBasis: row['basis'] as LengthBasis | undefined,
    lengthHow: row['how'],
    accessible: row['joins'] === undefined ? undefined : row['joins'] === 'yes',
    stateAs: row['stateAs'] as Facility | undefined,
    ...(row['low'] === undefined ? {} : { lengthLowM: Number(row['low']) * 1000 }),
    ...(row['high'] === undefined ? {} : { lengthHighM: Number(row['high']) * 1000 }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The features of a row, one for each pair of neighbours. */
function toFeatures(drawing: Drawing, row: Row, stepM: number): readonly FeatureInput[] {
  const nodes = (row['nodes'] ?? '').split('');
  return nodes.slice(1).map((to, i) => {
    const from = nodes[i] ?? '';
    const id = row['id'] === undefined ? from + to : row['id'] + (nodes.length > 2 ? `-${from}${to}` : '');
    const lengthM =
      row['km'] === undefined ? measureDrawnM(drawing, from, to, stepM) : Number(row['km']) * 1000;
    return { id, from, to, lengthM, ...readRow(row) };
  });
}

function checkDrawn(drawing: Drawing, rows: readonly Row[]): void {
  const used = rows.flatMap(({ nodes = '' }) =>
    nodes
      .split('')
      .slice(1)
      .flatMap((to, i) => followStroke(drawing, nodes[i] ?? '', to)),
  );
  const stray = [...drawing.strokes.keys()].find((key) => !used.includes(key));
  if (stray !== undefined) throw new Error(`the stroke at ${stray} belongs to no road`);
}

/** The scene of a map and its tables. */
export function drawScene({ map, stepM = 100, roads, ...rest }: SceneInput): Scene {
  const drawing = readDrawing(map);
  const rows = readTable(roads);
  checkDrawn(drawing, rows);
  const nodes = new Map([...drawing.nodes].map(([id, cell]) => [id, toLonLat(cell, stepM)]));
  const water = drawing.water.map((line) => line.map((cell) => toLonLat(cell, stepM)));
  const features = rows.flatMap((row) => toFeatures(drawing, row, stepM));
  const sites = [...drawing.sites].map(([id, cell]): [string, Place] => [
    id,
    { id, at: toLonLat(cell, stepM) },
  ]);
  return { dataset: toDataset({ ...rest, nodes, features, water }), sites: new Map(sites) };
}
