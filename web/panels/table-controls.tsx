/** What the table shows: columns, kinds of rows, one row a site, and filters. */
import type { Dataset } from '../../src/index.ts';
import { t } from '../words/index.ts';
import { Filters } from './table-filters.tsx';
import type { TableRow } from './table-rows.ts';
import {
  changeTable,
  COLUMN_MODES,
  ROW_KINDS,
  tableChoice,
  type ColumnMode,
  type RowKind,
} from './table-state.ts';

interface Props {
  readonly dataset: Dataset;
  /** Every row there is, before filters. */
  readonly rows: readonly TableRow[];
  readonly mode: ColumnMode;
  /** Base and build are one scenario: there is no column to choose. */
  readonly same: boolean;
}

export function TableControls({ dataset, rows, mode, same }: Props) {
  const { kinds, bySite } = tableChoice.value;
  const toggle = (kind: RowKind): void => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    changeTable({ kinds: next });
  };
  return (
    <div class="table-controls">
      {!same && (
        <div class="column-modes" role="group" aria-label={t('table.columns')}>
          {COLUMN_MODES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={mode === one}
              onClick={() => changeTable({ mode: one })}
            >
              {t(`table.${one}`)}
            </button>
          ))}
        </div>
      )}
      <div class="checks" role="group" aria-label={t('table.rowsShown')}>
        {ROW_KINDS.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
            {t(`table.kind.${kind}`)}
          </label>
        ))}
        <label>
          <input type="checkbox" checked={bySite} onChange={() => changeTable({ bySite: !bySite })} />
          {t('table.bySite')}
        </label>
      </div>
      <Filters dataset={dataset} rows={rows} />
    </div>
  );
}
