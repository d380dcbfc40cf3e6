/** Under the map of the Confidence view: how far the draws are, and in one sentence how sure the answer is. */
import { ALL_DRAWS, followDoubts, goOnDrawing, stopDraws } from '../engine/ask-doubts.ts';
import { dataset } from '../state/answers.ts';
import { confidence, isStopped } from '../state/doubts.ts';
import { t } from '../words/index.ts';
import { sayConfidence } from './confidence-words.ts';

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

export function ConfidenceLine() {
  const data = dataset.value;
  const { state, value, problems } = confidence.value;
  if (data === null) return null;
  return (
    <div class="confidence-line" aria-busy={state === 'waiting' && !isStopped.value}>
      {state === 'failed' && (
        <p class="problem" role="alert">
          {t('confidence.failed', { why: problems.join(' ') })}
        </p>
      )}
      <Progress />
      {value !== null && <p class="confidence-sentence">{sayConfidence(data, value)}</p>}
    </div>
  );
}
