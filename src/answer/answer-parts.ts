/**
 * The parts that the whole and the quick answer share: what was asked, times, verdicts, cells, curves, sentences. The
 * quick one is loaded before anything else on a page, so that nothing it does not need may stand here.
 */
import { toTimingSentence } from '../condition/timing.ts';
import type { Analysis, AnswerCell, AnswerCurvePoint } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import { toAnswerClock } from './answer-clock.ts';
import { listAttributions } from './attribution.ts';
import { listCells, listGroups } from './cells.ts';
import { keep } from './memory.ts';
import type { Question } from './question.ts';
import { describeScenario } from './scenarios.ts';
import { SCOPE, toEstimateSentence, toHeadline, type Counted } from './sentences.ts';
import { listCurve } from './suppliers.ts';
import { timeScenario, type Times } from './times.ts';

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
export function listSourceIds(question: Question): readonly string[] {
  return keep(question.store, 'sources', [question.origins], () => readSourceIds(question));
}

/** By links, which data sets share that differ in places alone. */
const LINK_SOURCES = new WeakMap<Dataset['links'], readonly string[]>();

function listLinkSources({ links }: Dataset): readonly string[] {
  const ids = LINK_SOURCES.get(links) ?? [...new Set(links.flatMap(({ sources }) => sources))];
  LINK_SOURCES.set(links, ids);
  return ids;
}

function readSourceIds({ dataset, origins }: Question): readonly string[] {
  const asked = new Set(origins.flatMap(({ id, site }) => [id, site]));
  const places = [...dataset.plants, ...dataset.zones, ...dataset.suppliers].filter(({ id }) =>
    asked.has(id),
  );
  const ofPlaces = places.flatMap(({ sources }) => sources);
  return [...new Set([...listLinkSources(dataset), ...ofPlaces])].toSorted();
}

function toSettingFields(
  question: Question,
): Pick<
  Analysis,
  | 'vehicleClass'
  | 'traffic'
  | 'clock'
  | 'cutoffS'
  | 'toleranceS'
  | 'valueOfTimeCnyPerH'
  | 'groupChoice'
  | 'plantDate'
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
export interface Timed {
  readonly question: Question;
  readonly all: readonly Times[];
  readonly base: Times;
  readonly build: Times;
}

/** Times of all its scenarios, base and build picked out. */
export function timeQuestion(question: Question): Timed {
  const all = timeAll(question);
  const [base, build] = [question.base, question.build].map(({ id }) =>
    all.find(({ scenario }) => scenario.id === id),
  ) as [Times, Times];
  return { question, all, base, build };
}

type Verdicts = Pick<Analysis, 'groups' | 'attribution'> & { readonly counted: Counted };

/** Group verdicts with their attribution, and those of the suppliers alone. */
export function listVerdicts({ question, all, base, build }: Timed): Verdicts {
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
export function listAllCells({ question, all }: Timed): readonly AnswerCell[] {
  const parts = all.map((times) => listCells(question, times));
  return keep(question.store, 'all-cells', parts, () => parts.flat());
}

/** Curves of every scenario, one array as long as the times are the same. */
export function listAllCurves({ question, all }: Timed): readonly AnswerCurvePoint[] {
  const parts = all.map((times) => listCurve(question, times));
  return keep(question.store, 'all-curves', parts, () => parts.flat());
}

/** The plain sentences of an answer. */
export function toSentences(
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
export function toAskedFields(question: Question): Asked {
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
