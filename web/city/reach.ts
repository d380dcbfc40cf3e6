/**
 * Answers of an opened network: what one place reaches, or two and both of them, with the library's own searches. The
 * last searches are kept, so that a pin that stands still is not searched anew when the other one or the time moves.
 */
import {
  DataError,
  joinPlace,
  listLinkTimes,
  listOwnStretches,
  measureBand,
  measureOverlap,
  measureRoadKm,
  openCity,
  searchSteps,
  SECONDS_PER_MINUTE,
  toCityOverlapCsv,
  toCityOverlapDocument,
  toCityOverlapGeoJson,
  toCityReachCsv,
  toCityReachDocument,
  toCityReachGeoJson,
  toJsonText,
  toPieces,
  type City,
  type CityBandPieces,
  type CityFirm,
  type ImportedNetwork,
  type LonLat,
  type ReachBand,
  type Site,
  type StepTimes,
} from '../../src/index.ts';
import { timeFirms } from './firm-times.ts';
import { moveSeconds, moveStretches } from './plan-space.ts';
import type { CityFileKind, CityQuestion, OwnLine, ReachAnswer, SideTimes } from './protocol.ts';

/** Searches that are kept: two pins, and where each was before. */
const KEPT = 4;

/** One place searched. */
export interface Searched {
  readonly key: string;
  readonly city: City;
  readonly site: Site;
  readonly times: StepTimes;
}

/** What a network is asked. */
export interface ReachDesk {
  /**
   * `under`: the network under a scenario, whose links the times are told of; `firms`: suppliers and plants that are
   * asked about with it and without.
   */
  readonly answer: (
    question: CityQuestion,
    known: readonly string[],
    under?: Under,
    firms?: readonly CityFirm[],
  ) => ReachAnswer;
  readonly write: (question: CityQuestion, kind: CityFileKind) => string;
  /** All places searched; null where one is off the roads. */
  readonly find: (question: CityQuestion) => readonly [Searched, ...Searched[]] | null;
}

/** A network under a scenario, and what tells its times apart from those of another one. */
export interface Under {
  readonly name: string;
  readonly openFor: (vehicleClass: string) => City;
}

const toId = ([lon, lat]: LonLat): string => `${lon},${lat}`;
const isSearched = (one: Searched | null): one is Searched => one !== null;

/** What a place joins, on the links of a city: its own, or those of one that cuts some of them. */
function toOwnLines({ city, site, times }: Searched, on: City): readonly OwnLine[] {
  const own = listOwnStretches(city, site, times.direction);
  const stretches = on === city ? own : moveStretches(own, on);
  const pieces = toPieces(on, stretches);
  return stretches.map((stretch, i) => ({ stretch, line: pieces[i]?.line ?? [] }));
}

function toSide(searched: Searched, known: readonly string[], under: Under | undefined): SideTimes {
  const { key: own, city, times } = searched;
  const on = under?.openFor(city.vehicleClass) ?? city;
  const key = under === undefined ? own : `${own} ${under.name}`;
  const toSeconds = (): Float32Array => {
    const seconds = listLinkTimes(city, times);
    return on === city ? seconds : moveSeconds(seconds, on);
  };
  return { key, seconds: known.includes(key) ? null : toSeconds(), own: toOwnLines(searched, on) };
}

const toDrawn = (city: City, bands: readonly ReachBand[]): readonly CityBandPieces[] =>
  bands.map(({ cutoffS, parts }) => ({ cutoffS, pieces: toPieces(city, parts) }));

/** Bands of one place. */
function reachOne({ city, site, times }: Searched, cutoffsMin: readonly number[]) {
  const bands = cutoffsMin.map((minutes) => measureBand(city, site, times, minutes * SECONDS_PER_MINUTE));
  return { bands, document: toCityReachDocument(city, site, times.direction, bands) };
}

/** Bands of several places at the last cutoff, and what they have in common. */
function reachAll(all: readonly [Searched, ...Searched[]], cutoffsMin: readonly number[]) {
  const [{ city, times }] = all;
  const cutoffS = (cutoffsMin.at(-1) ?? 0) * SECONDS_PER_MINUTE;
  const places = all.map((one) => {
    return { site: one.site, band: measureBand(city, one.site, one.times, cutoffS) };
  });
  const bands = places.map(({ band }) => band);
  const overlap = measureOverlap(city, bands);
  const document = toCityOverlapDocument(city, times.direction, places, overlap);
  return { bands: [...bands, overlap], document };
}

