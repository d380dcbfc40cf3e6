/** The whole as a report: one file to read, print and verify, made in the worker while the page stays in use. */
import { signal } from '@preact/signals';
import { REPORT_FORMATS, type ReportFormat } from '../../src/index.ts';
import { making, makeReport, stopReport, withDoubts, type Making } from '../engine/ask-report.ts';
import { Refused } from '../engine/client.ts';
import { choice } from '../state/choice.ts';
import { toLine } from '../state/command.ts';
import { saveText } from '../state/download.ts';
import { percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { toName, toReportWords } from './export-parts.ts';

const FILES: Readonly<Record<ReportFormat, readonly [extension: string, type: string]>> = {
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  csv: ['csv', 'text/csv'],
  json: ['json', 'application/json'],
};

/** What became of the last report: it is said even when the menu was closed in between. */
const said = signal('');

function toReason(error: unknown): string {
  if (error instanceof Refused) return error.problems.join(' ');
  return error instanceof Error ? error.message : String(error);
}

async function save(format: ReportFormat): Promise<void> {
  const [extension, type] = FILES[format];
  const name = toName(choice.value, null, extension).replace('_compare_', '_report_');
  said.value = '';
  try {
    const text = await makeReport(format);
    if (text === null) said.value = t('report.stopped');
    else {
      saveText(name, text, type);
      said.value = `✓ ${t('share.made', { name })}`;
    }
  } catch (error) {
    said.value = `✗ ${t('share.notMade', { why: toReason(error) })}`;
  }
}

function Progress({ part, share }: Making) {
  const label = t('report.progress', { part: t(`report.part.${part}`) });
  return (
    <p class="draws">
      <progress value={share} max={1} aria-label={label} />
      <span>
        {label} {percent(share)}
      </span>
      <button type="button" onClick={stopReport}>
        {t('report.cancel')}
      </button>
    </p>
  );
}

export function ReportFiles() {
  const now = making.value;
  return (
    <section class="export-part export-report" aria-busy={now !== null}>
      <h3>{t('report.title')}</h3>
      <p class="small">{t('report.about')}</p>
      <label class="small">
        <input
          type="checkbox"
          checked={withDoubts.value}
          disabled={now !== null}
          onChange={({ currentTarget }) => (withDoubts.value = currentTarget.checked)}
        />{' '}
        {t('report.doubts')}
      </label>
      <div class="buttons">
        {REPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            disabled={now !== null}
            title={t(`report.format.${format}`)}
            onClick={() => void save(format)}
          >
            {FILES[format][0].toUpperCase()}
          </button>
        ))}
      </div>
      {now !== null && <Progress {...now} />}
      <p class="small" role="status">
        {said.value}
      </p>
      <p class="small muted">{t('share.sameBytes')}</p>
      <code
        class="small"
        lang="en"
      >{`${toLine(toReportWords(choice.value, withDoubts.value))} --format …`}</code>
    </section>
  );
}
