/**
 * The roads of a state as tables of the General Modeling Network Specification: `node.csv`, `link.csv` and `config.csv`.
 * A link that a built road meets half-way is given piece by piece, so that every connection is at a node.
 */
import { FACILITY_TYPES } from '../model/facility-types.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { findRoadTable, listLinkPieces, type RoadPiece } from '../network/road-table.ts';
import type { RoadState } from '../scenario/apply.ts';
import { numberRecords } from '../scenario/numbers.ts';
import { toCsv, type CsvValue } from './csv.ts';

/** Text of each table by its file name. */
export type GmnsTables = ReadonlyMap<string, string>;

function toWkt(line: readonly LonLat[]): string {
  return `LINESTRING (${line.map(([lon, lat]) => `${lon} ${lat}`).join(', ')})`;
}

type NumberOf = (id: string) => number;

function listNodes(state: RoadState, numberOf: NumberOf): string {
  const known = new Map(state.dataset.nodes.map((node) => [node.id, node]));
  const rows = findRoadTable(state).nodes.map((id): readonly CsvValue[] => {
    const { at, nameEn } = known.get(id) ?? { at: [null, null], nameEn: id };
    return [numberOf(id), nameEn, at[0], at[1], id];
  });
  return toCsv(['node_id', 'name', 'x_coord', 'y_coord', 'beltway_id'], rows);
}

/** The drawn line of a whole link; that of a piece is left out, because its ends are nodes and its length is given. */
function toGeometry(link: Link, { fromShare, toShare }: RoadPiece): string | null {
  return fromShare === 0 && toShare === 1 ? toWkt(link.geometry) : null;
}

interface Row {
  readonly link: Link;
  readonly piece: RoadPiece;
  readonly number: number;
}

function toRow({ link, piece, number }: Row, nodeOf: (vertex: number) => number): readonly CsvValue[] {
  const share = piece.toShare - piece.fromShare;
  const { nameEn, facility, lengthM, postedKmh, designKmh, lanesPerDirection, tariff, plaza, signals } = link;
  return [
    ...[number, nameEn, nodeOf(piece.from), nodeOf(piece.to), 1, toGeometry(link, piece)],
    ...[lengthM * share, FACILITY_TYPES[facility], postedKmh ?? designKmh, lanesPerDirection],
    ...[link.id, link.section, tariff, plaza, signals * share, piece.fromShare, piece.toShare],
  ];
}

const LINK_COLUMNS = [
  ...['link_id', 'name', 'from_node_id', 'to_node_id', 'directed', 'geometry'],
  ...['length', 'facility_type', 'free_speed', 'lanes'],
  ...['beltway_id', 'section', 'tariff', 'plaza', 'signals', 'from_share', 'to_share'],
];

/** The first piece of a link has its number; further ones are counted after all links. */
function listRows(state: RoadState, numberOf: NumberOf): readonly Row[] {
  let further = state.dataset.links.length;
  return state.links.flatMap((link, i) =>
    listLinkPieces(state, i).map((piece, part) => {
      return { link, piece, number: part === 0 ? numberOf(link.id) : (further += 1) };
    }),
  );
}

function listLinks(state: RoadState, numberOf: NumberOf, nodeOf: (vertex: number) => number): string {
  return toCsv(
    LINK_COLUMNS,
    listRows(state, numberOf).map((row) => toRow(row, nodeOf)),
  );
}

function toConfig({ dataset, scenario, day }: RoadState): string {
  const titles = [
    'dataset_name',
    'short_length',
    'long_length',
    'speed',
    'crs',
    'geometry_field_format',
    'currency',
  ];
  const name = `${dataset.header.title}, ${scenario.title} (${day})`;
  return toCsv(titles, [[name, 'm', 'm', 'kph', 'EPSG:4326', 'wkt', 'CNY']]);
}

/** The three tables of a road state; numbers are those of `numberRecords`, and our ids stand beside them. */
export function toGmns(state: RoadState, dataset: Dataset): GmnsTables {
  const { nodes, links } = numberRecords(dataset, state.dataset);
  const table = findRoadTable(state);
  const numberOf: NumberOf = (id) => nodes.get(id) ?? 0;
  return new Map([
    ['node.csv', listNodes(state, numberOf)],
    [
      'link.csv',
      listLinks(
        state,
        (id) => links.get(id) ?? 0,
        (vertex) => numberOf(table.nodes[vertex] ?? ''),
      ),
    ],
    ['config.csv', toConfig(state)],
  ]);
}
