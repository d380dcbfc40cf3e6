/** Beside the map of the Confidence view: how sure the answer is, verdict by verdict, and what it hangs on. */
import type { ConfidenceDocument, Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { followDoubts } from '../engine/ask-doubts.ts';
import { dataset } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { toLine, toPartArguments } from '../state/command.ts';
import { confidence, sweeps } from '../state/doubts.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { ownSites } from '../state/sites.ts';
import { percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { scenarioName } from '../words/names.ts';
import { Sweeps } from './confidence-sweeps.tsx';
import { sayConfidence, verdictName } from './confidence-words.ts';
import { CopyButton } from './copy-button.tsx';

followDoubts();

const SIGNS = { holds: '✓', fails: '✗', 'cannot-tell': '?' } as const;

function Verdicts({ data, document }: { readonly data: Dataset; readonly document: ConfidenceDocument }) {
  const ids = [...new Set(document.verdicts.map(({ id }) => id))];
  const { draws, holdsShare, failsShare } = document;
  return (
    <>
      <table class="draw-verdicts">
        <caption>{t('confidence.verdicts', { draws })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('confidence.verdict')}</th>
            {document.scenarios.map(({ id, role }) => (
              <th key={id} scope="col" class="number" title={scenarioName(data, id)}>
                {t(role === 'base' ? 'confidence.without' : 'confidence.with')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr key={id}>
              <th scope="row">{verdictName(data, id)}</th>
              {document.scenarios.map(({ id: scenario }) => {
                const row = document.verdicts.find((one) => one.id === id && one.scenario === scenario);
                if (row === undefined) return <td key={scenario}>—</td>;
                return (
                  <td key={scenario} class="number" title={t(`confidence.is.${row.verdict}`)}>
                    {t('confidence.holdsIn', { holds: row.holds, draws })}{' '}
                    <span class={`draw-${row.verdict}`}>{SIGNS[row.verdict]}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small muted">
        {t('confidence.signs', { holds: percent(holdsShare), fails: percent(failsShare) })}
      </p>
    </>
  );
}

function Command() {
  const around = { dayOf, isOwn: isOwnScenario, ownSites: ownSites.value !== null };
  const command = toLine(toPartArguments(choice.value, { kind: 'confidence' }, around));
  return (
    <details class="command">
      <summary>{t('confidence.command')}</summary>
      <code lang="en" tabIndex={0}>
        {command}
      </code>
      <CopyButton text={command} />
    </details>
  );
}

export function ConfidencePanel() {
  const data = dataset.value;
  const { state, value } = confidence.value;
  if (data === null) return null;
  return (
    <section class="confidence" aria-label={t('confidence.title')} aria-busy={state === 'waiting'}>
      <h2>{t('confidence.title')}</h2>
      {value === null ? (
        state === 'waiting' && <p class="muted">{t('confidence.waiting')}</p>
      ) : (
        <>
          <p class="confidence-sentence">{sayConfidence(data, value)}</p>
          <Verdicts data={data} document={value} />
          {sweeps.value.value !== null && <Sweeps data={data} document={sweeps.value.value} />}
          <p class="small muted">{t('confidence.note', { seed: value.seed })}</p>
          <Command />
        </>
      )}
    </section>
  );
}
