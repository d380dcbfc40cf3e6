/** The data set a command works on: that of the package, or the user's folder. */
import { resolve } from 'node:path';
import { addOwnSites, toPlainText, type Dataset, type LoadResult } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { isScenarioFile, openScenario } from './scenario-file.ts';
import { readDataFolder, readTextFile } from './files.ts';
import { isNetworkFolder } from './network-folder.ts';
import { loadTexts } from './loaded.ts';
import { SHIPPED_DATA } from './package-files.ts';
import { clearProgress, showProgress } from './terminal.ts';

/** Reads and checks a data folder: a data set, or every problem of every file. */
export function inspectFolder(folder: string | undefined): LoadResult {
  showProgress('Reading the data …');
  const path = resolve(folder ?? SHIPPED_DATA);
  const { texts, problems } = readDataFolder(folder ?? SHIPPED_DATA);
  // Of a folder that is not there each file is missing: that is one problem.
  if (texts.size === 0 && problems.length > 0) return { dataset: null, problems };
  const loaded = loadTexts(path, texts);
  const all = [...problems, ...loaded.problems];
  return { dataset: all.length === 0 ? loaded.dataset : null, problems: all };
}

/** Files that a command may be asked about. */
interface Files {
  readonly data?: string | undefined;
  /** CSV of own sites. */
  readonly sites?: string | undefined;
  /** Scenarios: ids, dates, or files of the user's own. */
  readonly base?: string | undefined;
  readonly build?: string | undefined;
  readonly scenario?: readonly string[] | undefined;
}

/**
 * The data set of a folder, with the user's own sites where a CSV is named and own scenarios where files are. Throws
 * Failure with every problem of every file.
 */
export function openDataset({ data, sites, base, build, scenario = [] }: Files): Dataset {
  if (data !== undefined && isNetworkFolder(data)) {
    const expected =
      'compare, value, phase, sweep, map, scenario, export, or route, matrix, reach, isochrone or overlap of lon,lat';
    throw new Failure(EXIT.usage, `${data}: an imported road network: ${expected} expected`);
  }
  const { dataset, problems } = inspectFolder(data);
  if (dataset === null) {
    throw new Failure(EXIT.data, `${data ?? SHIPPED_DATA}: not a data set`, problems);
  }
  const whole = sites === undefined ? dataset : addSites(dataset, sites);
  return [base, build, ...scenario].reduce(
    (known: Dataset, name) =>
      name === undefined || !isScenarioFile(name) ? known : openScenario(known, name),
    whole,
  );
}

/** Says on stderr which columns were passed over: a misspelt one would change the answer in silence. */
function addSites(dataset: Dataset, file: string): Dataset {
  const own = addOwnSites(dataset, readTextFile(file), file);
  if (own.dataset === null) throw new Failure(EXIT.data, `${file}: not a table of sites`, own.problems);
  if (own.ignored.length > 0) {
    clearProgress();
    process.stderr.write(`${toPlainText(`${file}: columns not read: ${own.ignored.join(', ')}`)}\n`);
  }
  return own.dataset;
}
