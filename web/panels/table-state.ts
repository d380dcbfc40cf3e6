/** How the table is looked at: columns, rows, order and filters. No number depends on it, no link carries it. */
import { signal } from '@preact/signals';
import type { Attribution } from '../../src/index.ts';

export const COLUMN_MODES = ['base', 'build', 'difference', 'all'] as const;
export type ColumnMode = (typeof COLUMN_MODES)[number];
export const ROW_KINDS = ['supplier', 'zone', 'plant'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export interface Sorting {
  /** `name`, or group and column as `group|mode`. */
  readonly by: string;
  readonly down: boolean;
}

export interface TableChoice {
  /** null = all columns where the panel is wide, else the build scenario. */
  readonly mode: ColumnMode | null;
  readonly kinds: readonly RowKind[];
  /** One row a site instead of one row a supplier. */
  readonly bySite: boolean;
  readonly sorting: Sorting | null;
  readonly attribution: Attribution | null;
  readonly district: string;
  readonly keiretsu: string;
  readonly part: string;
  readonly text: string;
}

export const DEFAULT_TABLE: TableChoice = {
  mode: null,
  kinds: ['supplier'],
  bySite: false,
  sorting: null,
  attribution: null,
  district: '',
  keiretsu: '',
  part: '',
  text: '',
};

export const tableChoice = signal<TableChoice>(DEFAULT_TABLE);
/** The panel takes more than half of the width, so that the whole table is seen. */
export const wide = signal(false);

export function changeTable(part: Partial<TableChoice>): void {
  tableChoice.value = { ...tableChoice.value, ...part };
}

/** The same column again turns the order round; a third time gives the order of the data. */
export function sortBy(by: string): void {
  const { sorting } = tableChoice.value;
  const next = sorting?.by !== by ? { by, down: false } : sorting.down ? null : { by, down: true };
  changeTable({ sorting: next });
}
