/** The scenario over the network as it is changed here: its name, its rows, steps back and on, and its file. */
import { isMonthOrDay, type ScenarioFile } from '../../src/index.ts';
import { RowList, type RowActs } from '../panels/row-list.tsx';
import { DateField } from '../panels/studio-fields.tsx';
import { UndoButtons } from '../panels/undo.tsx';
import { saveText } from '../state/download.ts';
import { describe, moveRow, removeRow, switchRow } from '../studio/rows.ts';
import { t } from '../words/index.ts';
import { canRedo, canUndo, editPlan, planned, redoPlan, takeFile, undoPlan } from './plan-steps.ts';
import { editOpen, openRow } from './plan-tools.ts';
import { setDay } from './edit-rows.ts';
import { RowForm } from './row-form.tsx';
import { countEffect, listOwnEffects, nameRow } from './row-names.ts';

function change(at: number | null, changed: (file: ScenarioFile) => ScenarioFile): void {
  const file = planned.peek()?.file;
  if (file !== undefined) editOpen({ file: changed(file), open: at });
}

/** The open row after another one has gone. */
function openAfter(removed: number): number | null {
  const open = openRow.peek();
  if (open === null || open === removed) return null;
  return open - Number(open > removed);
}

const ACTS: RowActs = {
  switch: (at, on) => change(openRow.peek(), (file) => switchRow(file, at, on)),
  move: (at, by) => change(openRow.peek() === at ? at + by : openRow.peek(), (file) => moveRow(file, at, by)),
  remove: (at) => change(openAfter(at), (file) => removeRow(file, at)),
  open: (at) => (openRow.value = at),
};

/** The form of the open row. */
function Form({ file }: { readonly file: ScenarioFile }) {
  const at = openRow.value;
  const row = at === null ? undefined : file.modifications[at];
  return at === null || row === undefined ? null : <RowForm {...{ file, row, at }} />;
}

/** The map stands above the panel: to follow a row would take it out of sight. */
const NARROW = matchMedia('(max-width: 799px)');

function Rows({ file }: { readonly file: ScenarioFile }) {
  const effects = listOwnEffects(file);
  const rows = file.modifications;
  return (
    <section class="studio-rows" aria-label={t('studio.rows')}>
      {rows.length === 0 && <p class="small muted">{t('city.edit.noRows')}</p>}
      <RowList
        rows={rows.map((row, at) => {
          const effect = effects[at] ?? null;
          const text = effect === null ? '' : countEffect(effect);
          const off = row.off === true;
          return { name: nameRow(row), text: off ? t('studio.rowOff') : text, off, problems: [] };
        })}
        opened={openRow.value}
        scrolls={!NARROW.matches}
        acts={ACTS}
        form={<Form file={file} />}
      />
    </section>
  );
}

function Title({ file }: { readonly file: ScenarioFile }) {
  return (
    <div class="field">
      <label for="city-plan-title">{t('studio.name')}</label>
      <input
        id="city-plan-title"
        type="text"
        maxLength={200}
        value={file.title}
        onChange={({ currentTarget }) => {
          void editPlan(describe(file, { title: currentTarget.value }));
          if (currentTarget.value.trim() === '') currentTarget.value = file.title;
        }}
      />
    </div>
  );
}

/** The day whose roads stand: those that open by then are open. One that stands on another scenario has that one's. */
function Day({ file }: { readonly file: ScenarioFile }) {
  if (!isMonthOrDay(file.base)) return null;
  return (
    <DateField
      id="city-plan-day"
      label={t('city.edit.day')}
      value={file.base}
      onValue={(day) => day !== null && void editPlan(setDay(file, day), 'day')}
    />
  );
}

/** The bytes that lie over the network now. */
function save(): void {
  const file = takeFile();
  if (file !== null) saveText(file.name, file.text, 'application/json');
}

export function EditPanel() {
  const now = planned.value;
  if (now === null && !canUndo.value && !canRedo.value) return null;
  return (
    <div class="studio city-edit">
      {now !== null && <Title file={now.file} />}
      {now !== null && <Day file={now.file} />}
      <div class="buttons">
        <UndoButtons canUndo={canUndo.value} canRedo={canRedo.value} undo={undoPlan} redo={redoPlan} />
        {now !== null && (
          <button type="button" onClick={save}>
            {t('studio.save')}
          </button>
        )}
      </div>
      {now !== null && <Rows file={now.file} />}
    </div>
  );
}
