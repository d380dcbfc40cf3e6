/** The supplier × assembler table: what is shown of it, the grid, and its rows as CSV. */
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { listGroups } from './answer-counts.ts';
import { CopyRows } from './table-copy.tsx';
import { TableControls } from './table-controls.tsx';
import { filterRows, gatherBySite, sortRows } from './table-filter.ts';
import { Grid } from './table-grid.tsx';
import { listRows } from './table-rows.ts';
import { tableChoice, wide } from './table-state.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly base: string;
  readonly build: string;
}

export function TablePanel({ dataset, answer, base, build }: Props) {
  const choice = tableChoice.value;
  const all = listRows(dataset, answer, base, build, choice.kinds);
  const filtered = filterRows(all, choice);
  const gathered = choice.bySite ? gatherBySite(dataset, filtered) : filtered;
  const rows = sortRows(gathered, choice);
  const same = base === build;
  const mode = same ? 'build' : (choice.mode ?? (wide.value ? 'all' : 'build'));
  const cutoff = number(answer.cutoffS / 60, 2);
  const about = number((answer.cutoffS + answer.toleranceS) / 60, 2);
  return (
    <section class="table-panel" id="answer-table">
      <div class="table-head">
        <h3>{t('table.title')}</h3>
        <button type="button" class="widen" onClick={({ currentTarget }) => widen(currentTarget)}>
          {t(wide.value ? 'answer.narrow' : 'answer.widen')}
        </button>
      </div>
      <TableControls dataset={dataset} rows={all} mode={mode} same={same} />
      <div class="grid-frame">
        <Grid
          dataset={dataset}
          rows={rows}
          groups={listGroups(answer)}
          mode={mode}
          sorting={choice.sorting}
          attribution={choice.attribution}
        />
        {rows.length === 0 && <p class="muted empty">{t('table.empty')}</p>}
      </div>
      <div class="table-foot">
        <span class="muted small">{tn('table.rows', rows.length)}</span>
        <CopyRows answer={answer} rows={filtered} mode={mode} base={base} build={build} />
      </div>
      <p class="muted small">{t('table.legend', { T: cutoff, T2: about })}</p>
    </section>
  );
}

/** The panel changes its width; the table stays where the reader looks. */
function widen(button: Element): void {
  wide.value = !wide.value;
  requestAnimationFrame(() => button.closest('.table-panel')?.scrollIntoView({ block: 'start' }));
}
