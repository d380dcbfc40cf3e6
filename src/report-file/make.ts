/**
 * A report from a data set and a request: every answer it holds is asked here, one after the other. It reads and writes
 * nothing; the same request on the same data gives the same bytes.
 */
import { analyse } from '../analysis.ts';
import {
  checkReportRequest,
  toNamedRequest,
  toReportCommand,
  toScenarioFileName,
  toWholeRequest,
  type ReportRequest,
} from '../answer/report-request.ts';
import type { Analysis } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import { toDataName } from '../report/answers/names.ts';
import { toScenarioDocument } from '../report/answers/scenario.ts';
import type { LeftOut, ReportDocument } from '../report/document/document.ts';
import { settle } from '../report/json.ts';
import { addScenarios, findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import { toReportMap, toSides } from './map-data.ts';
import { makeParts } from './parts.ts';
import { toScenarioFiles } from './scenario-files.ts';
import { toStep, type ReportStep } from './step.ts';

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
  yield toStep('answer', 'Computing …');
  const analysis = settle(analyse(given, asked));
  const own = listOwn(given, asked, analysis);
  const request = toSelfContained(given, asked, analysis, own);
  const dataset = nameOwn(given, request);
  const leftOut: LeftOut[] = [];
  const { scenarios: _, ...named } = toNamedRequest(request);
  const parts = yield* makeParts(dataset, named, analysis, leftOut);
  return {
    schema: 'beltway/report@1',
    data: toDataName(dataset),
    request,
    command: toReportCommand(request),
    leftOut,
    ...settle(toRest(dataset, analysis, own)),
    analysis,
    ...settle(parts),
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
