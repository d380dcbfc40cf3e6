/** The question in the address, so that a link opens the same picture: `#city&1&cutoff=15&first=-8.61,41.15`. */
import type { LonLat } from '../../src/index.ts';
import { joinParts, splitParts, type Pair } from '../state/address-parts.ts';
import { roundPoint } from './home.ts';
import { DEFAULT_CITY, LEAST_MIN, MOST_MIN, type CityChoice } from './state.ts';

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
}: CityChoice): string {
  const pairs: readonly (Pair | null)[] = [
    folder === null ? null : ['data', folder],
    vehicleClass === DEFAULT_CITY.vehicleClass ? null : ['v', vehicleClass],
    direction === DEFAULT_CITY.direction ? null : ['direction', direction],
    ['cutoff', String(cutoffMin)],
    first === null ? null : ['first', first.join(',')],
    second === null ? null : ['second', second.join(',')],
  ];
  return `${MARK}&${joinParts(pairs.filter((pair) => pair !== null))}`;
}
