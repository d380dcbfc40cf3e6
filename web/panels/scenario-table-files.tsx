/** The scenarios side by side to take along: files with the bytes of the command, and the command. */
import { useState } from 'preact/hooks';
import { dayOf, slow } from '../engine/ask.ts';
import { tableRequest } from '../engine/ask-table.ts';
import { Refused } from '../engine/client.ts';
import type { FileKind } from '../engine/protocol.ts';
import { choice } from '../state/choice.ts';
import { toLine, toScenarioFileName, toTableArguments } from '../state/command.ts';
import { saveText, toFileName } from '../state/download.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { columns } from '../state/scenario-table.ts';
import { ownSites } from '../state/sites.ts';
import { t } from '../words/index.ts';
import { CopyButton } from './copy-button.tsx';
import { EXTENSIONS, TYPES } from './export-parts.ts';

const KINDS: readonly FileKind[] = ['csv', 'json', 'markdown'];

async function save(kind: FileKind): Promise<string> {
  const { vehicleClass, traffic, cutoffS } = choice.peek();
  const words = ['beltway', 'scenarios', vehicleClass, traffic, `${cutoffS / 60}min`];
  const name = toFileName(words, EXTENSIONS[kind]);
  const table = tableRequest.peek();
  try {
    const text = await slow().ask('file', { kind, request: {}, scene: null, table });
    saveText(name, text, TYPES[kind]);
    return `✓ ${t('share.made', { name })}`;
  } catch (error) {
    const why = error instanceof Refused ? error.problems.join(' ') : String(error);
    return `✗ ${t('share.notMade', { why })}`;
  }
}

export function TableFiles() {
  const [said, say] = useState('');
  const around = { dayOf, isOwn: isOwnScenario, ownSites: ownSites.value !== null };
  const command = toLine(toTableArguments(choice.value, columns.value, around));
  const files = columns.value.filter(isOwnScenario).map(toScenarioFileName);
  return (
    <>
      <div class="buttons" role="group" aria-label={t('beside.save')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            title={t(`share.format.${kind}`)}
            onClick={() => void save(kind).then(say)}
          >
            {EXTENSIONS[kind].toUpperCase()}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <details class="command">
        <summary>{t('beside.command')}</summary>
        {files.length > 0 && <p class="small">{t('beside.files', { files: files.join(', ') })}</p>}
        <code lang="en" tabIndex={0}>
          {command}
        </code>
        <CopyButton text={command} />
      </details>
    </>
  );
}
