/** Files of what every road is worth, and the command that gives the same bytes. */
import { useState } from 'preact/hooks';
import { CopyButton } from '../panels/copy-button.tsx';
import { saveText, toFileName } from '../state/download.ts';
import { t } from '../words/index.ts';
import { askWorthFile, toSentences } from './ask.ts';
import { FILE_NAMES } from './file-names.ts';
import { CITY_FILE_KINDS, type CityFileKind } from './protocol.ts';
import { cityChoice, plan } from './state.ts';
import { toWorthCommand } from './worth-command.ts';
import { toFound, type Told } from './worth-run.ts';

function toName({ of: { asked }, document, measure }: Told, kind: CityFileKind): string {
  const scenario = document.data.scenario?.id ?? '';
  const setting = [asked.vehicleClass, `${asked.cutoffMin}min`, measure];
  return toFileName(['beltway', 'value', scenario, ...setting], kind);
}

async function save(told: Told, kind: CityFileKind, say: (text: string) => void): Promise<void> {
  const name = toName(told, kind);
  say(t('share.making'));
  try {
    const text = await askWorthFile(told.of.asked, toFound(told.of, told.measure), kind);
    saveText(name, text, FILE_NAMES[kind].type);
    say(`✓ ${t('share.made', { name })}`);
  } catch (error) {
    say(`✗ ${t('share.notMade', { why: toSentences(error).join(' ') })}`);
  }
}

export function WorthFiles({ told }: { readonly told: Told }) {
  const [said, say] = useState('');
  const { of, measure } = told;
  const name = plan.value?.called.name ?? '';
  const command = toWorthCommand(of.asked, measure, cityChoice.value.folder, name, 'geojson');
  return (
    <div class="city-files">
      <div class="buttons" role="group" aria-label={t('city.worth.files')}>
        {CITY_FILE_KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => void save(told, kind, say)}>
            {FILE_NAMES[kind].title}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <div class="command">
        <code lang="en">{command}</code>
        <CopyButton text={command} />
      </div>
    </div>
  );
}
