/**
 * The whole computation as one pure function: a data set and a request in, an answer out. It composes the rooms
 * and computes nothing itself; the same request on the same data gives the same bytes.
 */
import { listAttributions } from './answer/attribution.ts';
import { listCells, listGroups } from './answer/cells.ts';
import { judgeClaims } from './answer/claims.ts';
import { listCompanions } from './answer/companions.ts';
import { evaluateFlowcharts, listVerdictMaps } from './answer/flowcharts.ts';
import { toQuestion, type Question } from './answer/question.ts';
import type { AnalysisRequest } from './answer/request.ts';
import { describeScenario } from './answer/scenarios.ts';
import { SCOPE, toEstimateSentence, toHeadline } from './answer/sentences.ts';
import { listCurve, listSupply, listSupplyTiming, measureIndependence } from './answer/suppliers.ts';
import { timeScenario, type Times } from './answer/times.ts';
import { toTimingSentence } from './condition/timing.ts';
import type { Analysis, AnswerGroup } from './model/answer.ts';
import type { Dataset } from './model/dataset.ts';

/** Times of every scenario of the question, each once. */
function timeAll(question: Question): readonly Times[] {
  const unique = new Map(question.scenarios.map(({ scenario }) => [scenario.id, scenario]));
  return [...unique.values()].map((scenario) => timeScenario(question, scenario, question.setting, true));
}

function toPopulation({ population, dataset, origins }: Question): Analysis['population'] {
  const suppliers = origins.filter(({ kind }) => kind === 'supplier');
  return {
    id: population.id,
    suppliers: population.placed.length + population.unplaced.length,
    placed: suppliers.length,
    sites: new Set(suppliers.map(({ site }) => site)).size,
    unplaced: population.unplaced.map(({ id, name }) => ({ id, name })),
    paper: dataset.header.population?.text ?? null,
  };
}

/** Sources the records of the answer rest on: those of the open links and of the places asked about. */
function listSourceIds({ dataset, origins }: Question): readonly string[] {
  const asked = new Set(origins.flatMap(({ id, site }) => [id, site]));
  const places = [...dataset.plants, ...dataset.zones, ...dataset.suppliers].filter(({ id }) =>
    asked.has(id),
  );
  return [...new Set([...dataset.links, ...places].flatMap(({ sources }) => sources))].toSorted();
}

function toSettingFields(
  question: Question,
): Pick<
  Analysis,
  'vehicleClass' | 'traffic' | 'cutoffS' | 'toleranceS' | 'valueOfTimeCnyPerH' | 'groupChoice' | 'plantDate'
> {
  const { setting, cutoffS, toleranceS, groups, dataset } = question;
  return {
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    cutoffS,
    toleranceS,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    plantDate: dataset.header.defaults.plantDate,
  };
}

/** Parts of the answer about suppliers, in each scenario. */
function toSupplierFields(
  question: Question,
  all: readonly Times[],
  build: Times,
): Pick<Analysis, 'independence' | 'curve' | 'companions' | 'documented' | 'timing'> {
  return {
    independence: all.map((times) => measureIndependence(question, times)),
    curve: all.flatMap((times) => listCurve(question, times)),
    companions: listCompanions(question, all),
    documented: listSupply(question, build),
    timing: listSupplyTiming(question, build),
  };
}

/**
 * Answers a request: times with their corners, one-hour verdicts with attribution, independence, flowcharts and
 * claims. Times in seconds, lengths in metres, tolls in CNY. Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : analyse(dataset, { base: '2006-07', build: '2010-12' }).schema; // → null
 */
export function analyse(dataset: Dataset, request: AnalysisRequest = {}): Analysis {
  const question = toQuestion(dataset, request);
  const all = timeAll(question);
  const [base, build] = [question.base, question.build].map(({ id }) =>
    all.find(({ scenario }) => scenario.id === id),
  ) as [Times, Times];
  const groupsOf = new Map(all.map((times) => [times, listGroups(question, times)]));
  const [without, withRoad] = [groupsOf.get(base) ?? [], groupsOf.get(build) ?? []];
  const attribution = listAttributions(without, withRoad);
  const population = toPopulation(question);
  const suppliers = new Set(question.origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const ofSuppliers = <T extends { readonly origin: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ origin }) => suppliers.has(origin));
  const counted = {
    attribution: ofSuppliers(attribution),
    base: ofSuppliers(without),
    build: ofSuppliers(withRoad),
  };
  const supplierFields = toSupplierFields(question, all, build);
  const cells = all.flatMap((times) => listCells(question, times));
  const { claims, ...claimSets } = judgeClaims(question, base, build);
  return {
    schema: 'beltway/analysis@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    ...toSettingFields(question),
    population,
    scenarios: question.scenarios.map((one) => describeScenario(dataset, one)),
    origins: question.origins,
    destinations: question.destinations,
    cells,
    groups: [...groupsOf.values()].flatMap((rows: readonly AnswerGroup[]) => rows),
    attribution,
    ...supplierFields,
    flowcharts: evaluateFlowcharts(question, all),
    verdictMaps: listVerdictMaps(question, all),
    claims,
    claimSets,
    sentences: {
      headline: toHeadline(question, counted, population, supplierFields.companions),
      timing: toTimingSentence(supplierFields.timing),
      estimates: toEstimateSentence(ofSuppliers(cells)),
      scope: SCOPE,
    },
    sources: listSourceIds(question),
  };
}
