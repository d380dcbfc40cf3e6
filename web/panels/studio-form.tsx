/** The form of the open row: what it is called in the list, and what it does. */
import type { Modification, ScenarioFile } from '../../src/index.ts';
import { dataset } from '../state/answers.ts';
import { edit } from '../state/studio.ts';
import { putRow, renameRow } from '../studio/rows.ts';
import { t } from '../words/index.ts';
import { StudioDatesForm, StudioPlaceForm } from './studio-place-form.tsx';
import { rowName } from './studio-names.ts';
import { StudioRoadForm } from './studio-road-form.tsx';
import { StudioTargetsForm } from './studio-targets-form.tsx';

interface FormProps {
  readonly file: ScenarioFile;
  readonly row: Modification;
  readonly at: number;
  /** Stretches of road that it touches now; null before that is known. */
  readonly touched: number | null;
}

function NameField({ file, row, at }: FormProps) {
  const id = `studio-label-${at}`;
  return (
    <div class="field">
      <label for={id}>{t('studio.rowName')}</label>
      <input
        id={id}
        type="text"
        maxLength={200}
        value={row.label ?? ''}
        placeholder={rowName(row)}
        onInput={({ currentTarget }) => edit(renameRow(file, at, currentTarget.value), `label ${at}`)}
      />
    </div>
  );
}

/** What typing on changes is one step. */
function Parts({ file, row, at, touched }: FormProps) {
  const data = dataset.value;
  const onRow = (changed: Modification, by: string): void =>
    edit(putRow(file, at, changed), by.includes(' ') ? by : null);
  if (data === null) return null;
  const shared = { data, at, onRow };
  switch (row.kind) {
    case 'build':
      return <StudioRoadForm {...shared} row={row} />;
    case 'close':
    case 'change':
    case 'set-speed-factor':
      return <StudioTargetsForm {...shared} row={row} touched={touched} />;
    case 'set-dates':
      return <StudioDatesForm {...shared} row={row} />;
    case 'add-plant':
    case 'add-supplier':
    case 'move-plant':
      return <StudioPlaceForm {...shared} row={row} />;
  }
}

export function StudioForm(props: FormProps) {
  return (
    <div class="studio-form">
      <Parts {...props} />
      <NameField {...props} />
    </div>
  );
}
