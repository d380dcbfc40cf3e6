/** The form of the open row. */
import type { Modification, ScenarioFile } from '../../src/index.ts';
import { edit } from '../state/studio.ts';
import { renameRow } from '../studio/rows.ts';
import { t } from '../words/index.ts';
import { rowName } from './studio-names.ts';

interface FormProps {
  readonly file: ScenarioFile;
  readonly row: Modification;
  readonly at: number;
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

export function StudioForm(props: FormProps) {
  return (
    <div class="studio-form">
      <NameField {...props} />
    </div>
  );
}
