/** Over the table of the Confidence view: how sure, how far the draws are, the verdicts, and what they hang on. */
import type { ConfidenceDocument, Dataset, SensitivityDocument, TornadoBar } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { ALL_DRAWS, followDoubts, goOnDrawing, stopDraws } from '../engine/ask-doubts.ts';
import { dataset } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { toLine, toPartArguments } from '../state/command.ts';
import { confidence, isStopped, sweeps } from '../state/doubts.ts';
import { isOwnScenario } from '../state/own-scenarios.ts';
import { ownSites } from '../state/sites.ts';
import { percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { scenarioName } from '../words/names.ts';
import { leverName, sayConfidence, sayFlip, verdictName } from './confidence-words.ts';
import { CopyButton } from './copy-button.tsx';

followDoubts();

function Progress() {
  const { state, value } = confidence.value;
  const done = value?.draws ?? 0;
  if (state !== 'waiting') return null;
  if (isStopped.value)
    return (
      <p class="draws">
        <span>{t('confidence.stopped', { done, asked: ALL_DRAWS })}</span>
        <button type="button" onClick={goOnDrawing}>
          {t('confidence.goOn')}
        </button>
      </p>
    );
  const label = t('confidence.progress', { done, asked: ALL_DRAWS });
  return (
    <p class="draws">
      <progress value={done} max={ALL_DRAWS} aria-label={label} />
      <span>{label}</span>
      <button type="button" onClick={stopDraws}>
        {t('confidence.cancel')}
      </button>
    </p>
  );
}

const SIGNS = { holds: '✓', fails: '✗', 'cannot-tell': '?' } as const;

function Verdicts({ data, document }: { readonly data: Dataset; readonly document: ConfidenceDocument }) {
  const ids = [...new Set(document.verdicts.map(({ id }) => id))];
  return (
    <table class="draw-verdicts">
      <caption>{t('confidence.verdicts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('confidence.verdict')}</th>
          {document.scenarios.map(({ id }) => (
            <th key={id} scope="col" class="number">
              {scenarioName(data, id)}
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
              const said = t('confidence.holdsIn', { holds: row.holds, draws: document.draws });
              return (
                <td key={scenario} class="number">
                  {said} {SIGNS[row.verdict]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const BAR_WIDTH = 160;
const BAR_HEIGHT = 10;

function Bar({ bar, data }: { readonly bar: TornadoBar; readonly data: Dataset }) {
  const [low, high] = [bar.build.atLow ?? 0, bar.build.atHigh ?? 0].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  return (
    <tr>
      <th scope="row">{leverName(data, bar.parameter)}</th>
      <td>
        <svg class="lever" width={BAR_WIDTH} height={BAR_HEIGHT} aria-hidden="true">
          <rect class="lever-ground" width={BAR_WIDTH} height={BAR_HEIGHT} />
          <rect
            class="lever-bar"
            x={low * BAR_WIDTH}
            width={Math.max(1.5, (high - low) * BAR_WIDTH)}
            height={BAR_HEIGHT}
          />
        </svg>
      </td>
      <td class="number">
        {percent(bar.build.atLow)} → {percent(bar.build.atHigh)}
      </td>
    </tr>
  );
}

function Sweeps({ data, document }: { readonly data: Dataset; readonly document: SensitivityDocument }) {
  const flips = document.flips.filter(({ inRange, verdict }) => inRange && !verdict.startsWith('pair:'));
  return (
    <div class="sweeps">
      <table>
        <caption>{t('confidence.levers')}</caption>
        <tbody>
          {document.tornado.map((bar) => (
            <Bar key={bar.parameter} bar={bar} data={data} />
          ))}
        </tbody>
      </table>
      <p class="small muted">{t('confidence.leverNote')}</p>
      <h3>{t('confidence.flips')}</h3>
      {flips.length === 0 ? (
        <p>{t('confidence.noFlips')}</p>
      ) : (
        <ul>
          {flips.map((flip) => (
            <li key={`${flip.verdict} ${flip.scenario} ${flip.parameter}`}>{sayFlip(data, flip)}</li>
          ))}
        </ul>
      )}
    </div>
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

export function ConfidenceSummary() {
  const data = dataset.value;
  const { state, value, problems } = confidence.value;
  if (data === null) return null;
  return (
    <section class="confidence" aria-busy={state === 'waiting' && !isStopped.value}>
      {state === 'failed' && (
        <p class="problem" role="alert">
          {t('confidence.failed', { why: problems.join(' ') })}
        </p>
      )}
      <Progress />
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
