/** Scenarios side by side: which, the table, and the same as a file or a command. Asked for while it is open. */
import type { Dataset } from '../../src/index.ts';
import { followTable } from '../engine/ask-table.ts';
import { scenarioTable, tableOpen } from '../state/scenario-table.ts';
import { t } from '../words/index.ts';
import { TableChoice } from './scenario-table-choice.tsx';
import { wide } from './table-state.ts';
import { TableFiles } from './scenario-table-files.tsx';
import { TableGrid } from './scenario-table-grid.tsx';

followTable();

function Body({ dataset }: { readonly dataset: Dataset }) {
  const { state, value, problems } = scenarioTable.value;
  return (
    <div class="section-body beside" aria-busy={state === 'waiting'}>
      <button type="button" class="widen" onClick={() => (wide.value = !wide.value)}>
        {t(wide.value ? 'answer.narrow' : 'answer.widen')}
      </button>
      <TableChoice dataset={dataset} />
      {state === 'failed' && (
        <p class="problem" role="alert">
          {t('beside.failed', { why: problems.join(' ') })}
        </p>
      )}
      {value === null ? (
        state === 'waiting' && <p class="muted">{t('beside.waiting')}</p>
      ) : (
        <TableGrid dataset={dataset} answer={value} />
      )}
      <p class="muted small">{t('beside.rangeNote')}</p>
      <TableFiles />
    </div>
  );
}

export function ScenarioTablePanel({ dataset }: { readonly dataset: Dataset }) {
  return (
    <details
      class="section scenario-table"
      open={tableOpen.value}
      onToggle={({ currentTarget }) => (tableOpen.value = currentTarget.open)}
    >
      <summary>
        <h3>{t('beside.title')}</h3>
      </summary>
      {tableOpen.value && <Body dataset={dataset} />}
    </details>
  );
}
