/** A question made ready for closing roads: whose trips, in which scenario, and the one network they are searched in. */
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { VALUE_MEASURES, type ValueHead, type ValueMeasure } from '../model/value.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario, type RoadState } from '../scenario/apply.ts';
import { findScenario } from '../scenario/find.ts';
import { createClosings, type Closings } from '../value/closings.ts';
import { countTravellers, type Travel } from '../value/measures.ts';
import { toQuestion, type Question } from './question.ts';
import { checkTimeAlone, collect } from './request-checks.ts';
import type { AnalysisRequest } from './request.ts';
import { listTravelOrigins, listTravelSuppliers } from './travel-origins.ts';

/** What may be asked of the value of roads: `build` is the scenario that they are taken from. */
export interface ValueRequest extends Omit<AnalysisRequest, 'base' | 'beside'> {
  /** CriticalityDocument is in the order of its loss (default minutes); of sections only this one is given (default all). */
  readonly measure?: ValueMeasure | undefined;
}

export interface ValueQuestion {
  readonly question: Question;
  readonly scenario: Scenario;
  readonly travel: Travel;
  readonly closings: Closings;
}

function checkMeasure({ measure }: ValueRequest): readonly Problem[] {
  if (measure === undefined || VALUE_MEASURES.includes(measure)) return [];
  const expected = `one of ${VALUE_MEASURES.join(', ')}`;
  return [{ file: 'request', path: 'measure', expected, found: JSON.stringify(measure), code: 'unknown-id' }];
}

function toTravel(question: Question, request: AnalysisRequest): Travel {
  const { dataset, groups, cutoffS, toleranceS } = question;
  const origins = listTravelOrigins(question, request);
  const records = new Map(listTravelSuppliers(dataset, origins).map((record) => [record.id, record]));
  const travellers = origins.map(({ id, site }) => {
    const record = records.get(id);
    const { keiretsu = null, tier = 1, volume = null } = record ?? {};
    return { id, site, ownGroup: keiretsu, tier, volume, isSupplier: record !== undefined };
  });
  const sites = [...new Set(origins.map(({ site }) => site))].toSorted();
  return { travellers, sites, groups, cutoffS, toleranceS };
}

/** What else a question of this kind needs. */
interface Needs {
  /** Trips between the groups' plants too. */
  readonly amongPlants?: boolean;
  /** What more is wrong in the request; null = its scenario is not known. */
  readonly check?: (state: RoadState | null) => readonly Problem[];
}

/**
 * The question of a request, its network searched once. Throws DataError with everything wrong in the request.
 */
export function toValueQuestion(
  dataset: Dataset,
  request: ValueRequest,
  { amongPlants = false, check = () => [] }: Needs = {},
): ValueQuestion {
  const wrong = [...checkTimeAlone(request, 'closed roads'), ...checkMeasure(request)];
  const build = request.build ?? dataset.header.defaults.build;
  const state = collect([], () => applyScenario(dataset, findScenario(dataset, build, request.scenarios)));
  wrong.push(...check(state));
  // A scenario that is not known is told once.
  const base = state === null ? undefined : build;
  const question = collect(wrong, () => toQuestion(dataset, { ...request, base, build, beside: null }));
  if (question === null || wrong.length > 0) throw new DataError(wrong);
  const travel = toTravel(question, request);
  const { setting, sites, targets, build: scenario } = question;
  const plants = new Set(travel.groups.flatMap((group) => group.plants));
  const destinations = targets.filter(({ id }) => plants.has(id));
  const begins = new Set(amongPlants ? [...travel.sites, ...plants] : travel.sites);
  const origins = [...sites, ...targets].filter(({ id }) => begins.has(id));
  const closings = createClosings(applyScenario(question.dataset, scenario), setting, origins, destinations);
  return { question, scenario, travel, closings };
}

/** What every answer about the value of roads begins with. */
export function toValueHead({ question, scenario, travel }: ValueQuestion): ValueHead {
  const { dataset, setting, groups, cutoffS, toleranceS } = question;
  const { header, digest } = dataset;
  const origins = countTravellers(travel).reduce((sum, count) => sum + count, 0);
  return {
    data: { id: header.id, title: header.title, digest },
    scenario: { id: scenario.id, title: scenario.title, date: scenario.date },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    ...{ cutoffS, toleranceS },
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    travellers: travel.travellers.every(({ isSupplier }) => isSupplier) ? 'suppliers' : 'places',
    ...{ origins, sites: travel.sites.length, pairs: origins * groups.length },
  };
}
