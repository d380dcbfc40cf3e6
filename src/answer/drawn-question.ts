/** A question made ready to be drawn: its suppliers and plants as places with grades, its flowchart's nodes, its roads. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import type { GradedPlace } from '../uncertainty/dimensions.ts';
import type { Asked } from '../uncertainty/outcome.ts';
import { toRoads, type Roads } from '../network/road-pieces.ts';
import { listPointsInUse } from '../uncertainty/road-points.ts';
import { findNode } from './flowcharts.ts';
import { toQuestion, type Question } from './question.ts';
import { checkTimeAlone } from './request-checks.ts';
import type { AnalysisRequest } from './request.ts';
import { listTravelOrigins, listTravelSuppliers } from './travel-origins.ts';

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

function checkDrawable({ uncertainty }: Dataset, request: AnalysisRequest): void {
  const problems = [...checkTimeAlone(request, 'draws')];
  if (uncertainty === null) {
    const expected = 'how far places and tags may be wrong';
    problems.push({
      ...{ file: 'uncertainty.json', path: '', expected, found: 'no such file' },
      code: 'missing',
    });
  }
  if (problems.length > 0) throw new DataError(problems);
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
  const origins = listTravelOrigins(question, request);
  const suppliers = listTravelSuppliers(dataset, origins);
  const sites = [...new Set(origins.map(({ site }) => site))].toSorted();
  const places = listPlaces(question, new Set([...sites, ...groups.flatMap(({ plants }) => plants)]));
  return {
    drawn: { dataset, setting, states, places, points: listPointsInUse(dataset, states), suppliers },
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
