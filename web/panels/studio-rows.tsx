/** The changes of a scenario of the user's as a list. */
import type { Modification, ScenarioFile } from '../../src/index.ts';
import { isDrawing, take } from '../state/studio-drawing.ts';
import { edit, edited, selectedRow } from '../state/studio.ts';
import { listRowEffects, listRowProblems, listWholeProblems } from '../state/studio-tried.ts';
import { moveRow, removeRow, switchRow } from '../studio/rows.ts';
import { kilometres } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { RowList, type RowActs } from './row-list.tsx';
import { StudioForm } from './studio-form.tsx';
import { rowName } from './studio-names.ts';

type RowEffect = ReturnType<typeof listRowEffects>[number];

/** What a row does, in a few words. */
function effectText(row: Modification, effect: RowEffect): string {
  if (row.off === true) return t('studio.rowOff');
  if (effect === null) return '';
  if (row.kind === 'build') return `${kilometres(effect.builtM)} km`;
  return effect.features === 0 ? '' : tn('studio.links', effect.features);
}

function change(changed: (file: ScenarioFile) => ScenarioFile): void {
  const file = edited.peek();
  if (file !== null) edit(changed(file));
}

const ACTS: RowActs = {
  switch: (at, on) => change((file) => switchRow(file, at, on)),
  // A row that moves keeps the focus and stays the open one.
  move: (at, by) => {
    if (isDrawing.peek()) take('select');
    change((file) => moveRow(file, at, by));
    if (selectedRow.peek() === at) selectedRow.value = at + by;
  },
  remove: (at) => {
    if (isDrawing.peek()) take('select');
    change((file) => removeRow(file, at));
    const selected = selectedRow.peek();
    if (selected !== null) selectedRow.value = selected === at ? null : selected - Number(selected > at);
  },
  // A tool that was in hand is laid down.
  open: (at) => {
    take('select');
    selectedRow.value = at;
  },
};

interface FormProps {
  readonly file: ScenarioFile;
  readonly effects: readonly RowEffect[];
}

/** The form of the open row. */
function Form({ file, effects }: FormProps) {
  const at = selectedRow.value;
  const row = at === null ? undefined : file.modifications[at];
  if (at === null || row === undefined) return null;
  return <StudioForm {...{ file, row, at, touched: effects[at]?.features ?? null }} />;
}

export function StudioRows({ file }: { readonly file: ScenarioFile }) {
  const [problems, effects] = [listRowProblems(file), listRowEffects(file)];
  const whole = listWholeProblems(file);
  const rows = file.modifications;
  return (
    <section class="studio-rows" aria-label={t('studio.rows')}>
      <h3>{t('studio.rows')}</h3>
      {whole.length > 0 && (
        <p class="small warning" role="alert">
          {t('studio.scenarioProblem')} <span lang="en">{whole.join(' ')}</span>
        </p>
      )}
      {rows.length === 0 && <p class="muted">{t('studio.noRows')}</p>}
      <RowList
        rows={rows.map((row, at) => ({
          name: rowName(row),
          text: effectText(row, effects[at] ?? null),
          off: row.off === true,
          problems: problems[at] ?? [],
        }))}
        opened={selectedRow.value}
        acts={ACTS}
        form={<Form {...{ file, effects }} />}
      />
    </section>
  );
}
