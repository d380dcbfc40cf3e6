/** The question in the address, so that a link opens the same picture: `#city&1&cutoff=15&first=-8.61,41.15`. */
import type { LonLat } from '../../src/index.ts';
import { joinParts, splitParts, type Pair } from '../state/address-parts.ts';
import { roundPoint } from './home.ts';
import { VIEWS } from './protocol.ts';
import { DEFAULT_CITY, LEAST_MIN, MOST_MIN, type CityChoice, type PlanName } from './state.ts';

const MARK = 'city';
const POINT = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/;

/** A place of `lon,lat` on the globe; null for anything else. */
export function readPoint(text: string): LonLat | null {
  const [, lon = NaN, lat = NaN] = (POINT.exec(text) ?? []).map(Number);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? roundPoint([lon, lat]) : null;
}

/** A whole number of minutes that can be asked for; null for anything else. */
export function readCutoff(text: string): number | null {
  const minutes = text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(minutes) && minutes >= LEAST_MIN && minutes <= MOST_MIN ? minutes : null;
}

/** As many as a machine may have. */
const MOST_THREADS = 256;

function readThreads(text: string): number | null {
  const threads = /^\d+$/.test(text) ? Number(text) : 0;
  return threads >= 1 && threads <= MOST_THREADS ? threads : null;
}

/** Scenarios by the key that says where they are from. */
const SCENARIO_KEYS = { scenario: 'served', opened: 'opened' } as const;

function readPlanName(found: ReadonlyMap<string, string>): PlanName | null {
  const names = (['opened', 'scenario'] as const).map((key): PlanName | null => {
    const name = found.get(key) ?? '';
    return name === '' ? null : { name, from: SCENARIO_KEYS[key] };
  });
  return names.find((one) => one !== null) ?? null;
}

/** The choice that a text after `#` says; what it does not say, or says wrongly, is the default. */
export function readCityAddress(text: string): CityChoice {
  const found = new Map(splitParts(text.slice(MARK.length)).pairs);
  const say = (key: string): string => found.get(key) ?? '';
  return {
    vehicleClass: found.get('v') ?? DEFAULT_CITY.vehicleClass,
    direction: say('direction') === 'to' ? 'to' : 'from',
    cutoffMin: readCutoff(say('cutoff')) ?? DEFAULT_CITY.cutoffMin,
    first: readPoint(say('first')),
    second: readPoint(say('second')),
    folder: found.get('data') ?? null,
    scenario: readPlanName(found),
    threads: readThreads(say('threads')),
    view: VIEWS.find((one) => one === found.get('view')) ?? DEFAULT_CITY.view,
  };
}

/** The text after `#` of a choice. */
export function toCityAddress({
  vehicleClass,
  direction,
  cutoffMin,
  first,
  second,
  folder,
  scenario,
  view,
  threads,
}: CityChoice): string {
  const pairs: readonly (Pair | null)[] = [
    folder === null ? null : ['data', folder],
    scenario === null ? null : [scenario.from === 'served' ? 'scenario' : 'opened', scenario.name],
    scenario === null || view === DEFAULT_CITY.view ? null : ['view', view],
    vehicleClass === DEFAULT_CITY.vehicleClass ? null : ['v', vehicleClass],
    direction === DEFAULT_CITY.direction ? null : ['direction', direction],
    threads === null ? null : ['threads', String(threads)],
    ['cutoff', String(cutoffMin)],
    first === null ? null : ['first', first.join(',')],
    second === null ? null : ['second', second.join(',')],
  ];
  return `${MARK}&${joinParts(pairs.filter((pair) => pair !== null))}`;
}
