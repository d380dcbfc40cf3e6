/** Filters of the table: by district, keiretsu, part, verdict and words. */
import type { Dataset } from '../../src/index.ts';
import { groupName, nameOf } from '../words/names.ts';
import { t } from '../words/index.ts';
import { ATTRIBUTIONS } from './answer-counts.ts';
import type { TableRow } from './table-rows.ts';
import { changeTable, DEFAULT_TABLE, tableChoice } from './table-state.ts';

function clear(): void {
  const { district, keiretsu, part, text, attribution } = DEFAULT_TABLE;
  changeTable({ district, keiretsu, part, text, attribution });
}

interface Props {
  readonly dataset: Dataset;
  readonly rows: readonly TableRow[];
}

export function Filters({ dataset, rows }: Props) {
  const { district, keiretsu, part, text, attribution } = tableChoice.value;
  const active = [district, keiretsu, part, text, attribution ?? ''].filter((one) => one !== '').length;
  const districts = dataset.header.districts.filter(({ id }) => rows.some((row) => row.district === id));
  const parts = [...new Set(rows.flatMap((row) => (row.part === null ? [] : [row.part])))].toSorted();
  return (
    <details class="filters">
      <summary>
        {t('table.filter')}
        {active > 0 && ` (${active})`}
      </summary>
      <div class="filter-fields">
        <label>
          {t('table.text')}
          <input
            type="search"
            value={text}
            maxLength={80}
            onInput={({ currentTarget }) => changeTable({ text: currentTarget.value })}
          />
        </label>
        <Select
          title={t('table.district')}
          value={district}
          options={districts.map((one) => [one.id, nameOf(one)])}
          onPick={(id) => changeTable({ district: id })}
        />
        <Select
          title={t('table.keiretsu')}
          value={keiretsu}
          options={[
            ...dataset.header.groups.map(({ id }) => [id, groupName(dataset, id)] as const),
            ['none', t('table.independent')],
          ]}
          onPick={(id) => changeTable({ keiretsu: id })}
        />
        <Select
          title={t('table.part')}
          value={part}
          options={parts.map((one) => [one, one])}
          onPick={(one) => changeTable({ part: one })}
        />
        <Select
          title={t('table.attribution')}
          value={attribution ?? ''}
          options={ATTRIBUTIONS.map((one) => [one, t(`table.attribution.${one}`)])}
          onPick={(id) => changeTable({ attribution: ATTRIBUTIONS.find((one) => one === id) ?? null })}
        />
        <button type="button" disabled={active === 0} onClick={clear}>
          {t('table.clear')}
        </button>
      </div>
    </details>
  );
}

interface SelectProps {
  readonly title: string;
  readonly value: string;
  readonly options: readonly (readonly [id: string, name: string])[];
  readonly onPick: (id: string) => void;
}

function Select({ title, value, options, onPick }: SelectProps) {
  return (
    <label>
      {title}
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        <option value="">{t('table.any')}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
