/**
 * A report from a data set and a request: every answer it holds is asked here, one after the other. It reads and writes
 * nothing; the same request on the same data gives the same bytes.
 */
import { analyse } from '../analysis.ts';
import { startDraws } from '../answer/confidence.ts';
import { toReliability } from '../answer/reliability.ts';
import {
  checkReportRequest,
  toNamedRequest,
  toReportCommand,
  toScenarioFileName,
  toWholeRequest,
  type ReportPart,
  type ReportRequest,
} from '../answer/report-request.ts';
import { toSensitivity } from '../answer/sensitivity.ts';
import type { Analysis } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { DataError, toSentence } from '../problems.ts';
import { toDataName } from '../report/answers/names.ts';
import { toScenarioDocument } from '../report/answers/scenario.ts';
import type { LeftOut, ReportDocument } from '../report/document/document.ts';
import { toCompactJson } from '../report/json.ts';
import { addScenarios, findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import { toReportMap, toSides } from './map-data.ts';
import { toScenarioFiles } from './scenario-files.ts';

/** What is being done, and how much of it where that can be counted. */
export interface ReportStep {
  readonly words: string;
  readonly done: number;
  readonly of: number;
}

/** Draws between two steps. */
const PIECE = 5;

const step = (words: string): ReportStep => ({ words, done: 0, of: 0 });

/** The caller's scenarios among those asked for, and what they stand on. */
function listOwn(dataset: Dataset, request: ReportRequest, analysis: Analysis): readonly Scenario[] {
  const known = (dataset.ownScenarios ?? []).map(({ scenario }) => scenario);
  const brought = [...(request.scenarios ?? []), ...known];
  const once = brought.filter((one, i) => brought.findIndex(({ id }) => id === one.id) === i);
  const asked = once.filter(({ id }) =>
    analysis.scenarios.some((said) => said.id === id && said.own !== undefined),
  );
  const needed = new Set(asked.flatMap(({ id, standsOn = [] }) => [id, ...standsOn]));
  return once.filter(({ id }) => needed.has(id));
}

/** As a file holds it, so that what is shown is what stands there: numbers of at most six places. */
function settle<T>(value: T): T {
  return JSON.parse(toCompactJson(value)) as T;
}

/** A part of the report, or why there is none: what the data or the question do not allow is no error. */
function attempt<T>(part: ReportPart, make: () => T, leftOut: LeftOut[]): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    leftOut.push({ part, why: error.problems.map(toSentence).join(' ') });
    return null;
  }
}

/** Draws a few at a time. */
function* draw(dataset: Dataset, request: ReportRequest, leftOut: LeftOut[]) {
  const { draws, seed } = request;
  const run = attempt('confidence', () => startDraws(dataset, request, { draws, seed }), leftOut);
  if (run === null) return null;
  while (run.done() < run.asked) {
    yield { words: 'Drawing', done: run.done(), of: run.asked };
    run.advance(PIECE);
  }
  return run.document();
}

type Doubts = Pick<ReportDocument, 'reliability' | 'confidence' | 'sensitivity'>;

/** How often, how sure, and what it hangs on: each unless it is not asked for or cannot be told. */
function* doubt(dataset: Dataset, request: ReportRequest, leftOut: LeftOut[]): Generator<ReportStep, Doubts> {
  const isAsked = (part: ReportPart): boolean => {
    const isOut = request.without?.includes(part) === true || (part === 'confidence' && request.draws === 0);
    if (isOut) leftOut.push({ part, why: 'Not asked for.' });
    return !isOut;
  };
  yield step('Reading how times vary …');
  const reliability = isAsked('reliability')
    ? attempt('reliability', () => toReliability(dataset, request), leftOut)
    : null;
  const confidence = isAsked('confidence') ? yield* draw(dataset, request, leftOut) : null;
  yield step('Sweeping …');
  const sensitivity = isAsked('sensitivity')
    ? attempt('sensitivity', () => toSensitivity(dataset, request), leftOut)
    : null;
  return settle({ reliability, confidence, sensitivity });
}

/** A file of the caller that was named in place of an id. */
function findFile({ ownScenarios = [] }: Dataset, name: string | undefined): string | undefined {
  return ownScenarios.find(({ called, scenario }) => called === name && called !== scenario.id)?.called;
}

/** What was asked, with the scenarios of the caller by value and by id: nothing else is needed to ask it again. */
function toSelfContained(
  dataset: Dataset,
  asked: ReportRequest,
  analysis: Analysis,
  own: readonly Scenario[],
): ReportRequest {
  const files = {
    base: findFile(dataset, asked.base),
    build: findFile(dataset, asked.build),
    ...asked.files,
  };
  const said = Object.entries(files).filter(([, name]) => name !== undefined);
  const toId = (role: 'base' | 'build'): string | undefined => {
    const id = analysis.scenarios.find((one) => one.role === role)?.id;
    return own.some((one) => one.id === id) ? id : asked[role];
  };
  return toWholeRequest({
    ...asked,
    base: toId('base'),
    build: toId('build'),
    scenarios: own.length === 0 ? undefined : own,
    files: said.length === 0 ? undefined : Object.fromEntries(said),
  });
}

/** Scenarios, places and sources beside the answers. */
function toRest(dataset: Dataset, analysis: Analysis, own: readonly Scenario[]) {
  const ids = [...new Set(analysis.scenarios.map(({ id }) => id))];
  const scenarios = ids.map((id) => findScenario(dataset, id));
  const placed = addWhatIfPlaces(dataset, scenarios);
  const of = (role: 'base' | 'build'): Scenario =>
    findScenario(dataset, analysis.scenarios.find((one) => one.role === role)?.id ?? '');
  return {
    scenarios: scenarios.map((scenario) => toScenarioDocument(dataset, scenario)),
    scenarioFiles: toScenarioFiles(dataset, own),
    sources: dataset.sources.filter(({ id }) => analysis.sources.includes(id)),
    map: toReportMap(placed, analysis, toSides(placed, of('base'), of('build'))),
  };
}

/** The data set with the scenarios of the caller alone, each called by its file: answers name it in their commands. */
function nameOwn(dataset: Dataset, request: ReportRequest): Dataset {
  const { ownScenarios: _, ...shipped } = dataset;
  return addScenarios(shipped, request.scenarios ?? [], ({ id }) => toScenarioFileName(request, id));
}

/**
 * Makes a report step by step, so that its caller can show how far it is, and stop. Throws DataError with everything
 * wrong in the request.
 */
export function* makeReport(given: Dataset, asked: ReportRequest): Generator<ReportStep, ReportDocument> {
  checkReportRequest(asked);
  yield step('Computing …');
  const analysis = settle(analyse(given, asked));
  const own = listOwn(given, asked, analysis);
  const request = toSelfContained(given, asked, analysis, own);
  const dataset = nameOwn(given, request);
  const leftOut: LeftOut[] = [];
  const { scenarios: _, ...named } = toNamedRequest(request);
  const doubts = yield* doubt(dataset, named, leftOut);
  return {
    schema: 'beltway/report@1',
    data: toDataName(dataset),
    request,
    command: toReportCommand(request),
    leftOut,
    ...settle(toRest(dataset, analysis, own)),
    analysis,
    ...doubts,
  };
}

/**
 * The same in one go.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : toReport(dataset, { draws: 0 }).schema; // → null
 */
export function toReport(dataset: Dataset, request: ReportRequest = {}): ReportDocument {
  const steps = makeReport(dataset, request);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}
