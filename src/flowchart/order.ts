/**
 * The nodes of a chart in the order they are walked: as recorded, reordered, or with some left out. The paper
 * does not deny other orders, so trying one is part of the question.
 */
import type { Flowchart, FlowchartNode } from '../model/flowchart.ts';
import { DataError, type Problem } from '../problems.ts';

export interface Arrangement {
  /** Ids that come first, in this order; the others follow as recorded. */
  readonly order?: readonly string[];
  readonly leaveOut?: readonly string[];
}

/** Throws DataError with the chart's ids for an id it does not have or one named twice. */
export function arrangeNodes(chart: Flowchart, arrangement: Arrangement): readonly FlowchartNode[] {
  const { order = [], leaveOut = [] } = arrangement;
  const problems = [...checkIds(chart, 'order', order), ...checkIds(chart, 'leaveOut', leaveOut)];
  if (problems.length > 0) throw new DataError(problems);
  const rank = (node: FlowchartNode): number => {
    const place = order.indexOf(node.id);
    return place === -1 ? order.length + chart.nodes.indexOf(node) : place;
  };
  return chart.nodes.filter((node) => !leaveOut.includes(node.id)).toSorted((a, b) => rank(a) - rank(b));
}

function checkIds(chart: Flowchart, path: string, ids: readonly string[]): readonly Problem[] {
  const valid = chart.nodes.map((node) => node.id);
  return ids.flatMap((id, index): readonly Problem[] => {
    const found = JSON.stringify(id);
    const at = { file: `flowchart ${chart.id}`, path: `${path}[${index}]`, found };
    if (!valid.includes(id)) return [{ ...at, expected: `one of ${valid.join(', ')}`, code: 'unknown-id' }];
    if (ids.indexOf(id) < index) return [{ ...at, expected: 'every node once', code: 'duplicate-id' }];
    return [];
  });
}
