/** The flowcharts of the answer: the facts of each scenario, with those of the base beside, given to every chart. */
import { listGroupPairs } from '../condition/group-pairs.ts';
import { listGroupPlants } from '../condition/groups.ts';
import { evaluateFlowchart, type FlowchartResult } from '../flowchart/evaluate.ts';
import type { FlowchartFacts, RoadFacts } from '../flowchart/facts.ts';
import type { Arrangement } from '../flowchart/order.ts';
import { toVerdictMap } from '../flowchart/verdict-map.ts';
import type { AnswerVerdictMap } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { Question } from './question.ts';
import { describeScenario } from './scenarios.ts';
import { listSupply } from './suppliers.ts';
import { listSupplierTimes, type Times } from './times.ts';

function toRoadFacts(question: Question, times: Times): RoadFacts {
  const pairs = listGroupPairs(question.groups, (from, to) => times.skim.find(from, to).timeMs);
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

function listProducing({ plants, header }: Dataset): readonly string[] {
  const { plantDate } = header.defaults;
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
    groupsProducing: listProducing(dataset),
    placedSuppliers: origins.filter(({ kind }) => kind === 'supplier').length,
    unplacedSuppliers: population.unplaced.length,
  };
}

/**
 * Every chart (or the one named) in every scenario; the base stands beside the others, so that a yes is an
 * effect of the road only where it was a no without.
 */
export function evaluateFlowcharts(
  question: Question,
  all: readonly Times[],
  arrangement: Arrangement = {},
  chart: string | null = null,
): readonly FlowchartResult[] {
  const base = all.find(({ scenario }) => scenario.id === question.base.id);
  const without = base === undefined ? null : toRoadFacts(question, base);
  return all.flatMap((times) => {
    const facts = toFacts(question, times, times === base ? null : without);
    return question.dataset.flowcharts
      .filter(({ id }) => chart === null || id === chart)
      .map((one) => evaluateFlowchart(one, times.scenario.id, facts, arrangement));
  });
}

/** Level of the independence node, wherever a chart has one. */
function findLevel({ dataset }: Question): number | null {
  const nodes = dataset.flowcharts.flatMap((chart) => chart.nodes);
  return nodes.find(({ indicator }) => indicator === 'independence-share')?.criticalLevel?.value ?? null;
}

/** The verdict map of independence in every scenario; none where no chart asks for it. */
export function listVerdictMaps(question: Question, all: readonly Times[]): readonly AnswerVerdictMap[] {
  const level = findLevel(question);
  if (level === null) return [];
  const ids = question.groups.map(({ group }) => group);
  return all.map((times) => {
    const suppliers = listSupplierTimes(question, times);
    const { smallestMs, ...map } = toVerdictMap(suppliers, ids, level, question.cutoffS);
    const smallestS = smallestMs === null ? null : smallestMs / MS_PER_SECOND;
    return { scenario: times.scenario.id, level, ...map, smallestS };
  });
}
