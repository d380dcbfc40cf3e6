/** Which rows of the table are shown and in which order; suppliers gathered by site where that is wanted. */
import type { Dataset } from '../../src/index.ts';
import { nameOf } from '../words/names.ts';
import { spoken, tn } from '../words/index.ts';
import { SIDES, type Side, type TableRow } from './table-rows.ts';
import type { TableChoice } from './table-state.ts';

/** Rows that pass every filter. */
export function filterRows(rows: readonly TableRow[], choice: TableChoice): readonly TableRow[] {
  const words = choice.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (choice.district === '' || row.district === choice.district) &&
      (choice.keiretsu === '' || (row.keiretsu ?? 'none') === choice.keiretsu) &&
      (choice.part === '' || row.part === choice.part) &&
      (choice.attribution === null || row.groups.some((one) => one.attribution === choice.attribution)) &&
      (words === '' || toText(row).includes(words)),
  );
}

function toText({ id, name, other, part }: TableRow): string {
  return `${id} ${name} ${other} ${part ?? ''}`.toLowerCase();
}

/** One row a site: suppliers there share every time. Rows of other kinds stay as they are. */
export function gatherBySite(dataset: Dataset, rows: readonly TableRow[]): readonly TableRow[] {
  const sites = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = row.kind === 'supplier' ? row.place : row.id;
    const gathered = sites.get(key) ?? [];
    gathered.push(row);
    sites.set(key, gathered);
  }
  return [...sites].flatMap(([site, gathered]) => {
    const [first] = gathered;
    if (first === undefined || first.kind !== 'supplier') return gathered;
    const zone = dataset.zones.find(({ id }) => id === site);
    const count = tn('table.suppliers', gathered.length);
    return [
      {
        ...first,
        name: zone === undefined ? first.other : nameOf(zone),
        other: `${count}: ${gathered.map(({ name }) => name).join(', ')}`,
      },
    ];
  });
}

/** The order asked for; unreachable last either way; equal rows keep the order of the data. */
export function sortRows(rows: readonly TableRow[], { sorting }: TableChoice): readonly TableRow[] {
  if (sorting === null) return rows;
  const turn = sorting.down ? -1 : 1;
  if (sorting.by === 'name') {
    const { compare } = new Intl.Collator(spoken.value?.language ?? 'en', { numeric: true });
    return rows.toSorted((a, b) => turn * compare(a.name, b.name));
  }
  const [group, side] = sorting.by.split('|');
  const valueOf = (row: TableRow): number | null =>
    row.groups.find((one) => one.group === group)?.[toSide(side)].value ?? null;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left === right ? 0 : turn * (left < right ? -1 : 1);
  });
}

function toSide(text: string | undefined): Side {
  return SIDES.find((side) => side === text) ?? 'build';
}
