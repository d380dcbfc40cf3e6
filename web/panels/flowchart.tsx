/**
 * The policy flowcharts: the chain of steps as a drawing, the bottleneck with who must act, the open questions
 * apart from it, and the verdict map of independence. Verdicts come from the answer; nothing is judged here.
 */
import { useState } from 'preact/hooks';
import type { AnswerFlowchart, Dataset } from '../../src/index.ts';
import { dataset, isWaiting, roles, shownAnswer } from '../state/answers.ts';
import { look, show } from '../state/look.ts';
import { spoken, t } from '../words/index.ts';
import { FlowchartDrawing } from './flowchart-drawing.tsx';
import { FlowchartNodePanel } from './flowchart-node.tsx';
import { FlowchartResult, FlowchartSummary } from './flowchart-result.tsx';
import { VerdictMaps } from './verdict-map.tsx';

function ChartTabs({ data }: { readonly data: Dataset }) {
  const chinese = spoken.value?.language === 'zh';
  return (
    <div class="flowchart-tabs" role="group" aria-label={t('flowchart.charts')}>
      {data.flowcharts.map(({ id, title, titleZh }) => (
        <button
          key={id}
          type="button"
          aria-pressed={look.value.chart === id}
          onClick={() => show({ chart: id, node: null })}
        >
          {chinese ? titleZh : t(`flowchart.title.${id}` as 'flowchart.title.automobile', { title })}
        </button>
      ))}
    </div>
  );
}

/** Which scenario the drawing shows; the result below names both. */
function ScenarioTabs() {
  const { shown } = look.value;
  return (
    <div class="flowchart-tabs" role="group" aria-label={t('flowchart.scenario')}>
      {(['base', 'build'] as const).map((role) => (
        <button key={role} type="button" aria-pressed={shown === role} onClick={() => show({ shown: role })}>
          {t(`flowchart.${role}`)}
        </button>
      ))}
    </div>
  );
}

/** The charts of base and build, or null while there is no answer. */
function findCharts(): { readonly base: AnswerFlowchart; readonly build: AnswerFlowchart } | null {
  const charts = shownAnswer.value?.flowcharts ?? [];
  const ids = roles.value;
  const find = (scenario: string | undefined): AnswerFlowchart | undefined =>
    charts.find((one) => one.scenario === scenario && one.chart === look.value.chart);
  const [base, build] = [find(ids?.base), find(ids?.build)];
  return base === undefined || build === undefined ? null : { base, build };
}

export function FlowchartPanel() {
  const charts = findCharts();
  const data = dataset.value;
  const [wide, setWide] = useState(false);
  if (charts === null || data === null) return null;
  const { shown, chart, node } = look.value;
  const drawn = charts[shown];
  const known = drawn.nodes.some(({ id }) => id === node);
  return (
    <div class="flowchart" data-wide={wide} aria-busy={isWaiting}>
      <div class="flowchart-head">
        <h2>{t('flowchart.heading')}</h2>
        <ChartTabs data={data} />
        <ScenarioTabs />
        <FlowchartSummary charts={charts} />
        <button type="button" aria-expanded={wide} onClick={() => setWide(!wide)}>
          {t(wide ? 'flowchart.less' : 'flowchart.more')}
        </button>
      </div>
      <FlowchartDrawing chart={drawn} />
      {node !== null && known && <FlowchartNodePanel chart={drawn} id={node} data={data} />}
      <div class="flowchart-body">
        <FlowchartResult charts={charts} data={data} />
        {chart === 'automobile' && <VerdictMaps />}
      </div>
    </div>
  );
}
