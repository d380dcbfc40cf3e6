/** `compare` where `--data` names an imported network: suppliers and plants without and with a scenario file. */
import {
  applyCityScenario,
  CITY_TOLERANCE_S,
  countTripWorkers,
  listChangedRoads,
  openCity,
  openCityState,
  openContrast,
  readCitySites,
  shareTrips,
  toCityCompareBlocks,
  toCityCompareCsv,
  toCityCompareDocument,
  toCityCompareGeoJson,
  toPlainText,
  type CityChangedRoads,
  type CityContrast,
  type CityFirm,
  type CityLimits,
  type CityState,
  type CityTrial,
  type ImportedNetwork,
  type SettledCity,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { CITY_CUTOFF_S, checkCityOptions, readPoint } from './city.ts';
import { openCityScenario, openTrial } from './city-scenario.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { readTextFile } from './files.ts';
import { openNetworkFolder } from './network-folder.ts';
import type { QuestionOptions } from './options.ts';
import { isScenarioFile } from './scenario-file.ts';
import { clearProgress, showProgress } from './terminal.ts';
import { chooseThreads, doTasks } from './threads/tasks.ts';

export interface CityCompareOptions extends QuestionOptions {
  readonly scenario?: string;
}

/** Options of `compare` on an imported network. */
type CityCompareAsked = CityCompareOptions & { readonly data: string; readonly threads?: number };

/** Options of a comparison that a city has no answer to, beside those of every question. */
export const NOT_OF_CITIES: ReadonlyMap<string, string> = new Map([
  ['suppliers', '--suppliers'],
  ['level', '--level'],
  ['order', '--order'],
  ['leaveOut', '--leave-out'],
]);

/** The scenario file of a question: `--build`, or `--scenario` as in the other questions on a city. */
export function findBuildFile({ build, scenario }: CityCompareOptions, command: string): string | undefined {
  if (build !== undefined && scenario !== undefined)
    throw new Failure(
      EXIT.usage,
      `${command}: --build or --scenario, which mean the same on an imported network`,
    );
  return build ?? scenario;
}

/** The scenario file with. */
function findBuild(options: CityCompareOptions): string {
  const file = findBuildFile(options, 'compare');
  if (file === undefined)
    throw new Failure(
      EXIT.usage,
      'compare: on an imported network --build FILE.json expected, and --base FILE.json if you like',
    );
  return file;
}

/** Places of a list on the command line. */
function toFirms(texts: readonly string[], kind: CityFirm['kind']): readonly CityFirm[] {
  return texts.map((text) => {
    const { id, at } = readPoint(text);
    return { id, title: id, kind, group: null, at };
  });
}

/**
 * Sites of a table, or those of a scenario file, whose roads are left aside. Says on stderr which columns were passed over: a
 * misspelt one would change the answer in silence.
 */
function readSites(trial: CityTrial, file: string): readonly CityFirm[] {
  if (isScenarioFile(file))
    return [...applyCityScenario(trial, openCityScenario(trial, file)).firms.values()];
  const { firms, problems, ignored } = readCitySites(trial, readTextFile(file), file);
  if (problems.length > 0) throw new Failure(EXIT.data, `${file}: not a table of sites`, problems);
  if (ignored.length > 0) {
    clearProgress();
    process.stderr.write(`${toPlainText(`${file}: columns not read: ${ignored.join(', ')}`)}\n`);
  }
  return firms;
}

/** Suppliers and plants that a question brings along. Throws Failure with everything wrong in them. */
function listFirms(trial: CityTrial, options: CityCompareOptions): readonly CityFirm[] {
  const { sites, origins = [], destinations = [] } = options;
  const others = [...(sites === undefined ? [] : readSites(trial, sites)), ...toFirms(origins, 'supplier')];
  const taken = new Set(others.map(({ id }) => id));
  const plants = toFirms(destinations, 'plant');
  // A supplier and a plant may stand at one point.
  return [...others, ...plants.map((one) => (taken.has(one.id) ? { ...one, id: `plant ${one.id}` } : one))];
}

/** What scenarios are tried on, with the suppliers and plants of a question. Throws Failure with everything wrong in them. */
export function openSettledTrial(
  network: ImportedNetwork,
  vehicle: string,
  options: CityCompareOptions,
): CityTrial {
  const empty = openTrial(network, vehicle);
  return { ...empty, firms: listFirms(empty, options) };
}

/** The hour of a question and what "about" adds to it. */
export function toCityLimits({ cutoff, tolerance }: CityCompareOptions): CityLimits {
  return { cutoffS: cutoff ?? CITY_CUTOFF_S, toleranceS: tolerance ?? CITY_TOLERANCE_S };
}

/** A city to be compared; `state` is null where it is as imported. */
export interface CityEnd extends SettledCity {
  readonly state: CityState | null;
}

/** A network as it was imported, or under the scenario of a file. Throws Failure with everything wrong in it. */
export function openEnd(trial: CityTrial, vehicle: string, file: string | undefined): CityEnd {
  if (file === undefined) {
    const firms = new Map((trial.firms ?? []).map((one) => [one.id, one]));
    return { city: openCity(trial.ground.network, vehicle), firms, state: null };
  }
  const state = applyCityScenario(trial, openCityScenario(trial, file));
  return { city: openCityState(state), firms: state.firms, state };
}

/** Roads of the ends that are other than imported. */
function listChanged(ends: readonly CityEnd[]): readonly CityChangedRoads[] {
  return ends.flatMap(({ state }) =>
    state === null ? [] : [{ scenario: state.scenario.id, roads: listChangedRoads(state) }],
  );
}

/** Throws Failure where there are more pairs than an answer holds. */
export function checkPairs(from: number, to: number, most: number): void {
  if (from * to <= most) return;
  throw new Failure(EXIT.data, `at most ${most} pairs expected, found ${from} × ${to} = ${from * to}`);
}

/** An answer has all pairs in it: so many are some 110 MB of JSON. */
const MOST_PAIRS = 250_000;

/** Throws Failure where there is nothing to compare, or more than an answer can hold. */
export function checkFirms(ends: readonly SettledCity[]): void {
  const kinds = new Set(ends.flatMap(({ firms }) => [...firms.values()].map(({ kind }) => kind)));
  for (const { firms } of ends) {
    const all = [...firms.values()];
    const count = (kind: CityFirm['kind']): number => all.filter((one) => one.kind === kind).length;
    checkPairs(count('supplier'), count('plant'), MOST_PAIRS);
  }
  if (!kinds.has('supplier'))
    throw new Failure(
      EXIT.usage,
      'no supplier: --sites FILE.csv, --origins LON,LAT or add-supplier in a scenario expected',
    );
  if (!kinds.has('plant'))
    throw new Failure(
      EXIT.usage,
      'no plant: a column kind with plant in --sites FILE.csv, --destinations LON,LAT or add-plant in a scenario expected',
    );
}

/** Compares in so many threads, or in as many as pay. */
async function contrast(base: CityEnd, build: CityEnd, asked: number | undefined): Promise<CityContrast> {
  const { pairs, columns, plan, toContrast } = openContrast(base, build);
  const { vertexCount } = base.city.graph.graph;
  const threads = chooseThreads(asked, (there) => countTripWorkers(columns, pairs, vertexCount, there));
  const tasks = shareTrips(columns, threads);
  const done = await doTasks({ kind: 'trips', plan: plan() }, tasks, { threads, words: 'Searching' });
  return toContrast(done.flat());
}

/** `compare` on an imported network. */
export async function runCityCompare(options: CityCompareAsked): Promise<ExitCode> {
  checkCityOptions(options, NOT_OF_CITIES);
  const buildFile = findBuild(options);
  const vehicle = options.vehicle ?? 'car';
  showProgress('Reading the network …');
  const trial = openSettledTrial(openNetworkFolder(options.data), vehicle, options);
  showProgress('Computing …');
  const [base, build] = [openEnd(trial, vehicle, options.base), openEnd(trial, vehicle, buildFile)];
  checkFirms([base, build]);
  const found = await contrast(base, build, options.threads);
  const answer = toCityCompareDocument(found, toCityLimits(options));
  giveAnswer(options, {
    text: () => toCityCompareBlocks(answer),
    json: () => answer,
    csv: () => toCityCompareCsv(answer),
    geojson: () => toCityCompareGeoJson(answer, listChanged([base, build])),
  });
  return toExitCode(
    options,
    answer.cells.some(({ attribution }) => attribution === 'no-to-yes'),
  );
}
