/** The changes of a scenario as a list: each is switched, moved, renamed and removed, and says what is wrong with it. */
import { useEffect, useRef } from 'preact/hooks';
import type { Modification, ScenarioFile } from '../../src/index.ts';
import { isDrawing, take } from '../state/studio-drawing.ts';
import { edit, selectedRow } from '../state/studio.ts';
import { moveRow, removeRow, switchRow } from '../studio/rows.ts';
import { kilometres } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { StudioForm } from './studio-form.tsx';
import { rowName } from './studio-names.ts';
import { listRowEffects, listRowProblems, listWholeProblems } from '../state/studio-tried.ts';

interface RowProps {
  readonly file: ScenarioFile;
  readonly row: Modification;
  readonly at: number;
  readonly problems: readonly string[];
  readonly effect: { readonly features: number; readonly builtM: number } | null;
}

/** What a row does, in a few words. */
function effectText({ row, effect }: RowProps): string {
  if (row.off === true) return t('studio.rowOff');
  if (effect === null) return '';
  if (row.kind === 'build') return `${kilometres(effect.builtM)} km`;
  return effect.features === 0 ? '' : tn('studio.links', effect.features);
}

/** A row that moves keeps the focus and stays the open one. */
function move({ file, at }: RowProps, by: number): void {
  if (isDrawing.peek()) take('select');
  edit(moveRow(file, at, by));
  if (selectedRow.peek() === at) selectedRow.value = at + by;
}

/** Opens a row, or none; a tool that was in hand is laid down. */
function open(at: number | null): void {
  take('select');
  selectedRow.value = at;
}

function remove({ file, at }: RowProps): void {
  if (isDrawing.peek()) take('select');
  edit(removeRow(file, at));
  const selected = selectedRow.peek();
  if (selected !== null) selectedRow.value = selected === at ? null : selected - Number(selected > at);
}

function RowButtons(props: RowProps) {
  const { file, row, at } = props;
  const name = rowName(row);
  const last = file.modifications.length - 1;
  return (
    <span class="studio-row-buttons">
      <button
        type="button"
        aria-label={t('studio.rowUp', { name })}
        title={t('studio.rowUp', { name })}
        disabled={at === 0}
        onClick={() => move(props, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t('studio.rowDown', { name })}
        title={t('studio.rowDown', { name })}
        disabled={at === last}
        onClick={() => move(props, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        aria-label={t('studio.rowRemove', { name })}
        title={t('studio.rowRemove', { name })}
        onClick={() => remove(props)}
      >
        ✕
      </button>
    </span>
  );
}

function Row(props: RowProps) {
  const { file, row, at, problems, effect } = props;
  const name = rowName(row);
  const isOpen = selectedRow.value === at;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={element} class={row.off === true ? 'studio-row off' : 'studio-row'}>
      <div class="studio-row-head">
        <input
          type="checkbox"
          checked={row.off !== true}
          aria-label={t('studio.rowOn', { name })}
          onChange={({ currentTarget }) => edit(switchRow(file, at, currentTarget.checked))}
        />
        <button
          type="button"
          class="studio-row-name"
          aria-expanded={isOpen}
          onClick={() => open(isOpen ? null : at)}
        >
          {name}
          <span class="small muted"> {effectText(props)}</span>
        </button>
        <RowButtons {...props} />
      </div>
      {problems.length > 0 && (
        <div class="small warning">
          ⚠ {t('studio.notCounted')}
          <ul lang="en">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {isOpen && <StudioForm file={file} row={row} at={at} touched={effect?.features ?? null} />}
    </li>
  );
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
      <ol>
        {rows.map((row, at) => (
          <Row key={at} {...{ file, row, at, problems: problems[at] ?? [], effect: effects[at] ?? null }} />
        ))}
      </ol>
    </section>
  );
}
