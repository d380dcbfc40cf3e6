/**
 * The grid of the table: arrow keys move between cells, Enter opens what a cell says. One cell at a time takes
 * part in the order of the Tab key; which one is kept in the document itself, so that moving draws nothing anew.
 */
import { memo } from 'preact/compat';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Attribution, Dataset } from '../../src/index.ts';
import { show } from '../state/look.ts';
import { groupName } from '../words/names.ts';
import { t } from '../words/index.ts';
import { SIDES, type Side, type TableRow } from './table-rows.ts';
import { sortBy, type ColumnMode, type Sorting } from './table-state.ts';

interface GridProps {
  readonly dataset: Dataset;
  readonly rows: readonly TableRow[];
  readonly groups: readonly string[];
  readonly mode: ColumnMode;
  readonly sorting: Sorting | null;
  readonly attribution: Attribution | null;
}

export function Grid({ dataset, rows, groups, mode, sorting, attribution }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const sides = mode === 'all' ? SIDES : ([mode] as const);
  useLayoutEffect(() => keepOneStop(table.current));
  return (
    <table class={`grid mode-${mode}`} role="grid" aria-label={t('table.title')} ref={table} onKeyDown={move}>
      <thead>
        <tr>
          <Title by="name" sorting={sorting} rowSpan={mode === 'all' ? 2 : 1}>
            {t('table.origin')}
          </Title>
          {groups.map((group) =>
            mode === 'all' ? (
              <th key={group} scope="colgroup" colSpan={SIDES.length} class="group-title">
                {groupName(dataset, group)}
              </th>
            ) : (
              <Title key={group} by={`${group}|${mode}`} sorting={sorting}>
                {groupName(dataset, group)}
              </Title>
            ),
          )}
        </tr>
        {mode === 'all' && (
          <tr>
            {groups.flatMap((group) =>
              sides.map((side) => (
                <Title key={`${group}|${side}`} by={`${group}|${side}`} sorting={sorting}>
                  {t(`table.short.${side}`)}
                </Title>
              )),
            )}
          </tr>
        )}
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} mode={mode} attribution={attribution} />
        ))}
      </tbody>
    </table>
  );
}

interface TitleProps {
  readonly by: string;
  readonly sorting: Sorting | null;
  readonly rowSpan?: number;
  readonly children: string;
}

function Title({ by, sorting, rowSpan = 1, children }: TitleProps) {
  const active = sorting?.by === by;
  const order = !active ? 'none' : sorting.down ? 'descending' : 'ascending';
  return (
    <th scope="col" rowSpan={rowSpan} aria-sort={order} class={by === 'name' ? '' : 'number'}>
      <button type="button" class="sort-key" onClick={() => sortBy(by)}>
        {children}
        <span aria-hidden="true">{!active ? '' : sorting.down ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly mode: ColumnMode;
  readonly attribution: Attribution | null;
}

/** Drawn anew only when its values, the columns or the highlighted attribution change. */
const Row = memo(function Row({ row, mode, attribution }: RowProps) {
  const sides: readonly Side[] = mode === 'all' ? SIDES : [mode];
  return (
    <tr>
      <th scope="row">
        <button type="button" class="cell origin" tabIndex={-1} onClick={() => show({ place: row.place })}>
          <span class="name">{row.name}</span>
          {row.other !== '' && <small class="muted">{row.other}</small>}
        </button>
      </th>
      {row.groups.flatMap((one) =>
        sides.map((side) => (
          <td
            key={`${one.group}|${side}`}
            class={attribution !== null && one.attribution === attribution ? 'match' : ''}
          >
            <button
              type="button"
              class={`cell ${one[side].look}`}
              tabIndex={-1}
              aria-label={one[side].label}
              onClick={() => show({ trip: { origin: row.id, destination: one.group } })}
            >
              {one[side].text}
              {mode === 'build' && one.difference.moved && <small>{one.difference.text}</small>}
            </button>
          </td>
        )),
      )}
    </tr>
  );
});

function listCells(row: Element | undefined): readonly HTMLButtonElement[] {
  return row === undefined ? [] : [...row.querySelectorAll<HTMLButtonElement>('button.cell')];
}

/** The first cell takes the Tab key where no cell does: after the rows were filtered, say. */
function keepOneStop(table: HTMLTableElement | null): void {
  const body = table?.tBodies[0];
  if (body === undefined) return;
  const stops = [...body.querySelectorAll<HTMLButtonElement>('button.cell[tabindex="0"]')];
  for (const stop of stops.slice(1)) stop.tabIndex = -1;
  const [first] = listCells(body.rows[0]);
  if (stops.length === 0 && first !== undefined) first.tabIndex = 0;
}

type Step = (row: number, column: number, rows: number, columns: number) => readonly [number, number];
const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row) => [row, 0],
  End: (row, _, __, columns) => [row, columns - 1],
  PageUp: (row, column) => [row - 10, column],
  PageDown: (row, column) => [row + 10, column],
};

function move(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLButtonElement) || !from.classList.contains('cell')) return;
  const line = from.closest('tr');
  const body = from.closest('tbody');
  if (line === null || body === null) return;
  event.preventDefault();
  const [rows, cells] = [[...body.rows], listCells(line)];
  const [row, column] = step(rows.indexOf(line), cells.indexOf(from), rows.length, cells.length);
  const target = listCells(rows[Math.max(0, Math.min(rows.length - 1, row))])[
    Math.max(0, Math.min(cells.length - 1, column))
  ];
  if (target === undefined) return;
  from.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}
