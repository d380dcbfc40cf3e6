/** The dialog for the user's own sites: read a CSV, hear every problem, ask about the sites, take them away again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dataset } from '../state/answers.ts';
import { change, choice } from '../state/choice.ts';
import { saveText } from '../state/download.ts';
import { dropSites, takeSites, type Taken } from '../state/own-sites.ts';
import { ownSites, sitesDialog } from '../state/sites.ts';
import { t, tn } from '../words/index.ts';
import { SitesList } from './sites-list.tsx';

/** Far above what 500 sites take; reading more would only fill the storage. */
const MOST_BYTES = 1_000_000;
const BYTES_PER_KB = 1000;
const TEMPLATE =
  'name,lon,lat,group,volume\nExample works,113.30,23.20,honda,1200\nSecond works,113.45,22.80,,\n';

/** What the dialog says: nothing yet, at work, or what came of the last file. */
type Said =
  | { readonly state: 'idle' }
  | { readonly state: 'reading' }
  | { readonly state: 'done'; readonly taken: Taken };

const refuse = (problem: string): Said => ({
  state: 'done',
  taken: { problems: [problem], sites: 0, kept: null },
});

async function readText(name: string, text: string): Promise<Said> {
  try {
    return { state: 'done', taken: await takeSites({ name, text }) };
  } catch (error) {
    return refuse(t('sites.unreadable', { why: error instanceof Error ? error.message : String(error) }));
  }
}

async function readFile(file: File): Promise<Said> {
  if (file.size > MOST_BYTES) {
    const [most, found] = [MOST_BYTES, file.size].map((bytes) => Math.ceil(bytes / BYTES_PER_KB));
    return refuse(t('sites.tooLarge', { most: most ?? 0, found: found ?? 0 }));
  }
  try {
    return await readText(file.name, await file.text());
  } catch (error) {
    return refuse(t('sites.unreadable', { why: error instanceof Error ? error.message : String(error) }));
  }
}

/** Asks about the user's sites, or about the shipped suppliers again. */
function AskButton() {
  if (ownSites.value === null) return null;
  const asked = choice.value.population === 'own' && !choice.value.ofThatDate;
  const population = asked ? '2006' : 'own';
  return (
    <p>
      {asked && `${t('sites.asking')} `}
      <button type="button" onClick={() => change({ population, ofThatDate: false })}>
        {t(asked ? 'sites.back' : 'sites.ask')}
      </button>
    </p>
  );
}

function Outcome({ said }: { readonly said: Said }) {
  if (said.state === 'idle') return null;
  if (said.state === 'reading') return <p>{t('sites.reading')}</p>;
  const { problems, sites, kept } = said.taken;
  if (problems.length > 0) {
    return (
      <>
        <p class="warning">✗ {tn('sites.problems', problems.length)}</p>
        <ul class="problems" lang="en" tabIndex={0}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      <p>✓ {tn('sites.taken', sites)}</p>
      {kept !== null && kept !== 'kept' && <p class="warning">⚠ {t(`sites.${kept}`)}</p>}
    </>
  );
}

interface InputProps {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
}

function Inputs({ busy, onFile, onText }: InputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const choose = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    if (file !== undefined) onFile(file);
    // The same file may be chosen again after it was corrected.
    input.value = '';
  };
  return (
    <>
      <label class="file">
        {t('sites.choose')}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          disabled={busy}
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      <label for="sites-text">{t('sites.paste')}</label>
      <textarea id="sites-text" ref={area} rows={5} spellcheck={false} placeholder={TEMPLATE} />
      <div class="buttons">
        <button type="button" disabled={busy} onClick={() => onText(area.current?.value ?? '')}>
          {t('sites.read')}
        </button>
        <button type="button" onClick={() => saveText('own-sites.csv', TEMPLATE, 'text/csv')}>
          {t('sites.template')}
        </button>
      </div>
    </>
  );
}

/** Opens as a modal dialog and closes with it. */
function useDialog() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    ref.current?.showModal();
  }, []);
  return ref;
}

export function SitesDialog() {
  const ref = useDialog();
  const [said, say] = useState<Said>({ state: 'idle' });
  const { file } = sitesDialog.value;
  const take = async (read: Promise<Said>): Promise<void> => {
    say({ state: 'reading' });
    say(await read);
  };
  useEffect(() => {
    if (file !== null) void take(readFile(file));
  }, [file]);
  if (dataset.value === null) return null;
  return (
    <dialog
      ref={ref}
      class="sites"
      aria-labelledby="sites-title"
      onClose={() => (sitesDialog.value = { open: false, file: null })}
    >
      <h2 id="sites-title">{t('sites.title')}</h2>
      <p>{t('sites.intro')}</p>
      <p class="small muted">{t('sites.private')}</p>
      <Inputs
        busy={said.state === 'reading'}
        onFile={(one) => void take(readFile(one))}
        onText={(text) => void take(readText('own-sites.csv', text))}
      />
      <div role="status">
        <Outcome said={said} />
      </div>
      <AskButton />
      <SitesList
        onRemove={(read) => void take(read.then((taken): Said => ({ state: 'done', taken })))}
        onRemoveAll={() => void dropSites().then(() => say({ state: 'idle' }))}
      />
      <button type="button" onClick={() => ref.current?.close()}>
        {t('sites.close')}
      </button>
    </dialog>
  );
}
