/**
 * What an indicator says of a node, and how a number becomes a verdict. Three values: unknown is kept as it is
 * and never becomes yes.
 */
import type { Attribution } from '../model/answer.ts';
import type { Flowchart, FlowchartNode, OnNo, Verdict } from '../model/flowchart.ts';
import { toAttribution } from '../condition/attribution.ts';
import type { FlowchartFacts } from './facts.ts';

export interface Reading {
  readonly verdict: Verdict;
  /** Null where the node has no number. */
  readonly index: number | null;
  /** Null where no contrast was asked for, or the node does not depend on the road. */
  readonly attribution: Attribution | null;
  /** Why, in one sentence. */
  readonly why: string;
  /** What was found on the way, a line each. */
  readonly findings: readonly string[];
  /** Who acts should this be the bottleneck. */
  readonly onNo: OnNo;
}

/** An indicator: one node of a chart, read from the facts of one scenario. */
export type Indicator = (node: FlowchartNode, facts: FlowchartFacts, chart: Flowchart) => Reading;

/**
 * The verdict of an index against a node's critical level; unknown without an index, level or comparator.
 *
 * @example
 * toLevelVerdict(0.5, '>=', 0.5); // → 'yes'
 * toLevelVerdict(null, '>=', 0.5); // → 'unknown'
 */
export function toLevelVerdict(
  index: number | null,
  comparator: FlowchartNode['comparator'],
  level: number | null,
): Verdict {
  if (index === null || Number.isNaN(index) || comparator === null || level === null) return 'unknown';
  return meets(index, comparator, level) ? 'yes' : 'no';
}

/** The verdict of a node's own comparator and level. */
export function judgeIndex(node: FlowchartNode, index: number | null): Verdict {
  return toLevelVerdict(index, node.comparator, node.criticalLevel?.value ?? null);
}

/** Attribution of two verdicts on the same node; null as soon as one of them is unknown. */
export function attributeVerdicts(without: Verdict | null, withRoad: Verdict): Attribution | null {
  if (without === null || without === 'unknown' || withRoad === 'unknown') return null;
  return toAttribution(without === 'yes', withRoad === 'yes');
}

/** A reading that rests on a number alone. */
export function readIndex(node: FlowchartNode, index: number | null, why: string): Reading {
  const verdict = judgeIndex(node, index);
  return { verdict, index, attribution: null, why, findings: [], onNo: node.onNo };
}

function meets(index: number, comparator: '>=' | '>' | '<=' | '<', level: number): boolean {
  switch (comparator) {
    case '>=':
      return index >= level;
    case '>':
      return index > level;
    case '<=':
      return index <= level;
    case '<':
      return index < level;
  }
}
