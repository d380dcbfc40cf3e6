/** Which scenarios stand in the table: the data's and the user's own. */
import type { Dataset } from '../../src/index.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { columns, possibleColumns, toggleColumn } from '../state/scenario-table.ts';
import { t } from '../words/index.ts';
import { scenarioName } from '../words/names.ts';

export function TableChoice({ dataset }: { readonly dataset: Dataset }) {
  const chosen = columns.value;
  return (
    <details class="beside-choice">
      <summary>{t('beside.choose')}</summary>
      <div class="checks" role="group" aria-label={t('beside.columns')}>
        {possibleColumns.value.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={chosen.length === 1 && chosen.includes(id)}
              onChange={() => toggleColumn(id)}
            />
            {scenarioName(dataset, id)}
            {isOwnScenario(id) && <span class="muted small"> ({t('beside.own')})</span>}
          </label>
        ))}
      </div>
    </details>
  );
}
