/** The tasks of the worker: each asks the library and gives back what it said. */
import { analyse, type AnalysisRequest, type Dataset } from '../../src/index.ts';
import { openDataset } from '../dataset/open.ts';
import { writeFile } from './files.ts';
import { drawScene } from './scene.ts';
import type { TaskName, Tasks } from './protocol.ts';

const opening = openDataset();

/** The data set; whole, with every note, for all but the first answer. */
async function open(whole: boolean): Promise<Dataset> {
  const { dataset, complete } = await opening;
  return whole ? complete : dataset;
}

const RUN: { readonly [N in TaskName]: (input: Tasks[N]['input']) => Promise<Tasks[N]['output']> } = {
  open: () => open(false),
  sites: async () => ({ dataset: null, problems: ['not yet'], sites: 0 }),
  answer: async (request: AnalysisRequest) => ({ ...analyse(await open(false), request), slowest: [] }),
  full: async (request: AnalysisRequest) => analyse(await open(true), request),
  trip: async () => Promise.reject(new Error('not yet')),
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
