/** The flowcharts of the answer: the facts of each scenario, with those of the base beside, given to every chart. */
import { listGroupPairs } from '../condition/group-pairs.ts';
import { listGroupPlants } from '../condition/groups.ts';
import { evaluateFlowchart, type FlowchartResult } from '../flowchart/evaluate.ts';
import type { FlowchartFacts, RoadFacts } from '../flowchart/facts.ts';
import { toVerdictMap } from '../flowchart/verdict-map.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import type { AnswerVerdictMap } from '../model/answer.ts';
import type { Flowchart, FlowchartNode } from '../model/flowchart.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { Question } from './question.ts';
import { describeScenario } from './scenarios.ts';
import { listSupply } from './suppliers.ts';
import { listSupplierTimes, type Times } from './times.ts';

function toRoadFacts(question: Question, times: Times): RoadFacts {
  const pairs = listGroupPairs(question.groups, (from, to) => times.skim.findMs(from, to));
  return { pairs, suppliers: listSupplierTimes(question, times) };
}

function toBelt({ dataset }: Question, { scenario }: Times): FlowchartFacts['belt'] {
  const { beltSections, loopClosed } = describeScenario(dataset, { scenario, role: 'build' });
  const titles = new Map(dataset.sections.map(({ id, titleEn }) => [id, titleEn]));
  const { name, sections } = dataset.header.belt;
  return {
    name,
    sections: sections.map((id) => ({ id, title: titles.get(id) ?? id, open: beltSections.includes(id) })),
    loopClosed,
  };
}

function listProducing({ dataset: { plants, header }, plantDate }: Question): readonly string[] {
  return header.groups.map(({ id }) => id).filter((id) => listGroupPlants(plants, id, plantDate).length > 0);
}

function toFacts(question: Question, times: Times, without: RoadFacts | null): FlowchartFacts {
  const { dataset, population, cutoffS, origins } = question;
  return {
    ...toRoadFacts(question, times),
    cutoffS,
    groups: dataset.header.groups,
    without,
    belt: toBelt(question, times),
    documented: listSupply(question, times),
    groupsProducing: listProducing(question),
    placedSuppliers: origins.filter(({ kind }) => kind === 'supplier').length,
    unplacedSuppliers: population.unplaced.length,
  };
}

const INDEPENDENCE = 'independence-share';

/** A node of independence at the level asked for; every other as recorded. */
function toNode(node: FlowchartNode, value: number): FlowchartNode {
  if (node.indicator !== INDEPENDENCE) return node;
  const own = { value, low: value, high: value, unit: 'share', source: 'request', assumed: true };
  return { ...node, criticalLevel: { ...(node.criticalLevel ?? own), value } };
}

/** The charts of the data set, with the level asked for. */
function listCharts({ dataset: { flowcharts }, criticalLevel }: Question): readonly Flowchart[] {
  if (criticalLevel === null) return flowcharts;
  return flowcharts.map((chart) => ({
    ...chart,
    nodes: chart.nodes.map((node) => toNode(node, criticalLevel)),
  }));
}

/** The node of an indicator; null where no chart has one. */
export function findNode(question: Question, indicator: string): FlowchartNode | null {
  const nodes = listCharts(question).flatMap((chart) => chart.nodes);
  return nodes.find((node) => node.indicator === indicator) ?? null;
}

/**
 * Every chart in every scenario, its nodes in the order asked for; the base stands beside the others, so that a yes is an
 * effect of the road only where it was a no without.
 */
export function evaluateFlowcharts(question: Question, all: readonly Times[]): readonly FlowchartResult[] {
  const base = all.find(({ scenario }) => scenario.id === question.base.id);
  const without = base === undefined ? null : toRoadFacts(question, base);
  return all.flatMap((times) => {
    const facts = toFacts(question, times, times === base ? null : without);
    return listCharts(question).map((chart) =>
      evaluateFlowchart(chart, times.scenario.id, facts, question.arrangement[chart.id] ?? {}),
    );
  });
}

/** Level of the independence node, wherever a chart has one. */
function findLevel(question: Question): number | null {
  return findNode(question, INDEPENDENCE)?.criticalLevel?.value ?? null;
}

/** The verdict map of independence for the times of some suppliers; null where no chart asks for it. */
export function findVerdictMap(
  question: Question,
  scenario: string,
  suppliers: readonly SupplierTimes[],
): AnswerVerdictMap | null {
  const level = findLevel(question);
  if (level === null) return null;
  const ids = question.groups.map(({ group }) => group);
  const { smallestMs, ...map } = toVerdictMap(suppliers, ids, level, question.cutoffS);
  const smallestS = smallestMs === null ? null : smallestMs / MS_PER_SECOND;
  return { scenario, level, ...map, smallestS };
}

/** The verdict map of independence in every scenario; none where no chart asks for it. */
export function listVerdictMaps(question: Question, all: readonly Times[]): readonly AnswerVerdictMap[] {
  return all.flatMap(
    (times) => findVerdictMap(question, times.scenario.id, listSupplierTimes(question, times)) ?? [],
  );
}
