/** A flowchart's verdicts node by node, base → build, with the bottleneck, who must act and what is open. */
import type { AnswerFlowchart, AnswerFlowchartNode, Attribution } from '../../model/answer.ts';
import { heading, paragraph, type Block, type CellText, type Column } from '../block.ts';
import { toIndexText, closeSentence, toSign, toTitleText } from '../format.ts';
import type { View } from '../view.ts';

const ATTRIBUTION_WORDS: Readonly<Record<Attribution, string>> = {
  'yes-in-both': 'holds without the belt',
  'no-to-yes': 'because of the belt',
  'no-in-both': 'not with the belt either',
  'yes-to-no': 'lost with the belt',
};

interface Shown {
  /** Adds the reason of each verdict. */
  readonly why?: boolean;
  /** One chart; null = every chart of the answer. */
  readonly chart?: string | null;
}

/** Charts of the answer, the build scenario of each beside its base scenario. */
export function toFlowchartBlocks(
  view: View,
  { why = false, chart: only = null }: Shown = {},
): readonly Block[] {
  const charts = [...new Set(view.analysis.flowcharts.map(({ chart }) => chart))];
  const shown = charts.filter((chart) => only === null || chart === only);
  return shown.flatMap((chart) => {
    const find = (id: string): AnswerFlowchart | undefined =>
      view.analysis.flowcharts.find((one) => one.chart === chart && one.scenario === id);
    const build = find(view.build.id) ?? find(view.base.id);
    return build === undefined ? [] : toChartBlocks(build, find(view.base.id) ?? build, why);
  });
}

const COLUMNS: readonly Column[] = [
  { title: 'step', align: 'left' },
  { title: 'node', align: 'left', least: 16 },
  { title: 'base → build', align: 'left' },
  { title: 'index', align: 'right' },
  { title: 'level', align: 'right' },
  { title: 'the belt’s part', align: 'left' },
];

function toChartBlocks(build: AnswerFlowchart, base: AnswerFlowchart, why: boolean): readonly Block[] {
  const rows = build.nodes.map((node) => ({
    cells: toCells(node, base.nodes.find(({ id }) => id === node.id) ?? node),
    ...(why ? { under: toWhy(node) } : {}),
  }));
  return [
    heading(`Flowchart: ${build.title}`),
    { kind: 'table', columns: COLUMNS, rows },
    ...toOutcome(build),
  ];
}

function toWhy({ why, findings, evidence, borrowed }: AnswerFlowchartNode): string {
  const parts = [why, ...findings];
  if (borrowed !== null) parts.push(`Taken from ${borrowed}.`);
  if (evidence.length > 0) parts.push(`Evidence: ${evidence.join(', ')}.`);
  return parts.join(' ');
}

function toCells(node: AnswerFlowchartNode, base: AnswerFlowchartNode): readonly CellText[] {
  const { tone } = toSign(node.verdict);
  return [
    node.step,
    node.label,
    { text: `${toVerdict(base)} → ${toVerdict(node)}`, tone },
    toIndexText(node.index),
    toIndexText(node.criticalLevel),
    node.attribution === null ? '' : ATTRIBUTION_WORDS[node.attribution],
  ];
}

function toVerdict({ verdict, wouldBe }: AnswerFlowchartNode): string {
  const word = `${toSign(verdict).sign} ${verdict}`;
  return wouldBe ? `(${word})` : word;
}

function toOutcome({
  bottleneck,
  actors,
  bodies,
  measures,
  openQuestions,
  result,
  nodes,
  bottleneckInAnyOrder,
}: AnswerFlowchart): readonly Block[] {
  const label = (id: string): string => nodes.find((node) => node.id === id)?.label ?? id;
  const lines = [closeSentence(result)];
  if (bottleneck !== null) {
    lines.push(
      `Bottleneck: ${label(bottleneck)}. Who must act: ${actors.map(toActor).join(', ')}${toList(bodies)}.`,
    );
    if (measures.length > 0) lines.push(closeSentence(`Measures: ${measures.join('; ')}`));
  }
  if (openQuestions.length > 0) lines.push(`Open before it: ${openQuestions.map(label).join(', ')}.`);
  if (bottleneck !== null && bottleneckInAnyOrder)
    lines.push('In any order of the nodes it would be the same.');
  if (nodes.some(({ wouldBe }) => wouldBe)) lines.push('In brackets: what a later node would be.');
  return lines.map((line) => paragraph(line));
}

function toActor(actor: string): string {
  return toTitleText(actor.replaceAll('-', ' '));
}

function toList(bodies: readonly string[]): string {
  return bodies.length === 0 ? '' : ` (${bodies.join(', ')})`;
}
