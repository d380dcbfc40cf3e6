/** `isochrone` and `overlap` with `--difference`: what a scenario wins and loses on the way to every road of a city. */
import {
  compareRoads,
  countChanges,
  joinPlace,
  listRoadChanges,
  MS_PER_SECOND,
  openCity,
  searchSteps,
  toCityChangeBlocks,
  toCityChangeCsv,
  toCityChangeDocument,
  toCityChangeGeoJson,
  toPieces,
  type City,
  type ReachDirection,
  type TimedPlace,
} from '../index.ts';
import { giveAnswer, toExitCode } from './answer.ts';
import { openQuestion, readPoint, type CityAsked } from './city.ts';
import { EXIT, Failure, type ExitCode } from './exit.ts';

/** Throws Failure where `--difference` is said of a data set: its answers have both sides. */
export function refuseDifference({ difference }: { readonly difference?: boolean }): void {
  if (difference !== true) return;
  throw new Failure(
    EXIT.usage,
    '--difference: for an imported network (--data DIR); a data set is always answered without and with',
  );
}

/** `texts`: places as `lon,lat`; of several, times are those of the last that is reached. */
export function runCityChange(
  texts: readonly string[],
  options: CityAsked,
  direction: ReachDirection,
  cutoffsS: readonly number[],
): ExitCode {
  const [cutoffS = 0, ...more] = cutoffsS;
  if (more.length > 0) throw new Failure(EXIT.usage, '--difference: one --cutoff expected');
  if (options.scenario === undefined)
    throw new Failure(EXIT.usage, '--difference: --scenario FILE.json expected');
  const under = openQuestion(options);
  const places = texts.map(readPoint);
  const search = (city: City): readonly TimedPlace[] =>
    places.map((place) => {
      const site = joinPlace(city, place);
      return { city, site, times: searchSteps(city, site, direction) };
    });
  const after = search(under);
  const changes = compareRoads(search(openCity(under.base, under.vehicleClass)), after);
  const sites = after.map(({ site }) => site);
  const cutoffMs = cutoffS * MS_PER_SECOND;
  const roads = listRoadChanges(changes, cutoffMs);
  const found = { cutoffS, classes: countChanges(changes, cutoffMs), roads };
  const answer = toCityChangeDocument(under, sites, direction, found);
  giveAnswer(options, {
    text: () => toCityChangeBlocks(answer),
    json: () => answer,
    csv: () => toCityChangeCsv(answer),
    geojson: () => {
      const parts = roads.map(({ link }) => ({ link, from: 0, to: 1 }));
      return toCityChangeGeoJson(answer, toPieces(under, parts));
    },
  });
  return toExitCode(
    options,
    answer.classes.some(({ kind, links }) => (kind === 'won' || kind === 'only-with') && links > 0),
  );
}
