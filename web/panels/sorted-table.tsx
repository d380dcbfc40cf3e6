/** A table that can be sorted by any column; each row begins with a button that selects what the row is about. */
import { useState } from 'preact/hooks';
import { spoken, tn } from '../words/index.ts';

type CellValue = string | number | null;

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly numeric: boolean;
  /** What the column is sorted by; null comes last either way. */
  readonly value: (row: Row) => CellValue;
  /** What is shown. */
  readonly text: (row: Row) => string;
}

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** Order of two cell values in the language spoken; null last. */
function compareCells(a: CellValue, b: CellValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = descending ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), spoken.value?.language ?? 'en', { numeric: true });
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isChosen: (row: Row) => boolean;
  readonly onChoose: (row: Row) => void;
  /** Whether there is anything to choose in a row (default: in each). */
  readonly canChoose?: (row: Row) => boolean;
}

function Head<Row>({
  column,
  order,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly order: Order | null;
  readonly onSort: () => void;
}) {
  const isOwn = order?.column === column.id;
  const sorted = isOwn ? (order.descending ? 'descending' : 'ascending') : 'none';
  const sign = { ascending: ' ▲', descending: ' ▼', none: '' }[sorted];
  return (
    <th scope="col" aria-sort={sorted} class={column.numeric ? 'number' : ''}>
      <button type="button" class="sort" onClick={onSort}>
        {column.label}
        <span aria-hidden="true">{sign}</span>
      </button>
    </th>
  );
}

const ALWAYS = (): boolean => true;

export function SortedTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, keyOf, isChosen, onChoose, canChoose = ALWAYS } = props;
  const [order, setOrder] = useState<Order | null>(null);
  const by = columns.find(({ id }) => id === order?.column);
  const sorted =
    by === undefined
      ? rows
      : rows.toSorted((a, b) => compareCells(by.value(a), by.value(b), order?.descending ?? false));
  const sort = (id: string): void =>
    setOrder({ column: id, descending: order?.column === id && !order.descending });
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <div class="sorted-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{`${caption}, ${tn('views.rows', rows.length)}`}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} {...{ column, order }} onSort={() => sort(column.id)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={keyOf(row)} class={isChosen(row) ? 'chosen' : ''}>
              <th scope="row">
                {canChoose(row) ? (
                  <button
                    type="button"
                    class="row"
                    aria-pressed={isChosen(row)}
                    onClick={() => onChoose(row)}
                  >
                    {first.text(row)}
                  </button>
                ) : (
                  first.text(row)
                )}
              </th>
              {others.map((column) => (
                <td key={column.id} class={column.numeric ? 'number' : ''}>
                  {column.text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
