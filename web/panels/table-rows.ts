/**
 * Rows of the supplier × assembler table: what stands in every cell, made once for each origin and kept as long
 * as its values stay the same, so that a change of the cutoff draws only the rows that changed.
 */
import type {
  AnswerCell,
  AnswerGroup,
  AnswerOrigin,
  Attribution,
  Dataset,
  QuickAnalysis,
} from '../../src/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { spoken, t } from '../words/index.ts';
import { findVerdicts, listGroups } from './answer-counts.ts';
import type { RowKind } from './table-state.ts';
import { isFlip, toDifference, toHeat, toTime, type CellText, type DifferenceText } from './table-texts.ts';

export const SIDES = ['base', 'build', 'difference'] as const;
export type Side = (typeof SIDES)[number];

interface GroupCells {
  readonly group: string;
  readonly attribution: Attribution | null;
  readonly plants: readonly (string | null)[];
  readonly base: CellText;
  readonly build: CellText;
  readonly difference: DifferenceText;
}

export interface TableRow {
  /** Origin of the trips. */
  readonly id: string;
  /** Place that a press on the row's title selects. */
  readonly place: string;
  readonly name: string;
  readonly other: string;
  readonly kind: AnswerOrigin['kind'];
  readonly district: string | null;
  readonly keiretsu: string | null;
  readonly part: string | null;
  readonly groups: readonly GroupCells[];
}

/** Width of a time's interval above which it is marked as approximate, in seconds. */
const WIDE_S = 600;

type FindCell = (scenario: string, origin: string, destination: string) => AnswerCell | undefined;
const cellLookups = new WeakMap<readonly AnswerCell[], FindCell>();

/** A look-up over the cells of an answer, made once for each list. */
export function findCells(cells: readonly AnswerCell[]): FindCell {
  const known = cellLookups.get(cells);
  if (known !== undefined) return known;
  const rows = new Map(cells.map((cell) => [`${cell.scenario}|${cell.origin}|${cell.destination}`, cell]));
  const find: FindCell = (scenario, origin, destination) => rows.get(`${scenario}|${origin}|${destination}`);
  cellLookups.set(cells, find);
  return find;
}

/** Kinds of origins behind each kind of row. */
const KINDS: Readonly<Record<RowKind, readonly AnswerOrigin['kind'][]>> = {
  supplier: ['supplier', 'point'],
  zone: ['zone', 'seat'],
  plant: ['plant'],
};

interface Kept {
  readonly key: string;
  readonly row: TableRow;
}
let kept = new Map<string, Kept>();

/**
 * One row an origin of the kinds wanted, in the order of the answer; rows whose values did not change keep their
 * identity. Rows of other kinds are not made: nobody sees them.
 */
export function listRows(
  dataset: Dataset,
  answer: QuickAnalysis,
  base: string,
  build: string,
  wanted: readonly RowKind[],
): readonly TableRow[] {
  const kinds = new Set(wanted.flatMap((kind) => KINDS[kind]));
  const groups = listGroups(answer);
  const verdict = findVerdicts(answer.groups);
  const cell = findCells(answer.cells);
  const attribution = new Map(answer.attribution.map((one) => [`${one.origin}|${one.group}`, one.strict]));
  const parts = new Map(dataset.suppliers.map(({ id, part }) => [id, part]));
  const next = new Map<string, Kept>();
  for (const origin of answer.origins.filter(({ kind }) => kinds.has(kind))) {
    const found = groups.map((group) => ({
      group,
      attribution: attribution.get(`${origin.id}|${group}`) ?? null,
      rows: [base, build].map((scenario) => {
        const row = verdict(scenario, origin.id, group);
        if (row === undefined) return null;
        const at = row.plant === null ? undefined : cell(scenario, origin.id, row.plant);
        return { row, wide: isWide(at) };
      }),
    }));
    const key = toRowKey(answer.cutoffS, origin, found);
    const before = kept.get(origin.id);
    next.set(
      origin.id,
      before?.key === key
        ? before
        : { key, row: toRow(dataset, answer.cutoffS, origin, parts.get(origin.id) ?? null, found) },
    );
  }
  kept = next;
  return [...next.values()].map(({ row }) => row);
}

interface Found {
  readonly group: string;
  readonly attribution: Attribution | null;
  readonly rows: readonly ({ readonly row: AnswerGroup; readonly wide: boolean } | null)[];
}

function isWide(cell: AnswerCell | undefined): boolean {
  return cell !== undefined && cell.lowS !== null && cell.highS !== null && cell.highS - cell.lowS > WIDE_S;
}

/** Everything that a row shows, as one text. */
function toRowKey(cutoffS: number, { id, name, site }: AnswerOrigin, found: readonly Found[]): string {
  const cells = found.flatMap(({ attribution, rows }) => [
    attribution,
    ...rows.map((one) =>
      one === null
        ? ''
        : `${one.row.timeS} ${one.row.plant} ${one.row.verdict} ${one.row.corners} ${one.wide} ${toHeat(one.row, cutoffS)}`,
    ),
  ]);
  return `${spoken.value?.language} ${id} ${name} ${site} ${cells.join('|')}`;
}

function toRow(
  dataset: Dataset,
  cutoffS: number,
  origin: AnswerOrigin,
  part: string | null,
  found: readonly Found[],
): TableRow {
  const site = dataset.zones.find(({ id }) => id === origin.site);
  const supplier = origin.kind === 'supplier';
  const name = nameOf(origin);
  const twin = name === origin.name ? (origin.nameZh ?? '') : origin.name;
  return {
    id: origin.id,
    place: supplier ? origin.site : origin.id,
    name,
    other: supplier && site !== undefined && nameOf(site) !== name ? nameOf(site) : twin,
    kind: origin.kind,
    district: origin.district,
    keiretsu: origin.group,
    part,
    groups: found.map((one) => toGroupCells(dataset, cutoffS, one)),
  };
}

function toGroupCells(dataset: Dataset, cutoffS: number, { group, attribution, rows }: Found): GroupCells {
  const name = groupName(dataset, group);
  const [before, after] = rows;
  const flipped = isFlip(attribution);
  const difference = toDifference(
    before?.row.timeS ?? null,
    after?.row.timeS ?? null,
    `${name}, ${t('table.difference')}`,
    flipped,
  );
  const change = difference.moved ? difference.text : '';
  return {
    group,
    attribution,
    plants: rows.map((one) => one?.row.plant ?? null),
    base: toTime(before ?? null, `${name}, ${t('table.base')}`, cutoffS),
    build: toTime(after ?? null, `${name}, ${t('table.build')}`, cutoffS, flipped, change),
    difference,
  };
}
