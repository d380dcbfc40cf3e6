/** The questions of `route`, `reach`, `isochrone` and `overlap` where `--data` names an imported network. */
import {
  findCityRoute,
  joinPlace,
  measureBand,
  measureOverlap,
  searchSteps,
  toCityLine,
  toCityOverlapBlocks,
  toCityOverlapCsv,
  toCityOverlapDocument,
  toCityOverlapGeoJson,
  toCityReachBlocks,
  toCityReachCsv,
  toCityReachDocument,
  toCityReachGeoJson,
  toCityRouteBlocks,
  toCityRouteCsv,
  toCityRouteDocument,
  toCityRouteGeoJson,
  toPieces,
  type City,
  type CityBandPieces,
  type CityPlace,
  type ReachBand,
  type ReachDirection,
  type Site,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { openCityUnder } from './city-scenario.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';
import { isNetworkFolder, openNetworkFolder } from './network-folder.ts';
import type { OutputOptions } from './options.ts';
import { showProgress } from './terminal.ts';

/** Options of a question that an imported network can be asked; the others speak of dates and sites. */
interface CityOptions extends OutputOptions {
  readonly vehicle?: string;
  /** Scenario file. */
  readonly scenario?: string | readonly string[];
}

/** A question on the network of a folder. */
export type CityAsked = CityOptions & { readonly data: string };

/** Options that mean nothing on an imported network, by their key. */
const MEANINGLESS: ReadonlyMap<string, string> = new Map([
  ['depart', '--depart'],
  ['arriveBy', '--arrive-by'],
  ['profile', '--profile'],
  ['valueOfTime', '--value-of-time'],
  ['everyHour', '--every-hour'],
  ['percentile', '--percentile'],
  ['honda', '--honda'],
  ['group', '--group'],
  ['asOf', '--as-of'],
]);

/** Those that a comparison has and a matrix has not. */
export const OF_ENDS: ReadonlyMap<string, string> = new Map([
  ['base', '--base'],
  ['build', '--build'],
]);
/** Those that a comparison has and questions of one place have not. */
const OF_COMPARISONS: ReadonlyMap<string, string> = new Map([...OF_ENDS, ['sites', '--sites']]);

/** Minutes of the hour, and of bands around a place, where none are asked for; in seconds. */
export const CITY_CUTOFF_S = 3600;
export const CITY_CUTOFFS_S: readonly number[] = [1200, 2400, 3600, 4800];

/** Whether a question is for an imported network. */
export function isCityQuestion<T extends OutputOptions>(
  options: T,
): options is T & CityOptions & { readonly data: string } {
  return options.data !== undefined && isNetworkFolder(options.data);
}

/** Throws Failure where `--scenario` is said of a data set: it has `--base` and `--build`. */
export function refuseScenario({ scenario }: { readonly scenario?: string }): void {
  if (scenario === undefined) return;
  throw new Failure(
    EXIT.usage,
    '--scenario: for an imported network (--data DIR); a data set has --base and --build',
  );
}

/** Throws Failure where `--threads` is said of a data set: none of its questions take long enough. */
export function refuseThreads({ threads }: { readonly threads?: number }): void {
  if (threads !== undefined) throw new Failure(EXIT.usage, '--threads: for an imported network (--data DIR)');
}

/** The one scenario file of a question. Throws Failure for several. */
function findScenarioFile({ scenario = [] }: CityOptions): string | undefined {
  const [file, ...more] = typeof scenario === 'string' ? [scenario] : scenario;
  if (more.length > 0) throw new Failure(EXIT.usage, '--scenario: one file on an imported network');
  return file;
}

/** Throws Failure for an option that an imported network has no answer to; `others` are those of one question. */
export function checkCityOptions(options: CityOptions, others: ReadonlyMap<string, string>): void {
  const meaningless = new Map([...MEANINGLESS, ...others]);
  const given = Object.keys(options).find(
    (key) => meaningless.has(key) && options[key as keyof CityOptions] !== undefined,
  );
  if (given !== undefined) {
    throw new Failure(
      EXIT.usage,
      `${meaningless.get(given) ?? given}: an imported network has no dates, sites or hours here; roads change by --scenario FILE`,
    );
  }
  const { traffic } = options as { readonly traffic?: string };
  if (traffic !== undefined && traffic !== 'free') {
    throw new Failure(EXIT.usage, '--traffic: an imported network is in free flow');
  }
}

/** The city of a question; `others` are the options that it is not asked with. Throws Failure for what it cannot be asked. */
export function openQuestion(options: CityAsked, others: ReadonlyMap<string, string> = OF_COMPARISONS): City {
  checkCityOptions(options, others);
  showProgress('Reading the network …');
  const network = openNetworkFolder(options.data);
  showProgress('Computing …');
  return openCityUnder(network, options.vehicle ?? 'car', findScenarioFile(options));
}

const POINT = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/;

/** A place of `lon,lat`. Throws Failure for anything else. */
export function readPoint(text: string): CityPlace {
  const [, lon, lat] = POINT.exec(text) ?? [];
  if (lon === undefined || lat === undefined) {
    throw new Failure(EXIT.usage, `${text}: lon,lat expected, an imported network has no places of its own`);
  }
  return { id: `${Number(lon)},${Number(lat)}`, at: [Number(lon), Number(lat)] };
}

/** A place of `lon,lat`, joined to the roads. Throws Failure for anything else. */
export function joinText(city: City, text: string): Site {
  return joinPlace(city, readPoint(text));
}

/** `route` on an imported network. */
export function runCityRoute(fromText: string, toText: string, options: CityAsked): ExitCode {
  const city = openQuestion(options);
  const [from, to] = [joinText(city, fromText), joinText(city, toText)];
  const route = findCityRoute(city, from, to);
  const answer = toCityRouteDocument(city, from, to, route);
  giveAnswer(options, {
    text: () => toCityRouteBlocks(answer),
    json: () => answer,
    csv: () => toCityRouteCsv(answer),
    geojson: () => toCityRouteGeoJson(answer, route === null ? [] : toCityLine(city, from, to, route)),
  });
  return toExitCode(options, answer.timeS !== null);
}

const toDrawn = (city: City, bands: readonly ReachBand[]): readonly CityBandPieces[] =>
  bands.map(({ cutoffS, parts }) => ({ cutoffS, pieces: toPieces(city, parts) }));

/** `isochrone` and `reach` on an imported network: the roads within each cutoff. */
export function runCityReach(
  text: string,
  options: CityAsked,
  direction: ReachDirection,
  cutoffsS: readonly number[],
): ExitCode {
  const city = openQuestion(options);
  const site = joinText(city, text);
  const times = searchSteps(city, site, direction);
  const bands = cutoffsS.map((cutoffS) => measureBand(city, site, times, cutoffS));
  const answer = toCityReachDocument(city, site, direction, bands);
  giveAnswer(options, {
    text: () => toCityReachBlocks(answer),
    json: () => answer,
    csv: () => toCityReachCsv(answer),
    geojson: () => toCityReachGeoJson(answer, toDrawn(city, bands)),
  });
  return EXIT.done;
}

/** `overlap` on an imported network: the roads within the cutoff of every place. */
export function runCityOverlap(
  options: CityAsked & { readonly origins?: readonly string[]; readonly cutoff?: number },
  direction: ReachDirection,
): ExitCode {
  const { origins = [], cutoff = CITY_CUTOFF_S } = options;
  if (origins.length < 2)
    throw new Failure(EXIT.usage, 'overlap: --origins LON,LAT,LON,LAT expected, two places or more');
  const city = openQuestion(options);
  const places = origins.map((text) => {
    const site = joinText(city, text);
    return { site, band: measureBand(city, site, searchSteps(city, site, direction), cutoff) };
  });
  const bands = places.map(({ band }) => band);
  const overlap = measureOverlap(city, bands);
  const answer = toCityOverlapDocument(city, direction, places, overlap);
  giveAnswer(options, {
    text: () => toCityOverlapBlocks(answer),
    json: () => answer,
    csv: () => toCityOverlapCsv(answer),
    geojson: () => toCityOverlapGeoJson(answer, toDrawn(city, [...bands, overlap])),
  });
  return toExitCode(options, overlap.links > 0);
}
