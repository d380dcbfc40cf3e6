/** A city under several scenarios to read, and as CSV. */
import { M_PER_KM, toMinutesText } from '../units.ts';
import type { CityScenarioColumn, CityScenariosDocument } from './answers/city-scenarios.ts';
import { paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toCutoffText, toShareText } from './format.ts';
import { roundNumber } from './json.ts';

const AS_IMPORTED = 'as imported';
/** Columns that stand beside each other in 100 characters. */
const ABREAST = 4;
const CELL_WIDTH = 16;

const CAPTION =
  'The same suppliers and plants in every column. iOut: share of suppliers of a maker that reach a plant of another; i2: share of suppliers that reach plants of two makers, a plant of none being one of its own. Mean: minutes of all pairs, none where one has no way; on estimates: its share at limits assumed for the class of road, on drawn roads, and on the ways to and from the road. Built, opened, closed: kilometres against the network as imported, both directions once. Roads are changed: no response of traffic is modelled.';

const toName = ({ scenario }: CityScenarioColumn): string => scenario?.id ?? AS_IMPORTED;
const toKm = (lengthM: number): string => (lengthM === 0 ? '0' : (lengthM / M_PER_KM).toFixed(1));

interface Row {
  readonly title: string;
  readonly show: (column: CityScenarioColumn) => string;
}

function listRows({ cutoffS, toleranceS, pairs }: CityScenariosDocument): readonly Row[] {
  return [
    { title: `≤ ${toCutoffText(cutoffS)} min, of ${pairs}`, show: ({ strict }) => String(strict) },
    { title: `≤ ${toCutoffText(cutoffS + toleranceS)} min`, show: ({ tolerant }) => String(tolerant) },
    { title: 'no way', show: ({ noWay }) => String(noWay) },
    { title: 'iOut', show: (one) => toShareText(one.iOut) },
    { title: 'i2', show: (one) => toShareText(one.i2) },
    { title: 'mean min', show: ({ meanS }) => toMinutesText(meanS) },
    { title: 'on estimates', show: ({ estimatedShare }) => toShareText(estimatedShare) },
    { title: 'worst min', show: ({ worst }) => (worst === null ? DASH : toMinutesText(worst.timeS)) },
    { title: 'km built', show: ({ builtM }) => toKm(builtM) },
    { title: 'km opened', show: ({ openedM }) => toKm(openedM) },
    { title: 'km closed', show: ({ closedM }) => toKm(closedM) },
  ];
}

/** As many tables as fit, the columns in order. */
function toTables(table: CityScenariosDocument): readonly Block[] {
  const starts = table.columns.map((_, i) => i).filter((i) => i % ABREAST === 0);
  return starts.map((start): Block => {
    const some = table.columns.slice(start, start + ABREAST);
    const columns: readonly Column[] = [
      { title: 'measure', align: 'left', least: CELL_WIDTH },
      ...some.map((one): Column => ({ title: toName(one), align: 'right', least: CELL_WIDTH })),
    ];
    const rows = listRows(table).map(({ title, show }): TableRow => ({ cells: [title, ...some.map(show)] }));
    return { kind: 'table', columns, rows };
  });
}

function toScenarioText({ id, title, date }: NonNullable<CityScenarioColumn['scenario']>): string {
  return `${id === title ? id : `${id}: ${title}`}, ${date}`;
}

/** What a column is, and whom its longest trip is of. */
function toColumnText(column: CityScenarioColumn): string {
  const { scenario, worst } = column;
  const name = scenario === null ? AS_IMPORTED : toScenarioText(scenario);
  if (worst === null) return name;
  const alike = worst.alike === 0 ? '' : `, and ${worst.alike} more as long`;
  return `${name}; worst: ${worst.supplierTitle} to ${worst.plantTitle}${alike}`;
}

/** The table with its columns named below. */
export function toCityScenariosBlocks(table: CityScenariosDocument): readonly Block[] {
  const { data, vehicleClass, cutoffS, suppliers, plants, pairs } = table;
  const asOf = data.asOf === null ? '' : ` as of ${data.asOf}`;
  const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
  const counts = `${count(suppliers, 'supplier')} and ${count(plants, 'plant')}, ${count(pairs, 'pair')}`;
  return [
    { kind: 'title', text: `${data.title}: scenarios side by side` },
    paragraph(
      `${data.title}${asOf}, ${vehicleClass}, cutoff ${toCutoffText(cutoffS)} min, inclusive; free flow, with signals; drive time one way, without loading; ${counts}. ${data.attribution}.`,
      'quiet',
    ),
    ...toTables(table),
    { kind: 'list', items: table.columns.map(toColumnText) },
    paragraph(CAPTION, 'quiet'),
  ];
}

const TITLES = [
  ...['scenario', 'title', 'date', 'pairs', 'passes_strict', 'passes_tolerant', 'no_way', 'i_out', 'i2'],
  ...['mean_s', 'estimated_share', 'worst_s', 'worst_supplier', 'worst_plant', 'worst_alike'],
  ...['built_m', 'opened_m', 'closed_m'],
];

const round = (value: number | null): CsvValue => (value === null ? null : roundNumber(value));

/** One line a scenario; the network as imported has no id. */
export function toCityScenariosCsv({ columns, pairs }: CityScenariosDocument): string {
  const rows = columns.map((one): readonly CsvValue[] => {
    const { scenario, worst } = one;
    return [
      ...[scenario?.id ?? null, scenario?.title ?? null, scenario?.date ?? null, pairs],
      ...[one.strict, one.tolerant, one.noWay, round(one.iOut), round(one.i2)],
      ...[round(one.meanS), round(one.estimatedShare), round(worst?.timeS ?? null)],
      ...[worst?.supplier ?? null, worst?.plant ?? null, worst?.alike ?? null],
      ...[one.builtM, one.openedM, one.closedM].map(round),
    ];
  });
  return toCsv(TITLES, rows);
}
