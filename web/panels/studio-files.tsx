/** Opens scenario files, tells everything wrong in one, and brings back what was removed. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ScenarioFile } from '../../src/index.ts';
import { listStandingOn, addScenario } from '../state/studio.ts';
import { openScenarioFile, type Opened } from '../state/studio-files.ts';
import { removeScenario } from '../state/studio-keep.ts';
import { droppedScenario } from '../state/studio-open.ts';
import { t, tn } from '../words/index.ts';

const removed = signal<ScenarioFile | null>(null);
/** Titles of scenarios that stand on one that was to be removed. */
const refused = signal<string | null>(null);
const said = signal<Opened | null>(null);

/** Removes a scenario that no other one stands on; it can be brought back. */
export function remove(file: ScenarioFile): void {
  const others = listStandingOn(file.id);
  refused.value = others.length === 0 ? null : others.map(({ title }) => title).join(', ');
  if (others.length > 0) return;
  removeScenario(file.id);
  removed.value = file;
}

function bringBack(file: ScenarioFile): void {
  addScenario(file);
  removed.value = null;
}

/** What became of the newest removal. */
export function StudioRemoved() {
  const file = removed.value;
  return (
    <div role="status">
      {refused.value !== null && (
        <p class="small warning">{t('studio.stoodOn', { titles: refused.value })}</p>
      )}
      {file !== null && (
        <p class="small">
          {t('studio.removed', { title: file.title })}{' '}
          <button type="button" onClick={() => bringBack(file)}>
            {t('studio.bringBack')}
          </button>
        </p>
      )}
    </div>
  );
}

function toWords({ title, as, known }: Extract<Opened, { readonly state: 'opened' }>): string {
  if (known) return t('studio.already', { title: as });
  return title === as ? t('studio.fileOpened', { title }) : t('studio.openedAs', { title: as });
}

function Outcome({ opened }: { readonly opened: Opened }) {
  if (opened.state === 'opened') return <p class="small">✓ {toWords(opened)}</p>;
  const { name, problems } = opened;
  return (
    <>
      <p class="warning">✗ {tn('studio.problems', problems.length, { name })}</p>
      <ul class="problems" tabIndex={0} lang="en">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}

async function take(file: File | undefined): Promise<void> {
  if (file !== undefined) said.value = await openScenarioFile(file);
}

/** The button that opens a file, and what was said of the last one. */
export function StudioOpen() {
  const dropped = droppedScenario.value;
  useEffect(() => {
    if (dropped === null) return;
    droppedScenario.value = null;
    void take(dropped);
  }, [dropped]);
  return (
    <>
      <label class="file">
        <span>{t('studio.open')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="status">{said.value !== null && <Outcome opened={said.value} />}</div>
    </>
  );
}
