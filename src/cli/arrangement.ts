/** Level and order of the flowcharts as options of a comparison, which answers every chart: each names its chart. */
import { InvalidArgumentError, type Command } from 'commander';
import type { AnalysisRequest } from '../index.ts';
import { readShare } from './values.ts';

/** Node ids by chart id. */
type NodesByChart = Readonly<Record<string, readonly string[]>>;

export interface ArrangementOptions {
  readonly level?: number;
  readonly order?: NodesByChart;
  readonly leaveOut?: NodesByChart;
}

const NODES = /^([^=,]+)=([^=,]+(?:,[^=,]+)*)$/;

/** `CHART=NODE,NODE`, repeatable; a chart named again replaces what was said of it. */
function readNodes(text: string, before: NodesByChart | undefined): NodesByChart {
  const [, chart, nodes] = NODES.exec(text) ?? [];
  if (chart === undefined || nodes === undefined) {
    throw new InvalidArgumentError('CHART=NODE,NODE expected, e.g. automobile=independence,belt.');
  }
  return { ...before, [chart]: nodes.split(',').map((id) => id.trim()) };
}

/** `--level`, `--order`, `--leave-out`. */
export function addArrangementOptions(command: Command): Command {
  return command
    .option('--level <share>', 'critical level of independence, 0 to 1 (the paper gives none)', readShare)
    .option('--order <chart=nodes>', 'nodes of a flowchart that come first; repeatable', readNodes)
    .option('--leave-out <chart=nodes>', 'nodes of a flowchart that do not count; repeatable', readNodes);
}

/** What the options add to a request. */
export function toArrangementRequest({
  level,
  order = {},
  leaveOut = {},
}: ArrangementOptions): AnalysisRequest {
  const charts = [...new Set([...Object.keys(order), ...Object.keys(leaveOut)])];
  const entries = charts.map((chart) => {
    return [chart, { order: order[chart] ?? [], leaveOut: leaveOut[chart] ?? [] }] as const;
  });
  return { criticalLevel: level, arrangement: Object.fromEntries(entries) };
}
