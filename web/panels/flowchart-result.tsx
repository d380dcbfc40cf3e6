/** What a chart comes to: the bottleneck with who must act, and apart from it what would have to be measured. */
import type { AnswerFlowchart, Dataset } from '../../src/index.ts';
import { look } from '../state/look.ts';
import { t, tn } from '../words/index.ts';
import { labelOfId } from './flowchart-words.ts';

interface Charts {
  readonly base: AnswerFlowchart;
  readonly build: AnswerFlowchart;
}

function sayBottleneck({ chart, bottleneck }: AnswerFlowchart): string {
  return bottleneck === null ? t('flowchart.noBottleneck') : labelOfId(chart, bottleneck);
}

/** The result in one line: what stops the chart, and who must act. */
export function FlowchartSummary({ charts }: { readonly charts: Charts }) {
  const chart = charts[look.value.shown];
  const actors = chart.actors.map((actor) => t(`flowchart.actor.${actor}`)).join(', ');
  const same = charts.base.bottleneck === charts.build.bottleneck;
  return (
    <p class="flowchart-summary">
      {t('flowchart.bottleneck')}: <strong>{sayBottleneck(chart)}</strong>
      {same && ` (${t('flowchart.inBoth')})`}
      {actors !== '' && ` · ${t('flowchart.whoActs')}: ${actors}`}
    </p>
  );
}

/** The bottleneck without and with: one sentence where it is the same. */
function Bottleneck({ base, build }: Charts) {
  const [before, after] = [sayBottleneck(base), sayBottleneck(build)];
  const words =
    before === after ? t('flowchart.inBoth') : `${t('flowchart.base')}: ${before} → ${t('flowchart.build')}`;
  return (
    <p>
      <strong>{t('flowchart.bottleneck')}:</strong>{' '}
      {before === after ? `${before} (${words})` : `${words}: ${after}`}
    </p>
  );
}

function Actors({ chart }: { readonly chart: AnswerFlowchart }) {
  if (chart.bottleneck === null) return null;
  const actors = chart.actors.map((actor) => t(`flowchart.actor.${actor}`)).join(', ');
  return (
    <p>
      <strong>{t('flowchart.whoActs')}:</strong> {actors}
      {chart.bodies.length > 0 && <span lang="en"> ({chart.bodies.join('; ')})</span>}
      {chart.measures.length > 0 && (
        <span class="muted" lang="en">
          {' '}
          · {chart.measures.join('; ')}
        </span>
      )}
    </p>
  );
}

export function FlowchartResult({ charts, data }: { readonly charts: Charts; readonly data: Dataset }) {
  const chart = charts[look.value.shown];
  const open = chart.openQuestions.map((id) => labelOfId(chart.chart, id));
  const note = data.flowcharts.find(({ id }) => id === chart.chart)?.orderNote;
  return (
    <div class="flowchart-result">
      <div class="callout bottleneck">
        <Bottleneck {...charts} />
        <Actors chart={chart} />
        {chart.bottleneck !== null && (
          <p class="small muted">
            {t(chart.bottleneckInAnyOrder ? 'flowchart.anyOrder' : 'flowchart.thisOrder')}
          </p>
        )}
      </div>
      <div class="callout open">
        <p>
          <strong>{tn('flowchart.openQuestions', open.length)}</strong> {open.length > 0 && open.join(', ')}
        </p>
        <p class="small muted">
          {t('flowchart.hypothesis')} <span lang="en">{note}</span>
        </p>
      </div>
    </div>
  );
}
