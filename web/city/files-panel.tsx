/** Files of the answer, and the command that gives the same bytes. */
import { useState } from 'preact/hooks';
import { CopyButton } from '../panels/copy-button.tsx';
import { saveText, toFileName } from '../state/download.ts';
import { t } from '../words/index.ts';
import { askFile } from './ask.ts';
import { toCityCommand } from './command.ts';
import { FILE_NAMES } from './file-names.ts';
import { CITY_FILE_KINDS, type CityFileKind, type CityQuestion } from './protocol.ts';
import { asking, cityChoice, plan, reached, view, type Asking } from './state.ts';

function toName({ places, cutoffsMin, vehicleClass, direction }: CityQuestion, kind: CityFileKind): string {
  const what = places.length > 1 ? 'overlap' : 'isochrone';
  const difference = view.peek() === 'difference' ? ['difference'] : [];
  const points = places.map((at) => at.join(' '));
  const under = view.peek() === 'without' ? [] : [plan.peek()?.label.id ?? ''];
  const asked = [vehicleClass, direction, `${cutoffsMin.at(-1)}min`];
  return toFileName(['beltway', what, ...difference, ...under, ...asked, ...points], kind);
}

/** The scenario of what is looked at, as a command names it. */
function findScenario(): string | null {
  return view.value === 'without' ? null : (plan.value?.called.name ?? null);
}

async function save(asked: Asking, kind: CityFileKind, say: (text: string) => void): Promise<void> {
  const name = toName(asked.question, kind);
  say(t('share.making'));
  try {
    saveText(name, await askFile(asked, kind), FILE_NAMES[kind].type);
    say(`✓ ${t('share.made', { name })}`);
  } catch (error) {
    say(`✗ ${t('share.notMade', { why: error instanceof Error ? error.message : String(error) })}`);
  }
}

export function FilesPanel() {
  const [said, say] = useState('');
  const asked = asking.value;
  const answer = reached.value;
  if (asked === null || answer === null) return null;
  const { folder } = cityChoice.value;
  const isDifference = view.value === 'difference';
  const isWhole = answer.reach !== null || answer.overlap !== null;
  const command = toCityCommand(asked.question, folder, 'geojson', findScenario(), isDifference);
  return (
    <section class="city-files">
      <h2>{t('city.files')}</h2>
      <div class="buttons">
        {CITY_FILE_KINDS.map((kind) => (
          <button key={kind} type="button" disabled={!isWhole} onClick={() => void save(asked, kind, say)}>
            {FILE_NAMES[kind].title}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <p class="small muted">{t('share.sameBytes')}</p>
      <div class="command">
        <code lang="en">{command}</code>
        <CopyButton text={command} />
      </div>
      {folder === null && <p class="small muted">{t('city.noFolder')}</p>}
    </section>
  );
}
