/** A question made ready to be drawn: its suppliers and plants as places with grades, its flowchart's nodes, its roads. */
import type { PlacedSupplier } from '../condition/population.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FlowchartNode } from '../model/flowchart.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { applyScenario } from '../scenario/apply.ts';
import type { Asked } from '../uncertainty/outcome.ts';
import { toRoads, type Roads } from '../uncertainty/trip-times.ts';
import { listCharts } from './flowcharts.ts';
import { toQuestion, type Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';

export interface DrawnQuestion {
  readonly question: Question;
  readonly asked: Asked;
  /** Base, then build; one where they are the same. */
  readonly sides: readonly {
    readonly scenario: Scenario;
    readonly role: 'base' | 'build';
    readonly roads: Roads;
  }[];
}

function checkDrawable(dataset: Dataset, { valueOfTimeCnyPerH }: AnalysisRequest): void {
  const problems = [
    ...(dataset.uncertainty === null
      ? [
          {
            file: 'uncertainty.json',
            path: '',
            expected: 'how far places and tags may be wrong',
            found: 'no such file',
            code: 'missing' as const,
          },
        ]
      : []),
    ...(valueOfTimeCnyPerH === undefined || valueOfTimeCnyPerH === null
      ? []
      : [
          {
            file: 'request',
            path: 'valueOfTimeCnyPerH',
            expected: 'none: draws minimise time alone',
            found: String(valueOfTimeCnyPerH),
            code: 'contradiction' as const,
          },
        ]),
  ];
  if (problems.length > 0) throw new DataError(problems);
}

function findNode(question: Question, indicator: string): FlowchartNode | null {
  const nodes = listCharts(question).flatMap((chart) => chart.nodes);
  return nodes.find((node) => node.indicator === indicator) ?? null;
}

/** Suppliers of the question with a site: those asked for by id, else the population. */
function listSuppliers({ population, origins }: Question): readonly PlacedSupplier[] {
  const ids = new Set(origins.map(({ id }) => id));
  return population.placed.filter(({ id }) => ids.has(id));
}

function toAsked(question: Question): Asked {
  const { dataset, setting, groups, cutoffS } = question;
  const suppliers = listSuppliers(question);
  const sites = [...new Set(suppliers.map(({ zone }) => zone))].toSorted();
  const plants = new Set(groups.flatMap((group) => group.plants));
  const places = [...dataset.zones, ...dataset.plants].filter(
    ({ id }) => plants.has(id) || sites.includes(id),
  );
  return {
    drawn: { dataset, setting, places, suppliers },
    ...{ groups, suppliers, sites, cutoffS },
    belt: findNode(question, 'belt-linked-pairs'),
    independence: findNode(question, 'independence-share'),
  };
}

/**
 * The question of a request with what draws need. Throws DataError with everything wrong in it, and where the data do
 * not say how far places and tags may be wrong.
 */
export function toDrawnQuestion(dataset: Dataset, request: AnalysisRequest): DrawnQuestion {
  checkDrawable(dataset, request);
  const question = toQuestion(dataset, { ...request, beside: null });
  const scenarios = [
    ...new Map(question.scenarios.map(({ scenario, role }) => [scenario.id, { scenario, role }])).values(),
  ];
  const sides = scenarios.map(({ scenario, role }) => ({
    scenario,
    role: role === 'base' ? ('base' as const) : ('build' as const),
    roads: toRoads(applyScenario(dataset, scenario)),
  }));
  return { question, asked: toAsked(question), sides };
}