type Search = (question: CityQuestion, at: LonLat) => Searched;

/** The city of each vehicle, opened once. */
function createCities(network: ImportedNetwork): (vehicleClass: string) => City {
  const cities = new Map<string, City>();
  return (vehicleClass) => {
    const city = cities.get(vehicleClass) ?? openCity(network, vehicleClass);
    cities.set(vehicleClass, city);
    return city;
  };
}

/** Searches of a network; the last ones are kept. */
function createSearch(findCity: (vehicleClass: string) => City, name: string): Search {
  const kept = new Map<string, Searched>();
  const begin = (key: string, { vehicleClass, direction }: CityQuestion, at: LonLat): Searched => {
    const city = findCity(vehicleClass);
    const site = joinPlace(city, { id: toId(at), at });
    return { key, city, site, times: searchSteps(city, site, direction) };
  };
  return (question, at) => {
    const key = [name, question.vehicleClass, question.direction, toId(at)].join(' ');
    const found = kept.get(key) ?? begin(key, question, at);
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}

/** Null where no road is near; anything else wrong is thrown. */
function trySearch(search: Search, question: CityQuestion, at: LonLat): Searched | null {
  try {
    return search(question, at);
  } catch (error) {
    if (error instanceof DataError && error.problems[0]?.code === 'off-region') return null;
    throw error;
  }
}

function writeOne(one: Searched, cutoffsMin: readonly number[], kind: CityFileKind): string {
  const { bands, document } = reachOne(one, cutoffsMin);
  if (kind === 'json') return toJsonText(document);
  if (kind === 'csv') return toCityReachCsv(document);
  return toCityReachGeoJson(document, toDrawn(one.city, bands));
}

function writeAll(
  all: readonly [Searched, ...Searched[]],
  cutoffsMin: readonly number[],
  kind: CityFileKind,
): string {
  const { bands, document } = reachAll(all, cutoffsMin);
  if (kind === 'json') return toJsonText(document);
  if (kind === 'csv') return toCityOverlapCsv(document);
  return toCityOverlapGeoJson(document, toDrawn(all[0].city, bands));
}

/** Kilometres of open roads by city: counted once. */
const OPEN_KM = new WeakMap<City, number>();

function findOpenKm(city: City): number {
  const km = OPEN_KM.get(city) ?? measureRoadKm(city);
  OPEN_KM.set(city, km);
  return km;
}

/** Opens a network for questions, as it was imported or under a scenario. */
export function openDesk(network: ImportedNetwork, own?: Under): ReachDesk {
  const findCity = own?.openFor ?? createCities(network);
  const search = createSearch(findCity, own?.name ?? 'base');
  const { limitM } = network.notes.connectors;
  return {
    answer: (question, known, under, firms = []) => {
      const searched = question.places.map((at) => trySearch(search, question, at));
      const [first, ...others] = searched.filter(isSearched);
      const isWhole = first !== undefined && others.length === searched.length - 1;
      const isOne = searched.length === 1;
      return {
        question,
        sides: searched.map((one) => (one === null ? null : toSide(one, known, under))),
        off: searched.map((one) => (one === null ? { limitM } : null)),
        reach: isWhole && isOne ? reachOne(first, question.cutoffsMin).document : null,
        overlap: isWhole && !isOne ? reachAll([first, ...others], question.cutoffsMin).document : null,
        firmMs: searched.map((one) => (one === null ? new Map() : timeFirms(one, question.direction, firms))),
        openKm: findOpenKm(findCity(question.vehicleClass)),
      };
    },
    find: (question) => {
      const searched = question.places.map((at) => trySearch(search, question, at));
      const [first, ...others] = searched.filter(isSearched);
      return first !== undefined && others.length === searched.length - 1 ? [first, ...others] : null;
    },
    write: (question, kind) => {
      const [first, ...others] = question.places.map((at) => search(question, at));
      if (first === undefined) throw new RangeError('no place');
      if (others.length === 0) return writeOne(first, question.cutoffsMin, kind);
      return writeAll([first, ...others], question.cutoffsMin, kind);
    },
  };
}
