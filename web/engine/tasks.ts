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

async function answerQuickly(request: AnalysisRequest): Promise<PageAnswer> {
  const dataset = await open(byHour(request));
  const answer = analyseQuick(dataset, request, memory);
  return { ...answer, beltAlone: isBeltAlone(dataset, request) };
}

const slow = () => import('./slow-tasks.ts');

/** Fetches what the other tasks need: from then on the engine needs no network. What does not come is asked again. */
export async function fetchRest(): Promise<void> {
  await slow().catch(() => undefined);
  await import('./read-sites.ts').catch(() => undefined);
  await import('./doubts.ts').catch(() => undefined);
  await import('./varying.ts').catch(() => undefined);
}

const RUN: { readonly [N in TaskName]: (input: Tasks[N]['input']) => Promise<Tasks[N]['output']> } = {
  sites: takeSites,
  answer: answerQuickly,
  full: async (request) => (await slow()).runFull(await open(true), request),
  trip: async ({ request, origin, destination }) =>
    (await slow()).runTrip(await open(byHour(request)), request, origin, destination),
  varying: async (input) => (await import('./varying.ts')).toVarying(await open(true), input),
  scene: async (input) => (await slow()).drawScene(await open(byHour(input.request)), input),
  draws: async (input) => (await import('./doubts.ts')).runDraws(await open(true), input),
  sweeps: async (request) => (await import('./doubts.ts')).runSweeps(await open(true), request),
  file: async (input) => (await slow()).writeFile(await open(true), input),
};

/** Runs a task by name. */
export async function runTask<N extends TaskName>(
  task: N,
  input: Tasks[N]['input'],
): Promise<Tasks[N]['output']> {
  return RUN[task](input);
}
