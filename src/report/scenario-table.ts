/** Scenarios side by side: a table with a column each, and CSV with a line each. */
import type { Ranged, ScenarioColumn, ScenarioTable } from '../model/scenario-table.ts';
import { M_PER_KM, toMinutesText } from '../units.ts';
import { paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv, type CsvValue } from './csv.ts';
import {
  DASH,
  toClockText,
  toCnyText,
  toCutoffText,
  toShareText,
  toTitleText,
  toTrafficText,
} from './format.ts';
import { roundNumber } from './json.ts';

/** A time whose range is wider than this is said with ≈. */
const WIDE_S = 600;

type Say = (value: number | null) => string;

/** A number, and in brackets its range where that says something else; ≈ where the range is `wide`. */
function toRanged({ value, low, high }: Ranged, say: Say, isWide: boolean): string {
  const ends = [low, high].map(say);
  if (ends.every((end) => end === say(value))) return say(value);
  return `${isWide ? '≈' : ''}${say(value)} (${ends.join('–')})`;
}

const isApart = ({ low, high }: Ranged): boolean => low !== high;
const isWide = ({ low, high }: Ranged): boolean =>
  (high ?? Infinity) - (low ?? Infinity) > WIDE_S || high === null;

const toCount: Say = (value) => (value === null ? DASH : String(value));
const toTime = (time: Ranged): string => toRanged(time, toMinutesText, time.value !== null && isWide(time));
const toShare = (share: Ranged): string => toRanged(share, toShareText, isApart(share));
const toPasses = (passes: Ranged): string => toRanged(passes, toCount, isApart(passes));

function toKm(lengthM: number): string {
  return lengthM === 0 ? '0' : (lengthM / M_PER_KM).toFixed(1);
}

interface Row {
  readonly title: string;
  readonly show: (column: ScenarioColumn) => string;
}

function listRows({ cutoffS, toleranceS, pairs }: ScenarioTable): readonly Row[] {
  return [
    {
      title: `≤ ${toCutoffText(cutoffS)} min, of ${pairs}`,
      show: ({ strict }) => toPasses(strict),
    },
    {
      title: `≤ ${toCutoffText(cutoffS + toleranceS)} min`,
      show: ({ tolerant }) => toPasses(tolerant),
    },
    { title: 'no way', show: ({ noWay }) => String(noWay) },
    { title: 'iOut', show: (one) => toShare(one.iOut) },
    { title: 'i2', show: (one) => toShare(one.i2) },
    { title: 'mean min', show: ({ meanS }) => toTime(meanS) },
    { title: 'on estimates', show: ({ estimatedShare }) => toShareText(estimatedShare) },
    { title: 'worst min', show: ({ worst }) => (worst === null ? DASH : toTime(worst.time)) },
    {
      title: 'mean toll CNY',
      show: ({ tollCny, tollEstimated }) =>
        `${tollEstimated && tollCny !== null ? '≈' : ''}${toCnyText(tollCny)}`,
    },
    { title: 'km built', show: ({ builtM }) => toKm(builtM) },
    { title: 'km opened', show: ({ openedM }) => toKm(openedM) },
    { title: 'km closed', show: ({ closedM }) => toKm(closedM) },
  ];
}

/** Columns that stand beside each other in 100 characters with their ranges, and what the widest cell needs. */
const ABREAST = 3;
const CELL_WIDTH = 23;

/** As many tables as fit, the columns in order. */
function toTables(table: ScenarioTable): readonly Block[] {
  const { scenarios } = table;
  const starts = scenarios.map((_, i) => i).filter((i) => i % ABREAST === 0);
  return starts.map((start): Block => {
    const some = scenarios.slice(start, start + ABREAST);
    const columns: readonly Column[] = [
      { title: 'measure', align: 'left', least: 16 },
      ...some.map(({ id }): Column => ({ title: id, align: 'right', least: CELL_WIDTH })),
    ];
    const rows = listRows(table).map(({ title, show }): TableRow => ({ cells: [title, ...some.map(show)] }));
    return { kind: 'table', columns, rows };
  });
}

/** What a column is, and whom its longest trip is of. */
function toColumnText({ id, title, worst }: ScenarioColumn): string {
  const name = id === title ? id : `${id}: ${title}`;
  if (worst === null) return name;
  const alike = worst.alike === 0 ? '' : `, and ${worst.alike} more as long`;
  return `${name}; worst: ${worst.id} ${worst.name} to ${toTitleText(worst.group)}${alike}`;
}

function toSetting(table: ScenarioTable): string {
  const { vehicleClass, traffic, clock, cutoffS, suppliers, sites, pairs } = table;
  const flow = clock === null ? toTrafficText(traffic) : toClockText(clock);
  return `${toTitleText(vehicleClass)}, ${flow}, cutoff ${toCutoffText(cutoffS)} min, inclusive; drive time one way, without loading; ${suppliers} placed suppliers at ${sites} sites, ${pairs} pairs with a maker.`;
}

/** The table with its columns named below. */
export function toScenarioTableBlocks(table: ScenarioTable): readonly Block[] {
  const tolls = table.scenarios.some(({ tollEstimated }) => tollEstimated);
  const estimated = tolls ? ' ≈ before a toll: tariffs are estimates.' : '';
  return [
    { kind: 'title', text: 'Scenarios side by side' },
    paragraph(toSetting(table), 'quiet'),
    ...toTables(table),
    { kind: 'list', items: table.scenarios.map(toColumnText) },
    paragraph(`${table.caption}${estimated}`, 'quiet'),
    paragraph(`Again: ${table.command}`, 'quiet'),
  ];
}

const RANGED = ['passes_strict', 'passes_tolerant', 'i_out', 'i2', 'mean_s', 'worst_s'];
/** Titles of the columns, in the order of `listScenarioRows`. */
export const SCENARIO_TITLES: readonly string[] = [
  ...['scenario', 'title', 'date', 'pairs'],
  ...RANGED.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
  ...['no_way', 'estimated_share', 'worst_supplier', 'worst_group', 'worst_alike', 'mean_toll_cny'],
  ...['toll_estimated', 'built_m', 'opened_m', 'closed_m'],
];

const NONE: Ranged = { value: null, low: null, high: null };
const round = (value: number | null): CsvValue => (value === null ? null : roundNumber(value));

/** A row for each scenario; opened and closed are against the first. */
export function listScenarioRows({ scenarios, pairs }: ScenarioTable): readonly (readonly CsvValue[])[] {
  return scenarios.map((one): readonly CsvValue[] => {
    const { id, title, date, strict, tolerant, iOut, i2, meanS, worst } = one;
    const ranged = [strict, tolerant, iOut, i2, meanS, worst?.time ?? NONE];
    return [
      ...[id, title, date, pairs],
      ...ranged.flatMap(({ value, low, high }) => [value, low, high].map(round)),
      ...[
        one.noWay,
        round(one.estimatedShare),
        worst?.id ?? null,
        worst?.group ?? null,
        worst?.alike ?? null,
      ],
      ...[round(one.tollCny), one.tollEstimated ? 'yes' : 'no'],
      ...[one.builtM, one.openedM, one.closedM].map(round),
    ];
  });
}

/** One line a scenario. */
export function toScenarioTableCsv(scenarios: ScenarioTable): string {
  return toCsv(SCENARIO_TITLES, listScenarioRows(scenarios));
}
