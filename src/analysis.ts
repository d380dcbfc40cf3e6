/**
 * The whole computation as one pure function: a data set and a request in, an answer out. It composes the rooms
 * and computes nothing itself; the same request on the same data gives the same bytes.
 */
import { listAttributions } from './answer/attribution.ts';
import { listCells, listGroups } from './answer/cells.ts';
import { judgeClaims } from './answer/claims.ts';
import { listCompanions, listSlowest } from './answer/companions.ts';
import { evaluateFlowcharts, listVerdictMaps } from './answer/flowcharts.ts';
import { createMemory, keep, type Memory } from './answer/memory.ts';
import { toQuestion, type Question } from './answer/question.ts';
import type { AnalysisRequest } from './answer/request.ts';
import { describeScenario } from './answer/scenarios.ts';
import { SCOPE, toEstimateSentence, toHeadline, type Counted } from './answer/sentences.ts';
import {
  listCurve,
  listSupply,
  listSupplyTiming,
  measureIndependence,
  measureQuickly,
} from './answer/suppliers.ts';
import { timeScenario, type Times } from './answer/times.ts';
import { toAnswerClock } from './answer/answer-clock.ts';
import { countReliable } from './answer/reliability.ts';
import { toTimingSentence } from './condition/timing.ts';
import type {
  Analysis,
  AnswerCell,
  AnswerCompanion,
  AnswerCurvePoint,
  AnswerIndependence,
} from './model/answer.ts';
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
function listSourceIds(question: Question): readonly string[] {
  return keep(question.store, 'sources', [question.origins], () => readSourceIds(question));
}

