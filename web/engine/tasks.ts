/** The tasks of the worker: each asks the library and gives back what it said. */
import {
  analyse,
  analyseQuick,
  createMemory,
  explainTrip,
  type Dataset,
  type Memory,
} from '../../src/index.ts';
import { openDataset } from '../dataset/open.ts';
import { writeFile } from './files.ts';
import type { TaskName, Tasks } from './protocol.ts';
import { drawScene } from './scene.ts';
import { readSites } from './sites.ts';

const opening = openDataset();
let withSites: Dataset | null = null;
let memory: Memory = createMemory();

/** The data set with the user's own sites where there are any; `whole` waits for its claims and notes. */
async function open(whole: boolean): Promise<Dataset> {
  if (withSites !== null) return withSites;
  const { dataset, complete } = await opening;
  return whole ? complete : dataset;
}

async function takeSites(sites: Tasks['sites']['input']): Promise<Tasks['sites']['output']> {
  const { complete } = await opening;
  const read = await readSites(await complete, sites);
  if (read.problems.length === 0) {
    withSites = sites === null ? null : read.dataset;
    memory = createMemory();
  }
  return read;
}

const RUN: { readonly [N in TaskName]: (input: Tasks[N]['input']) => Promise<Tasks[N]['output']> } = {
  sites: takeSites,
  answer: async (request) => analyseQuick(await open(false), request, memory),
  full: async (request) => analyse(await open(true), request),
  trip: async ({ request, origin, destination }) =>
    explainTrip(await open(false), request, origin, destination),
  scene: async (input) => drawScene(await open(false), input),
  file: async (input) => writeFile(await open(true), input),
};

/** Runs a task by name. */
export async function runTask<N extends TaskName>(
  task: N,
  input: Tasks[N]['input'],
): Promise<Tasks[N]['output']> {
  return RUN[task](input);
}
