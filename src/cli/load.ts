/** The data set a command works on: that of the package, or the user's folder. */
import { fileURLToPath } from 'node:url';
import { loadDataset, type Dataset, type LoadResult } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readDataFolder } from './files.ts';
import { showProgress } from './terminal.ts';

/** `data/` of the package, seen from `dist/cli/`. */
export const SHIPPED_DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Reads and checks a data folder: a data set, or every problem of every file. */
export function inspectFolder(folder: string | undefined): LoadResult {
  showProgress('Reading the data …');
  const { texts, problems } = readDataFolder(folder ?? SHIPPED_DATA);
  const loaded = loadDataset(texts);
  const all = [...problems, ...loaded.problems];
  return { dataset: all.length === 0 ? loaded.dataset : null, problems: all };
}

/** The data set of a folder. Throws Failure with every problem of every file. */
export function openDataset(folder: string | undefined): Dataset {
  const { dataset, problems } = inspectFolder(folder);
  if (dataset !== null) return dataset;
  throw new Failure(EXIT.data, `${folder ?? SHIPPED_DATA}: not a data set`, problems);
}