function readSourceIds({ dataset, origins }: Question): readonly string[] {
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
  'vehicleClass' | 'traffic' | 'clock' | 'cutoffS' | 'toleranceS' | 'valueOfTimeCnyPerH' | 'groupChoice' | 'plantDate'
> {
  const { setting, cutoffS, toleranceS, groups, plantDate } = question;
  return {
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    clock: toAnswerClock(setting),
    cutoffS,
    toleranceS,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    plantDate,
  };
}

/** Times of a question with the verdicts of base and build: what every part of an answer begins with. */
interface Timed {
  readonly question: Question;
  readonly all: readonly Times[];
  readonly base: Times;
  readonly build: Times;
}

function timeQuestion(question: Question): Timed {
  const all = timeAll(question);
  const [base, build] = [question.base, question.build].map(({ id }) =>
    all.find(({ scenario }) => scenario.id === id),
  ) as [Times, Times];
  return { question, all, base, build };
}

type Verdicts = Pick<Analysis, 'groups' | 'attribution'> & { readonly counted: Counted };

function listVerdicts({ question, all, base, build }: Timed): Verdicts {
  const groupsOf = new Map(all.map((times) => [times, listGroups(question, times)]));
  const [without, withRoad] = [groupsOf.get(base) ?? [], groupsOf.get(build) ?? []];
  const attribution = listAttributions(without, withRoad);
  const counted = {
    attribution: ofSuppliers(question, attribution),
    base: ofSuppliers(question, without),
    build: ofSuppliers(question, withRoad),
  };
  return { groups: [...groupsOf.values()].flat(), attribution, counted };
}

/** Rows whose origin is a supplier: plants and zones are asked about, not counted. */
function ofSuppliers<T extends { readonly origin: string }>(
  { origins }: Question,
  rows: readonly T[],
): readonly T[] {
  const suppliers = new Set(origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  return rows.filter(({ origin }) => suppliers.has(origin));
}

/** Cells of every scenario, one array as long as the times are the same. */
function listAllCells({ question, all }: Timed): readonly AnswerCell[] {
  const parts = all.map((times) => listCells(question, times));
  return keep(question.store, 'all-cells', parts, () => parts.flat());
}

function listAllCurves({ question, all }: Timed): readonly AnswerCurvePoint[] {
  const parts = all.map((times) => listCurve(question, times));
  return keep(question.store, 'all-curves', parts, () => parts.flat());
}

function toSentences(
  { question }: Timed,
  { counted }: Verdicts,
  parts: Pick<Analysis, 'population' | 'companions' | 'cells' | 'timing'>,
): Analysis['sentences'] {
  const { cells, timing } = parts;
  return {
    headline: toHeadline(question, counted, parts.population, parts.companions),
    timing: toTimingSentence(timing),
    estimates: keep(question.store, 'estimates', [question.origins, cells], () =>
      toEstimateSentence(ofSuppliers(question, cells)),
    ),
    scope: SCOPE,
  };
}

type Asked = ReturnType<typeof toSettingFields> &
  Pick<Analysis, 'data' | 'population' | 'scenarios' | 'origins' | 'destinations'>;

/** What was asked, and of whom. */
function toAskedFields(question: Question): Asked {
  const { dataset } = question;
  return {
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    ...toSettingFields(question),
    population: toPopulation(question),
    scenarios: question.scenarios.map((one) => describeScenario(dataset, one)),
    origins: question.origins,
    destinations: question.destinations,
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
  const question = toQuestion(dataset, request, createMemory());
  const timed = timeQuestion(question);
  const { all, base, build } = timed;
  const asked = toAskedFields(question);
  const verdicts = listVerdicts(timed);
  const cells = listAllCells(timed);
  const companions = listCompanions(question, all);
  const timing = listSupplyTiming(question, build);
  const { claims, ...claimSets } = judgeClaims(question, base, build);
  return {
    schema: 'beltway/analysis@1',
    ...asked,
    cells,
    groups: verdicts.groups,
    attribution: verdicts.attribution,
    independence: all.map((times) => measureIndependence(question, times)),
    curve: listAllCurves(timed),
    companions,
    reliability: countReliable(question, all),
    documented: listSupply(question, build),
    timing,
    flowcharts: evaluateFlowcharts(question, all),
    verdictMaps: listVerdictMaps(question, all),
    claims,
    claimSets,
    sentences: toSentences(timed, verdicts, { population: asked.population, companions, cells, timing }),
    sources: listSourceIds(question),
  };
}

/** The answer without what takes longest: claims, closing roads one by one, and most companions. */
export interface QuickAnalysis extends Omit<
  Analysis,
  'schema' | 'independence' | 'companions' | 'reliability' | 'claims' | 'claimSets'
> {
  readonly independence: readonly Omit<AnswerIndependence, 'robustMin'>[];
  /** Base and build in the slowest traffic for the same vehicle; empty where that is the question's own. */
  readonly slowest: readonly AnswerCompanion[];
}

/**
 * The answer to a request in a few milliseconds, for one that is changed again and again: equal to `analyse` in
 * every field they share. The memory keeps times between questions; a list that a change did not touch (cells and
 * curve, where only the cutoff changed) is the same array as before. Throws DataError as `analyse` does.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : analyseQuick(dataset, { cutoffS: 2700 }, createMemory()).slowest; // → null
 */
export function analyseQuick(dataset: Dataset, request: AnalysisRequest, memory: Memory): QuickAnalysis {
  const question = toQuestion(dataset, request, memory);
  const timed = timeQuestion(question);
  const { all, build } = timed;
  const asked = toAskedFields(question);
  const verdicts = listVerdicts(timed);
  const cells = listAllCells(timed);
  const slowest = listSlowest(question);
  const timing = listSupplyTiming(question, build);
  const { population } = asked;
  return {
    ...asked,
    cells,
    groups: verdicts.groups,
    attribution: verdicts.attribution,
    independence: all.map((times) => measureQuickly(question, times)),
    curve: listAllCurves(timed),
    slowest,
    documented: listSupply(question, build),
    timing,
    flowcharts: evaluateFlowcharts(question, all),
    verdictMaps: listVerdictMaps(question, all),
    sentences: toSentences(timed, verdicts, { population, companions: slowest, cells, timing }),
    sources: listSourceIds(question),
  };
}
