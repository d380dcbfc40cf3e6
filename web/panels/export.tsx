/** Files of the answer, the view, the open trip and the map; each says which command gives the same bytes. */
import { useState } from 'preact/hooks';
import type { Dataset } from '../../src/index.ts';
import { request, slow } from '../engine/ask.ts';
import { Refused } from '../engine/client.ts';
import type { FileKind } from '../engine/protocol.ts';
import { dataset, roles, shownAnswer } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { toLine, WORTH_PARTS, type Part } from '../state/command.ts';
import { saveBlob, saveText } from '../state/download.ts';
import { look } from '../state/look.ts';
import { t } from '../words/index.ts';
import { ReportFiles } from './export-report.tsx';
import {
  EXTENSIONS,
  findTripPart,
  listKinds,
  listViewParts,
  toFileInput,
  toName,
  toWords,
  TYPES,
} from './export-parts.ts';

type Say = (text: string) => void;

function toReason(error: unknown): string {
  if (error instanceof Refused) return error.problems.join(' ');
  return error instanceof Error ? error.message : String(error);
}

/** Runs what makes a file and says what became of it. */
async function tell(say: Say, name: string, make: () => Promise<void>): Promise<void> {
  say(t('share.making'));
  try {
    await make();
    say(`✓ ${t('share.made', { name })}`);
  } catch (error) {
    say(`✗ ${t('share.notMade', { why: toReason(error) })}`);
  }
}

async function saveFile(part: Part | null, kind: FileKind, say: Say): Promise<void> {
  const name = toName(choice.value, part, EXTENSIONS[kind]);
  await tell(say, name, async () => {
    const text = await slow().ask('file', toFileInput(request.value, look.value, part, kind));
    saveText(name, text, TYPES[kind]);
  });
}

async function savePicture(data: Dataset, say: Say): Promise<void> {
  const name = toName(choice.value, null, 'png').replace('_compare_', '_map_');
  await tell(say, name, async () => {
    const { drawPicture } = await import('./picture.ts');
    const blob = await drawPicture(data);
    if (blob === null) throw new Error(t('share.noPicture'));
    saveBlob(name, blob);
  });
}

function nameViewPart({ kind }: Part): string {
  const asked = WORTH_PARTS.find((one) => one === kind);
  return asked === undefined ? t('share.exportView') : t(`worth.export.${asked}`);
}

interface PartProps {
  readonly title: string;
  readonly part: Part | null;
  readonly say: Say;
}

function PartFiles({ title, part, say }: PartProps) {
  const line = toLine(toWords(choice.value, part));
  return (
    <section class="export-part">
      <h3>{title}</h3>
      <div class="buttons">
        {listKinds(part).map((kind) => (
          <button
            key={kind}
            type="button"
            title={t(`share.format.${kind}`)}
            onClick={() => void saveFile(part, kind, say)}
          >
            {EXTENSIONS[kind].toUpperCase()}
          </button>
        ))}
      </div>
      <p class="small muted">{t('share.sameBytes')}</p>
      <code class="small" lang="en">{`${line} --format …`}</code>
    </section>
  );
}

export function ExportPanel() {
  const [said, say] = useState('');
  const data = dataset.value;
  if (data === null) return null;
  const parts = listViewParts(look.value, choice.value);
  const trip = findTripPart(look.value, data, shownAnswer.value, roles.value?.build ?? choice.value.build);
  return (
    <div class="export">
      <PartFiles title={t('share.exportAnswer')} part={null} say={say} />
      {parts.map((part) => (
        <PartFiles key={part.kind} title={nameViewPart(part)} part={part} say={say} />
      ))}
      {trip !== null && <PartFiles title={t('share.exportTrip')} part={trip} say={say} />}
      <ReportFiles />
      <section class="export-part">
        <h3>{t('share.exportMap')}</h3>
        <div class="buttons">
          <button type="button" onClick={() => void savePicture(data, say)}>
            {t('share.png')}
          </button>
          <button type="button" onClick={() => print()}>
            {t('share.print')}
          </button>
        </div>
      </section>
      <p class="small" role="status">
        {said}
      </p>
    </div>
  );
}
