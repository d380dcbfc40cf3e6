/**
 * The tasks of the worker: each asks the library and gives back what it said. Only the first answer's task comes
 * with the worker; the others are fetched when they are first asked for.
 */
import {
  analyseQuick,
  createMemory,
  type AnalysisRequest,
  type Dataset,
  type Memory,
  type Scenario,
  type TriedScenario,
} from '../../src/index.ts';
import { openDataset } from '../dataset/open.ts';
import { isBeltAlone } from './belt-alone.ts';
import type { PageAnswer, TaskName, Tasks } from './protocol.ts';

const opening = openDataset();
let withSites: Dataset | null = null;
let memory: Memory = createMemory();

/** The data set with the user's own sites where there are any; `whole` waits for its claims and notes. */
async function open(whole: boolean): Promise<Dataset> {
  if (withSites !== null) return withSites;
  const { dataset, complete } = await opening;
  return whole ? complete() : dataset;
}

async function takeSites(sites: Tasks['sites']['input']): Promise<Tasks['sites']['output']> {
  const dataset = await (await opening).complete();
  const read =
    sites === null
      ? { dataset, problems: [], sites: 0 }
      : (await import('./read-sites.ts')).readSites(dataset, sites);
  if (read.dataset === null) return read;
  withSites = sites === null ? null : read.dataset;
  memory = createMemory();
  return read;
}

/** By the hour the profiles count, which come with the notes. */
const byHour = ({ departS, arriveByS }: AnalysisRequest): boolean =>
  departS !== undefined || arriveByS !== undefined;

const own = () => import('./own-scenarios.ts');

async function tryOwn(dataset: Dataset, scenarios: readonly Scenario[]): Promise<readonly TriedScenario[]> {
  if (scenarios.length === 0) return [];
  const { trySoundly } = await own();
  return scenarios.map((one) => trySoundly(dataset, one));
}

async function answerQuickly(request: AnalysisRequest): Promise<PageAnswer> {
  const dataset = await open(byHour(request));
  const tried = await tryOwn(dataset, request.scenarios ?? []);
  const asked = tried.length === 0 ? request : { ...request, scenarios: tried.map(({ sound }) => sound) };
  const answer = analyseQuick(dataset, asked, memory);
  return {
    ...answer,
    beltAlone: isBeltAlone(dataset, asked),
    tried: Object.fromEntries(tried.map(({ sound: { id }, ...rest }) => [id, rest])),
  };
}

interface Asked<R> {
  readonly dataset: Dataset;
  readonly request: R;
}

/** The data set of a question, with the user's scenarios that it names. */
async function openFor<R extends AnalysisRequest>(whole: boolean, request: R): Promise<Asked<R>> {
  const dataset = await open(whole);
  return (request.scenarios ?? []).length === 0
    ? { dataset, request }
    : (await own()).withScenarios(dataset, request);
}

/** The same with the places that they add, for questions that begin or end at one of them. */
async function openWithPlaces<R extends AnalysisRequest>(whole: boolean, request: R): Promise<Asked<R>> {
  const dataset = await open(whole);
  return (request.scenarios ?? []).length === 0
    ? { dataset, request }
    : (await own()).withPlaces(dataset, request);
}

const slow = () => import('./slow-tasks.ts');

/** Fetches what the other tasks need: from then on the engine needs no network. What does not come is asked again. */
export async function fetchRest(): Promise<void> {
  await slow().catch(() => undefined);
  await own().catch(() => undefined);
  await import('./read-sites.ts').catch(() => undefined);
  await import('./read-scenario.ts').catch(() => undefined);
  await import('./doubts.ts').catch(() => undefined);
  await import('./report.ts').catch(() => undefined);
  await import('./varying.ts').catch(() => undefined);
}

const RUN: { readonly [N in TaskName]: (input: Tasks[N]['input']) => Promise<Tasks[N]['output']> } = {
  sites: takeSites,
  scenario: async (input) => (await import('./read-scenario.ts')).readFile(await open(true), input),
  answer: answerQuickly,
  rehearse: async ({ request, round }) => {
    (await import('./rehearse.ts')).rehearse(await open(byHour(request)), request, round);
    return null;
  },
  full: async (asked) => {
    const { dataset, request } = await openFor(true, asked);
    return (await slow()).runFull(dataset, request);
  },
  trip: async ({ request: asked, origin, destination }) => {
    const { dataset, request } = await openWithPlaces(byHour(asked), asked);
    return (await slow()).runTrip(dataset, request, origin, destination);
  },
  varying: async (input) => {
    const { dataset, request } = await openWithPlaces(true, input.request);
    return (await import('./varying.ts')).toVarying(dataset, { ...input, request });
  },
  scene: async (input) => {
    // Roads are closed and built as a command does it; the rate by which years are discounted comes with the notes.
    const { dataset, request } =
      input.view === 'value'
        ? await openFor(true, input.request)
        : await openWithPlaces(byHour(input.request), input.request);
    return (await slow()).drawScene(dataset, { ...input, request });
  },
  draws: async (input) => {
    const { dataset, request } = await openFor(true, input.request);
    return (await import('./doubts.ts')).runDraws(dataset, { ...input, request });
  },
  sweeps: async (asked) => {
    const { dataset, request } = await openFor(true, asked);
    return (await import('./doubts.ts')).runSweeps(dataset, request);
  },
  report: async (input) => {
    const { dataset, request } = await openFor(true, input.request);
    return (await import('./report.ts')).goOnReport(dataset, { ...input, request });
  },
  fix: async (input) => {
    const { dataset, request } = await openFor(true, input.request);
    return (await slow()).goOnFixing(dataset, { ...input, request });
  },
  table: async (asked) => {
    const { dataset, request } = await openFor(true, asked);
    const table = (await slow()).runTable(dataset, request);
    return { table, wrong: (await own()).listWrong(await open(true), asked) };
  },
  file: async (input) => {
    if (input.table !== undefined) {
      const { dataset, request } = await openFor(true, input.table);
      return (await slow()).writeTable(dataset, request, input.kind);
    }
    const { dataset, request } = await openFor(true, input.request);
    const scene = input.scene === null ? null : { ...input.scene, request };
    return (await slow()).writeFile(dataset, { ...input, request, scene });
  },
};

/** Runs a task by name. */
export async function runTask<N extends TaskName>(
  task: N,
  input: Tasks[N]['input'],
): Promise<Tasks[N]['output']> {
  return RUN[task](input);
}
