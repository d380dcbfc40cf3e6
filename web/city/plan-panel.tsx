/** The scenario over the network: opened here, what it does, and which of both is looked at. */
import type { FeatureCollection } from 'geojson';
import type { Effect } from '../../src/index.ts';
import { decimals, number } from '../words/format.ts';
import { t, tn } from '../words/index.ts';
import { kindName } from '../words/kinds.ts';
import { closePlan, openFiles, planSaid, type PlanSaid } from './open-plan.ts';
import type { PlanLabel } from './protocol.ts';
import { plan, view } from './state.ts';

interface PlanPanelProps {
  readonly toCome: FeatureCollection;
}

/** What a modification is called: by its title, or by the roads it names. */
function nameModification({ modification }: Effect): string {
  const said = new Map<string, unknown>(Object.entries(modification));
  const lists = ['links', 'sections', 'highways'].flatMap((key) => {
    const ids = said.get(key);
    return Array.isArray(ids) ? ids.map(String) : [];
  });
  const title = [said.get('title'), said.get('id')].find((one) => typeof one === 'string');
  return typeof title === 'string' ? title : lists.join(', ');
}

/** What it does, counted. */
function countEffect({ added, removed, changed, builtM, places }: Effect): string {
  const counts = [
    builtM > 0 ? t('city.plan.builtKm', { km: decimals(builtM / 1000, 1) }) : '',
    added > 0 ? tn('city.plan.added', added) : '',
    removed > 0 ? tn('city.plan.removed', removed) : '',
    changed > 0 ? tn('city.plan.changedWays', changed) : '',
    places > 0 ? tn('city.plan.places', places) : '',
  ];
  const said = counts.filter((one) => one !== '');
  return said.length === 0 ? t('city.plan.nothing') : said.join(', ');
}

function Modifications({ label: { effects } }: { readonly label: PlanLabel }) {
  return (
    <details>
      <summary>{tn('city.plan.modifications', effects.length)}</summary>
      <ol class="city-effects small">
        {effects.map((effect, i) => {
          const name = nameModification(effect);
          return (
            <li key={`${i} ${name}`}>
              <b>{kindName(effect.modification.kind)}</b> {name}:{' '}
              <span class="muted">{countEffect(effect)}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** Roads to come that the network knows, by status. */
function ToCome({ toCome: { features } }: PlanPanelProps) {
  return (
    <>
      {features.map(({ properties }) => {
        const status = properties?.['status'] === 'construction' ? 'construction' : 'proposed';
        return (
          <li key={status}>
            <span class="city-line city-line-to-come" aria-hidden="true" />
            <span>{t(`city.plan.${status}`)}</span>
            <span class="muted">{tn('city.plan.linkCount', Number(properties?.['links'] ?? 0))}</span>
          </li>
        );
      })}
    </>
  );
}

/** The colours of the difference. */
function Differences() {
  return (
    <>
      {(['gained', 'lost', 'both'] as const).map((what) => (
        <li key={what}>
          <span class={`city-line city-line-${what}`} aria-hidden="true" />
          <span>{t(`city.plan.${what}`)}</span>
        </li>
      ))}
    </>
  );
}

/** What the lines on the map are. */
function Legend({ toCome }: PlanPanelProps) {
  const counts = plan.value?.label.counts ?? [];
  const off = view.value === 'without' ? ' city-line-off' : '';
  if (counts.length + toCome.features.length === 0) return null;
  return (
    <ul class="city-legend small">
      {view.value === 'difference' && <Differences />}
      {counts.map(({ what, links, km }) => (
        <li key={what}>
          <span class={`city-line city-line-${what}${off}`} aria-hidden="true" />
          <span>{t(`city.plan.${what}`)}</span>
          <span class="muted">
            {tn('city.plan.count', links, { km: decimals(km, 1), links: number(links) })}
          </span>
        </li>
      ))}
      <ToCome toCome={toCome} />
    </ul>
  );
}

function Opened({ label }: { readonly label: PlanLabel }) {
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
      <Modifications label={label} />
    </>
  );
}

function Said({ said }: { readonly said: PlanSaid }) {
  if (said.kind === 'reading') return <p class="small muted">{t('city.plan.reading')}</p>;
  if (said.kind === 'gone') return <p class="problem small">{t('city.plan.gone', { name: said.name })}</p>;
  if (said.kind === 'notKept') return <p class="small warning">⚠ {t(`city.plan.${said.why}`)}</p>;
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

export function PlanPanel(props: PlanPanelProps) {
  const now = plan.value;
  return (
    <section class="city-plan" aria-label={t('city.plan')}>
      <h2>{t('city.plan')}</h2>
      {now !== null && <Opened label={now.label} />}
      <Legend {...props} />
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
