/** Charts and facts for the tests of this folder, from the few fields that matter. */
import type { Evidence, Flowchart, FlowchartNode, Verdict } from '../../src/model/flowchart.ts';
import type { FlowchartFacts, RoadFacts } from '../../src/flowchart/facts.ts';
import type { SupplierTimes } from '../../src/independence/supplier-times.ts';

const MINUTE = 60_000;
export const GROUPS = ['nissan', 'honda', 'toyota'] as const;

export function toNode(id: string, more: Partial<FlowchartNode> = {}): FlowchartNode {
  return {
    id,
    step: 'I',
    kind: 'k',
    label: `Label of ${id}`,
    labelZh: id,
    question: '?',
    indicator: 'recorded',
    comparator: null,
    criticalLevel: null,
    recorded: null,
    onNo: { actors: [], bodies: [], measures: [] },
    evidence: [],
    borrowed: null,
    ...more,
  };
}

/** A node whose verdict is recorded. */
export function toRecorded(id: string, verdict: Verdict): FlowchartNode {
  const onNo = {
    actors: ['central-government' as const],
    bodies: [`body of ${id}`],
    measures: [`mend ${id}`],
  };
  return toNode(id, { recorded: { verdict, why: `why ${id}`, source: 's' }, onNo });
}

/** A node with an index and a level that must be reached. */
export function toMeasured(id: string, indicator: string, value: number, more: Partial<FlowchartNode> = {}) {
  const criticalLevel = { value, low: value, high: value, unit: 'x', source: 's', assumed: true };
  return toNode(id, { indicator, comparator: '>=', criticalLevel, ...more });
}

export function toChart(nodes: readonly FlowchartNode[], evidence: readonly Evidence[] = []): Flowchart {
  return {
    id: 'chart',
    title: 'Chart',
    titleZh: 'Chart',
    orderNote: '',
    workingSteps: [],
    ingredients: [],
    nodes,
    evidence,
    sources: [],
  };
}

/** Minutes of the six directed pairs: nissan→honda, nissan→toyota, honda→nissan, honda→toyota, toyota→… */
export function toRoad(minutes: readonly number[], suppliers: readonly SupplierTimes[] = []): RoadFacts {
  const ends = GROUPS.flatMap((from) => GROUPS.filter((to) => to !== from).map((to) => ({ from, to })));
  const pairs = ends.map(({ from, to }, i) => {
    return { from, to, timeMs: (minutes[i] ?? Infinity) * MINUTE, fromPlant: from, toPlant: to };
  });
  return { pairs, suppliers };
}

export function toSupplierTimes(
  id: string,
  ownGroup: string | null,
  ...minutes: readonly number[]
): SupplierTimes {
  const timesMs = new Map(GROUPS.map((group, i) => [group, (minutes[i] ?? Infinity) * MINUTE]));
  return { id, site: id, timesMs, ownGroup, tier: 1, volume: null };
}

export function toFacts(road: RoadFacts, more: Partial<FlowchartFacts> = {}): FlowchartFacts {
  return {
    ...road,
    cutoffS: 3600,
    groups: GROUPS.map((id) => ({ id, name: id.toUpperCase() })),
    without: null,
    belt: { name: 'the belt', sections: [{ id: 'N', title: 'North', open: true }], loopClosed: true },
    documented: [],
    groupsProducing: [],
    placedSuppliers: 0,
    unplacedSuppliers: 0,
    ...more,
  };
}
