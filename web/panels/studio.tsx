/**
 * The scenario studio: the scenario of the user that roads are compared with, its changes row by row, and its file. It
 * stands in the place of the question while it is open.
 */
import { useEffect } from 'preact/hooks';
import type { ScenarioFile } from '../../src/index.ts';
import { rehearseEdits } from '../engine/ask-rehearsals.ts';
import { choice } from '../state/choice.ts';
import { dataset } from '../state/answers.ts';
import { keepState, startKeeping } from '../state/studio-keep.ts';
import { edit, edited } from '../state/studio.ts';
import { studioOpen } from '../state/studio-open.ts';
import { describe } from '../studio/rows.ts';
import { t } from '../words/index.ts';
import { scenarioName } from '../words/names.ts';
import { StudioActions } from './studio-actions.tsx';
import { StudioOpen, StudioRemoved } from './studio-files.tsx';
import { StudioRows } from './studio-rows.tsx';
import { StudioStart } from './studio-start.tsx';
import { StudioTools } from './studio-tools.tsx';

function Head({ file }: { readonly file: ScenarioFile }) {
  return (
    <div class="field">
      <label for="studio-title">{t('studio.name')}</label>
      <input
        id="studio-title"
        type="text"
        maxLength={200}
        value={file.title}
        onInput={({ currentTarget }) => edit(describe(file, { title: currentTarget.value }), 'title')}
        onBlur={({ currentTarget }) => (currentTarget.value = edited.peek()?.title ?? '')}
      />
    </div>
  );
}

/** What it stands on, and whether this browser keeps it. */
function Base({ file }: { readonly file: ScenarioFile }) {
  const data = dataset.value;
  return (
    <p class="small muted">
      {t('studio.base', { base: data === null ? file.base : scenarioName(data, file.base) })}{' '}
      {keepState.value === 'kept' && t('studio.kept')}
    </p>
  );
}

function Note({ file }: { readonly file: ScenarioFile }) {
  return (
    <details class="studio-note" open={file.note !== undefined}>
      <summary>{t('studio.note')}</summary>
      <textarea
        rows={2}
        maxLength={2000}
        aria-label={t('studio.note')}
        value={file.note ?? ''}
        onInput={({ currentTarget }) => edit(describe(file, { note: currentTarget.value }), 'note')}
      />
    </details>
  );
}

/** Whether a scenario is compared with now. */
function isUsed(id: string): boolean {
  const { base, build } = choice.peek();
  return base === id || build === id;
}

export function StudioPanel() {
  const file = edited.value;
  useEffect(() => startKeeping(isUsed), []);
  useEffect(() => void rehearseEdits(), []);
  return (
    <section class="studio scenario" aria-labelledby="studio-heading">
      <div class="studio-top">
        <h2 id="studio-heading">{t('studio.title')}</h2>
        <button type="button" onClick={() => (studioOpen.value = false)}>
          ‹ {t('studio.back')}
        </button>
      </div>
      {file === null ? (
        <StudioStart />
      ) : (
        <>
          <Head file={file} />
          <StudioActions file={file} />
          <StudioTools />
          <StudioRows file={file} />
          <Base file={file} />
          <Note file={file} />
        </>
      )}
      <StudioRemoved />
      <StudioOpen />
    </section>
  );
}
