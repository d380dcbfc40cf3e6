/** What would make a failing verdict hold: the question, how far the search is, and what it found. */
import { useState } from 'preact/hooks';
import type { FixProgress, FixTarget } from '../../src/index.ts';
import { findFixing, startFixing, stopFixing, type Fixing } from '../engine/ask-fix.ts';
import { byHour } from '../state/choice.ts';
import { number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { FixResult } from './fix-result.tsx';

/** Something that does not hold, in words. */
export interface Goal {
  readonly target: FixTarget;
  readonly name: string;
}

function toProgressText({ part, done, asked }: FixProgress): string {
  if (part === null) return t('fix.begins');
  const values = { part: t(`fix.part.${part}`), done: number(done) };
  return asked === null
    ? t('fix.progressOpen', values)
    : t('fix.progress', { ...values, asked: number(asked) });
}

function Working({ progress }: { readonly progress: FixProgress | null }) {
  const share = progress?.asked ? progress.done / progress.asked : undefined;
  return (
    <div class="fix-working" aria-busy="true">
      <progress value={share} aria-label={t('fix.ask')} />
      <p class="small" role="status">
        {progress === null ? t('fix.begins') : toProgressText(progress)}
      </p>
      <button type="button" onClick={stopFixing}>
        {t('fix.stop')}
      </button>
    </div>
  );
}

function Outcome({ fixing, goal }: { readonly fixing: Fixing | null; readonly goal: Goal }) {
  if (fixing === null)
    return (
      <button type="button" class="fix-ask" onClick={() => void startFixing(goal.target)}>
        {t('fix.ask')}
      </button>
    );
  const { document, progress, problems } = fixing;
  if (problems.length > 0)
    return (
      <p class="problem" role="alert">
        {t('fix.failed', { why: problems.join(' ') })}
      </p>
    );
  return document === null ? <Working progress={progress} /> : <FixResult document={document} />;
}

/** `goals`: what may be asked for, the first of them where nothing is chosen. */
export function FixPanel({ goals }: { readonly goals: readonly Goal[] }) {
  const [chosen, choose] = useState(0);
  const goal = goals[chosen] ?? goals[0];
  if (goal === undefined) return null;
  return (
    <section class="fix" aria-label={t('fix.ask')}>
      {goals.length > 1 && (
        <label class="fix-goal">
          {t('fix.goal')}{' '}
          <select value={chosen} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
            {goals.map(({ name }, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {byHour.value && <p class="small muted">{t('fix.noHour')}</p>}
      <Outcome fixing={findFixing(goal.target)} goal={goal} />
    </section>
  );
}
