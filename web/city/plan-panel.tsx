/** The scenario over the network: opened here, what it does, and which of both is looked at. */
import { decimals, number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { AreaDraftForm } from './area-draft.tsx';
import { ComingList } from './coming-list.tsx';
import { EditPanel } from './edit-panel.tsx';
import { planSaid, type PlanSaid } from './lay-plan.ts';
import { listKeptPlans } from './keep-plans.ts';
import { toPlanName } from './kept-plans.ts';
import { closePlan, followPlan, openFiles } from './open-plan.ts';
import { countEffect, nameRow } from './row-names.ts';
import { plan, roadsToCome, view, type Plan } from './state.ts';

/** What the scenarios do that it stands on: it cannot be changed here. */
function Below({ label: { effects }, file }: Pick<Plan, 'label' | 'file'>) {
  const below = effects.slice(0, effects.length - file.modifications.length);
  if (below.length === 0) return null;
  return (
    <details>
      <summary>{t('city.edit.below', { base: file.base, count: number(below.length) })}</summary>
      <ol class="city-effects small">
        {below.map((effect, i) => (
          <li key={i}>
            {nameRow(effect.modification)}: <span class="muted">{countEffect(effect)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Roads to come that the network knows, by status. */
function ToCome() {
  return (
    <>
      {(['construction', 'proposed'] as const).map((status) => {
        const own = roadsToCome.value.filter((road) => road.status === status);
        if (own.length === 0) return null;
        return (
          <li key={status}>
            <span class="city-line city-line-to-come" aria-hidden="true" />
            <span>{t(`city.plan.${status}`)}</span>
            <span class="muted">
              {tn(
                'city.plan.linkCount',
                own.reduce((sum, { links }) => sum + links, 0),
              )}
            </span>
          </li>
        );
      })}
    </>
  );
}

/** What the lines on the map are. */
function Legend() {
  const counts = plan.value?.label.counts ?? [];
  const off = view.value === 'without' ? ' city-line-off' : '';
  if (counts.length + roadsToCome.value.length === 0) return null;
  return (
    <ul class="city-legend small">
      {counts.map(({ what, links, km }) => (
        <li key={what}>
          <span class={`city-line city-line-${what}${off}`} aria-hidden="true" />
          <span>{t(`city.plan.${what}`)}</span>
          <span class="muted">
            {tn('city.plan.count', links, { km: decimals(km, 1), links: number(links) })}
          </span>
        </li>
      ))}
      <ToCome />
    </ul>
  );
}

function Opened({ label, file }: Plan) {
  return (
    <>
      <p class="city-plan-name">
        <span>
          <b>{label.title}</b> <span class="muted">{t('city.plan.day', { day: label.day })}</span>
        </span>
        <button type="button" onClick={closePlan}>
          {t('city.plan.close')}
        </button>
      </p>
      {label.counts.length === 0 && <p class="small muted">{t('city.plan.same')}</p>}
      <Below {...{ label, file }} />
    </>
  );
}

/** So many kept scenarios are offered. */
const OFFERED = 3;

/** What was laid over this network before, where nothing is now. */
function Kept() {
  if (planSaid.value?.kind === 'reading') return null;
  const names = listKeptPlans().map(toPlanName).slice(0, OFFERED);
  return (
    <>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          class="city-kept"
          onClick={() => void followPlan({ name, from: 'opened' })}
        >
          {t('city.edit.bringBack', { name })}
        </button>
      ))}
    </>
  );
}

function Said({ said }: { readonly said: PlanSaid }) {
  if (said.kind === 'reading') return <p class="small muted">{t('city.plan.reading')}</p>;
  if (said.kind === 'gone') return <p class="problem small">{t('city.plan.gone', { name: said.name })}</p>;
  if (said.kind === 'notKept')
    return <p class="small warning">⚠ {t(said.edited ? `studio.${said.why}` : `city.plan.${said.why}`)}</p>;
  return (
    <>
      <p class="problem small">✗ {tn('city.plan.problems', said.problems.length, { name: said.name })}</p>
      <ul class="problems" tabIndex={0} lang="en">
        {said.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}

export function PlanPanel() {
  const now = plan.value;
  return (
    <section class="city-plan" aria-label={t('city.plan')}>
      <h2>{t('city.plan')}</h2>
      {now !== null && <Opened {...now} />}
      <AreaDraftForm />
      <EditPanel />
      {now === null && <Kept />}
      <Legend />
      <ComingList />
      <label class="city-file">
        <span>{t('city.plan.open')}</span>
        <input
          type="file"
          accept=".json,application/json"
          multiple
          aria-describedby="city-file-hint"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void openFiles(files);
          }}
        />
      </label>
      <p class="small muted" id="city-file-hint">
        {t('city.plan.openHint')}
      </p>
      <div role="status">{planSaid.value !== null && <Said said={planSaid.value} />}</div>
    </section>
  );
}
