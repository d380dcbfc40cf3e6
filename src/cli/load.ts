/** The data set a command works on: that of the package, or the user's folder. */
import { fileURLToPath } from 'node:url';
import { loadDataset, type Dataset } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readDataFolder } from './files.ts';
import { showProgress } from './terminal.ts';

/** `data/` of the package, seen from `dist/cli/`. */
export const SHIPPED_DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Reads and checks a data folder. Throws Failure with every problem of every file. */
export function openDataset(folder: string | undefined): Dataset {
  showProgress('Reading the data …');
  const { texts, problems } = readDataFolder(folder ?? SHIPPED_DATA);
  const loaded = loadDataset(texts);
  const all = [...problems, ...loaded.problems];
  if (loaded.dataset !== null && problems.length === 0) return loaded.dataset;
  throw new Failure(EXIT.data, `${folder ?? SHIPPED_DATA}: not a data set`, all);
}
