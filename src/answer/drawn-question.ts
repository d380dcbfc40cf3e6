/** A question made ready to be drawn: its suppliers and plants as places with grades, its flowchart's nodes, its roads. */
import type { PlacedSupplier } from '../condition/population.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FlowchartNode } from '../model/flowchart.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import type { GradedPlace } from '../uncertainty/dimensions.ts';
import type { Asked } from '../uncertainty/outcome.ts';
import { toRoads, type Roads } from '../network/road-pieces.ts';
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

/** A clock in place of a traffic state, where a request has one. */
interface Clock {
  readonly departS?: number | undefined;
  readonly arriveByS?: number | undefined;
}

function checkDrawable(
  { uncertainty }: Dataset,
  { valueOfTimeCnyPerH, departS, arriveByS }: AnalysisRequest & Clock,
): void {
  const problems: Problem[] = [];
  const refuse = (path: string, value: number | null | undefined, expected: string): void => {
    if (value === undefined || value === null) return;
    problems.push({ file: 'request', path, expected, found: String(value), code: 'contradiction' });
  };
  if (uncertainty === null) {
    const expected = 'how far places and tags may be wrong';
    problems.push({
      ...{ file: 'uncertainty.json', path: '', expected, found: 'no such file' },
      code: 'missing',
    });
  }
  refuse('valueOfTimeCnyPerH', valueOfTimeCnyPerH, 'none: draws minimise time alone');
  for (const [path, clock] of Object.entries({ departS, arriveByS }))
    refuse(path, clock, 'no clock: draws are of a traffic state');
  if (problems.length > 0) throw new DataError(problems);
}

function findNode(question: Question, indicator: string): FlowchartNode | null {
  const nodes = listCharts(question).flatMap((chart) => chart.nodes);
  return nodes.find((node) => node.indicator === indicator) ?? null;
}

/** Places trips begin at: those asked for, else the suppliers of the population. */
function listOrigins({ origins }: Question, request: AnalysisRequest): readonly AnswerOrigin[] {
  return request.origins === undefined ? origins.filter(({ kind }) => kind === 'supplier') : origins;
}

/** Suppliers among the origins, whose shares are counted. */
function listSuppliers({ suppliers }: Dataset, origins: readonly AnswerOrigin[]): readonly PlacedSupplier[] {
  const records = new Map(suppliers.map((supplier) => [supplier.id, supplier]));
  return origins.flatMap(({ id, kind, site: zone }) => {
    const record = records.get(id);
    return kind === 'supplier' && record !== undefined ? [{ ...record, zone }] : [];
  });
}

/** Sites and plants with how well each place is known. */
function listPlaces({ dataset, sites, targets }: Question, ids: ReadonlySet<string>): readonly GradedPlace[] {
  const known = new Map([...dataset.zones, ...dataset.plants].map((place) => [place.id, place]));
  const places = new Map([...sites, ...targets].map((place) => [place.id, place]));
  return [...places.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ id, at }) => ({ id, at, name: known.get(id)?.name ?? id, grade: known.get(id)?.grade ?? null }));
}

function toAsked(question: Question, request: AnalysisRequest, states: readonly RoadState[]): Asked {
  const { dataset, setting, groups, cutoffS } = question;
  const origins = listOrigins(question, request);
  const suppliers = listSuppliers(dataset, origins);
  const sites = [...new Set(origins.map(({ site }) => site))].toSorted();
  const places = listPlaces(question, new Set([...sites, ...groups.flatMap(({ plants }) => plants)]));
  return {
    drawn: { dataset, setting, states, places, suppliers },
    ...{ groups, origins, suppliers, sites, cutoffS },
    isNamed: request.origins !== undefined,
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
    roads: toRoads(applyScenario(question.dataset, scenario)),
  }));
  const states = sides.map(({ roads }) => roads.state);
  return { question, asked: toAsked(question, request, states), sides };
}
