/**
 * Walks a flowchart. Two results, never merged: the bottleneck is the first node that says no, and only it names
 * who must act; the open questions are the unknown nodes before it. Nodes after the bottleneck are still shown,
 * as "would be". A no means "not established"; it never means that the cluster fails.
 */
import type { AnswerFlowchart, AnswerFlowchartNode } from '../model/answer.ts';
import type { Flowchart, FlowchartNode } from '../model/flowchart.ts';
import type { FlowchartFacts } from './facts.ts';
import { readNode } from './indicators.ts';
import { arrangeNodes, type Arrangement } from './order.ts';
import type { Reading } from './reading.ts';

interface FlowchartNodeResult extends AnswerFlowchartNode {
  /** What was found on the way, a line each. */
  readonly findings: readonly string[];
  /** Its part (passed, bottleneck or open question) is the same in every order of these nodes. */
  readonly inAnyOrder: boolean;
  /** Set where the node is taken from another chart or text of the paper. */
  readonly borrowed: string | null;
}

export interface FlowchartResult extends AnswerFlowchart {
  readonly nodes: readonly FlowchartNodeResult[];
  /** The bottleneck (or that there is none) is the same in every order of these nodes. */
  readonly bottleneckInAnyOrder: boolean;
}

interface Step {
  readonly node: FlowchartNode;
  readonly reading: Reading;
}

/**
 * The chart's answer for the facts of one scenario. Throws DataError for an indicator or a node that does not
 * exist.
 */
export function evaluateFlowchart(
  chart: Flowchart,
  scenario: string,
  facts: FlowchartFacts,
  arrangement: Arrangement = {},
): FlowchartResult {
  const steps = arrangeNodes(chart, arrangement).map((node) => ({
    node,
    reading: readNode(node, facts, chart),
  }));
  const at = steps.findIndex((step) => step.reading.verdict === 'no');
  const bottleneck = steps[at] ?? null;
  const before = bottleneck === null ? steps : steps.slice(0, at);
  const open = before.filter((step) => step.reading.verdict === 'unknown').map((step) => step.node.id);
  const noes = steps.filter((step) => step.reading.verdict === 'no').length;
  return {
    scenario,
    chart: chart.id,
    title: chart.title,
    bottleneck: bottleneck?.node.id ?? null,
    actors: bottleneck?.reading.onNo.actors ?? [],
    bodies: bottleneck?.reading.onNo.bodies ?? [],
    measures: bottleneck?.reading.onNo.measures ?? [],
    openQuestions: open,
    result: toResultText(steps.length, bottleneck, open.length),
    nodes: steps.map((step, index) => toNodeResult(step, bottleneck !== null && index > at, noes)),
    bottleneckInAnyOrder: noes <= 1,
  };
}

function toNodeResult({ node, reading }: Step, wouldBe: boolean, noes: number): FlowchartNodeResult {
  return {
    id: node.id,
    step: node.step,
    label: node.label,
    verdict: reading.verdict,
    attribution: reading.attribution,
    index: reading.index,
    criticalLevel: node.criticalLevel?.value ?? null,
    evidence: node.evidence,
    why: reading.why,
    wouldBe,
    findings: reading.findings,
    inAnyOrder: isInAnyOrder(reading, noes),
    borrowed: node.borrowed,
  };
}

/** A yes is passed in every order; a no always stops only if it is alone; an unknown is always open without a no. */
function isInAnyOrder(reading: Reading, noes: number): boolean {
  switch (reading.verdict) {
    case 'yes':
      return true;
    case 'no':
      return noes === 1;
    case 'unknown':
      return noes === 0;
  }
}

function toResultText(count: number, bottleneck: Step | null, open: number): string {
  const notMeasured = `${open} ${open === 1 ? 'node' : 'nodes'} not measured`;
  if (bottleneck !== null) {
    const before = open === 0 ? '' : `; before it, ${notMeasured}`;
    return `not established: the first step not met is "${bottleneck.node.label}"${before}`;
  }
  if (count === 0) return 'no steps to judge';
  if (open > 0) return `no bottleneck found; ${notMeasured}`;
  return "all steps of the paper's hypothesised sufficient condition are met";
}
