/** The answer in words and numbers: first what ten seconds need, then what it rests on. */
import { computed } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { measureUpdate } from '../engine/ask.ts';
import type { PageAnswer } from '../engine/protocol.ts';
import { later } from '../later.tsx';
import { answer, dataset, isWaiting, roles, shownAnswer } from '../state/answers.ts';
import { look } from '../state/look.ts';
import { t, tn } from '../words/index.ts';
import { findContrast } from './answer-contrast.ts';
import { countAnswer } from './answer-counts.ts';
import { AttributionBar } from './attribution.tsx';
import { Sentence } from './sentence.tsx';
import { SideBySide } from './side-by-side.tsx';
import { wide } from './table-state.ts';

/** What the first answer does not need is loaded after it. */
const MoreAnswer = later(async () => (await import('./answer-more.tsx')).MoreAnswer);
const ConfidencePanel = later(async () => (await import('./confidence-panel.tsx')).ConfidencePanel);
const FixShare = later<{ readonly level: number; readonly share: number }>(
  async () => (await import('./fix-share.tsx')).FixShare,
);
const ValuePanel = later(async () => (await import('./value-panel.tsx')).ValuePanel);
const TablePanel = later(async () => (await import('./table.tsx')).TablePanel);

/** Why there is no answer to what is asked now; null where there is one, or will be. */
const failure = computed(() => (answer.value.state === 'failed' ? answer.value.problems.join(' ') : null));

export function AnswerPanel() {
  const value = shownAnswer.value;
  const data = dataset.value;
  const why = failure.value;
  useLayoutEffect(() => {
    if (value === null) return;
    document.documentElement.dataset.answered = 'yes';
    measureUpdate();
  }, [value]);
  if (value === null || data === null)
    return <p class="waiting">{why === null ? t('app.computing') : t('app.failed', { why })}</p>;
  return (
    <div class={wide.value ? 'answer wide' : 'answer'} aria-busy={isWaiting}>
      {why !== null && (
        <p class="problem" role="alert">
          {t('answer.failed', { why })}
        </p>
      )}
      <Parts data={data} value={value} />
    </div>
  );
}

function Parts({ data, value }: { readonly data: Dataset; readonly value: PageAnswer }) {
  const pair = roles.value;
  const [base, build] = ['base', 'build'].map((role) =>
    value.scenarios.find(({ id }) => id === pair?.[role as 'base' | 'build']),
  );
  if (base === undefined || build === undefined) return null;
  const counts = countAnswer(value, base.id, build.id);
  const contrast = findContrast(value.beltAlone, base, build);
  const level = value.verdictMaps[0]?.level ?? null;
  const share = counts.tagged === 0 ? 1 : counts.outside.build / counts.tagged;
  const shared = { dataset: data, answer: value, counts, contrast, base: base.id, build: build.id };
  return (
    <>
      <Sentence {...shared} />
      {look.value.view === 'confidence' && <ConfidencePanel />}
      {look.value.view === 'value' && <ValuePanel />}
      {counts.placed > 0 && <SideBySide {...shared} />}
      {level !== null && share < level && <FixShare level={level} share={share} />}
      {counts.placed > 0 && contrast !== 'same' && <AttributionBar counts={counts} contrast={contrast} />}
      <TablePanel {...shared} />
      <Unplaced answer={value} />
      <MoreAnswer {...shared} />
    </>
  );
}

function Unplaced({ answer: { population } }: { readonly answer: QuickAnalysis }) {
  const { unplaced, paper } = population;
  const names = unplaced.map(({ name }) => name).join(', ');
  return (
    <p class="muted small">
      {unplaced.length > 0 && `${tn('answer.noPlaced', unplaced.length, { names })} `}
      {paper !== null && t('answer.paper', { text: paper })}
    </p>
  );
}
