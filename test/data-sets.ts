/**
 * The data sets that tests ask about, loaded once a process, as the command line does it: what is derived from a data
 * set, and kept as long as that is, is then derived once too.
 */
import { resolve } from 'node:path';
import { inspectFolder } from '../src/cli/load.ts';
import type { Dataset } from '../src/model/dataset.ts';
import { toSentence } from '../src/problems.ts';
import { ROOT } from './root.ts';

/** The data set of a folder of the project. Throws with its problems where it does not load. */
export function loadFolder(folder: string): Dataset {
  const { dataset, problems } = inspectFolder(resolve(ROOT, folder));
  if (dataset === null) throw new Error(problems.slice(0, 20).map(toSentence).join('\n'));
  return dataset;
}

/** The project's own `data/`. */
export const SHIPPED = loadFolder('data');
/** Made-up data of three towns. */
export const THREE_TOWNS = loadFolder('test/region/data');
