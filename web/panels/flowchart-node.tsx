/** One node opened: its index and critical level, what was found, the evidence, and its place in the order. */
import type { AnswerFlowchart, AnswerFlowchartNode, Dataset } from '../../src/index.ts';
import { change, choice } from '../state/choice.ts';
import { show } from '../state/look.ts';
import { number } from '../words/format.ts';
import { t } from '../words/index.ts';
import { findNode, labelOf } from './flowchart-words.ts';
import { MARKS } from './flowchart-drawing.tsx';

interface Props {
  readonly chart: AnswerFlowchart;
  readonly id: string;
  readonly data: Dataset;
}

/** Moves a node by one place, or leaves it out; everything at once is undone by reset. */
function arrange(chart: AnswerFlowchart, id: string, by: -1 | 1): void {
  const order = chart.nodes.map((node) => node.id);
  const from = order.indexOf(id);
  const to = Math.min(Math.max(from + by, 0), order.length - 1);
  order.splice(from, 1);
  order.splice(to, 0, id);
  const { arrangement } = choice.value;
  const out = arrangement[chart.chart]?.leaveOut ?? [];
  change({ arrangement: { ...arrangement, [chart.chart]: { order, leaveOut: out } } });
}

function leaveOut(chart: AnswerFlowchart, id: string): void {
  const { arrangement } = choice.value;
  const { order = [], leaveOut: out = [] } = arrangement[chart.chart] ?? {};
  const rest = order.filter((one) => one !== id);
  change({ arrangement: { ...arrangement, [chart.chart]: { order: rest, leaveOut: [...out, id] } } });
  show({ node: null });
}

/** Back to the order and the nodes of the data. */
function resetArrangement(chart: string): void {
  const rest = Object.entries(choice.value.arrangement).filter(([id]) => id !== chart);
  change({ arrangement: Object.fromEntries(rest) });
}

function Index({
  node,
  chart,
  data,
}: {
  readonly node: AnswerFlowchartNode;
  readonly chart: string;
  readonly data: Dataset;
}) {
  const record = findNode(data, chart, node.id);
  if (node.index === null || record === undefined) return <p>{t('flowchart.noIndex')}</p>;
  const level = record.criticalLevel;
  return (
    <p>
      {t('flowchart.index', {
        index: number(node.index, 3),
        comparator: record.comparator ?? '',
        level: number(node.criticalLevel, 3),
      })}{' '}
      {level !== null && (
        <span class="muted">
          <span lang="en">{level.unit}</span> ·{' '}
          {t(level.assumed ? 'flowchart.levelAssumed' : 'flowchart.levelSourced')}{' '}
          {t('flowchart.levelRange', { low: number(level.low, 2), high: number(level.high, 2) })}
        </span>
      )}
    </p>
  );
}

function Evidence({
  node,
  chart,
  data,
}: {
  readonly node: AnswerFlowchartNode;
  readonly chart: string;
  readonly data: Dataset;
}) {
  const records = data.flowcharts.find(({ id }) => id === chart)?.evidence ?? [];
  const evidence = node.evidence.flatMap((id) => records.find((one) => one.id === id) ?? []);
  if (evidence.length === 0) return <p class="muted">{t('flowchart.noEvidence')}</p>;
  return (
    <ul class="flowchart-evidence" lang="en">
      {evidence.map(({ id, text, source, locator }) => (
        <li key={id}>
          {text} <span class="muted">{`(${source}${locator === '' ? '' : `, ${locator}`})`}</span>
        </li>
      ))}
    </ul>
  );
}

function Moves({ chart, node }: { readonly chart: AnswerFlowchart; readonly node: AnswerFlowchartNode }) {
  const at = chart.nodes.indexOf(node);
  const arranged = Object.hasOwn(choice.value.arrangement, chart.chart);
  return (
    <div class="flowchart-moves">
      <button type="button" disabled={at === 0} onClick={() => arrange(chart, node.id, -1)}>
        {t('flowchart.earlier')}
      </button>
      <button
        type="button"
        disabled={at === chart.nodes.length - 1}
        onClick={() => arrange(chart, node.id, 1)}
      >
        {t('flowchart.later')}
      </button>
      <button type="button" disabled={chart.nodes.length < 2} onClick={() => leaveOut(chart, node.id)}>
        {t('flowchart.leaveOut')}
      </button>
      <button type="button" disabled={!arranged} onClick={() => resetArrangement(chart.chart)}>
        {t('flowchart.resetOrder')}
      </button>
      <span class="small muted">
        {t(node.inAnyOrder ? 'flowchart.nodeAnyOrder' : 'flowchart.nodeThisOrder')}
      </span>
    </div>
  );
}

export function FlowchartNodePanel({ chart, id, data }: Props) {
  const node = chart.nodes.find((one) => one.id === id);
  if (node === undefined) return null;
  const question = findNode(data, chart.chart, id)?.question;
  return (
    <section class="flowchart-node" aria-label={labelOf(chart.chart, node)}>
      <div class="flowchart-node-head">
        <h3>
          <span aria-hidden="true">{MARKS[node.verdict]}</span> {labelOf(chart.chart, node)}:{' '}
          {t(`flowchart.verdict.${node.verdict}`)}
        </h3>
        <button type="button" onClick={() => show({ node: null })}>
          {t('flowchart.close')}
        </button>
      </div>
      <p lang="en" class="muted">
        {question}
      </p>
      <Index node={node} chart={chart.chart} data={data} />
      {node.attribution !== null && <p>{t(`flowchart.attribution.${node.attribution}`)}</p>}
      <p lang="en">{node.why}</p>
      {node.findings.length > 0 && (
        <ul lang="en">
          {node.findings.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {node.borrowed !== null && (
        <p class="small muted">{t('flowchart.borrowed', { from: node.borrowed })}</p>
      )}
      <h4>{t('flowchart.evidence')}</h4>
      <Evidence node={node} chart={chart.chart} data={data} />
      <Moves chart={chart} node={node} />
    </section>
  );
}
