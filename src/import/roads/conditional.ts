/**
 * Values that hold under a condition: `no @ (weight>7.5); delivery @ (22:00-06:00)`. What hangs on the vehicle's size
 * is decided here, and what hangs on business there; what hangs on the hour or anything else is left open.
 */
import type { RoadProfile } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { readSizeLimit, type SizeUnit } from './size-limit.ts';
import type { Tally } from './tally.ts';

export interface Clause {
  readonly value: string;
  /** All of them must hold. */
  readonly terms: readonly string[];
}

/** Whether a clause holds: always, for whoever has business there, never; null = that depends. */
export type Verdict = 'always' | 'business' | 'never' | null;

type Size = 'weightT' | 'axleLoadT' | 'heightM' | 'widthM' | 'lengthM';

/** A number a vehicle is compared with; `max…` and `…rating` are written for the same. */
const TERM = /^(?:max)?(weight|gcweight|axleload|height|width|length)(?:rating)? ?(<=|>=|<|>) ?(.+)$/;
const SIZES: Readonly<Record<string, readonly [size: Size, unit: SizeUnit]>> = {
  weight: ['weightT', 't'],
  gcweight: ['weightT', 't'],
  axleload: ['axleLoadT', 't'],
  height: ['heightM', 'm'],
  width: ['widthM', 'm'],
  length: ['lengthM', 'm'],
};
const BUSINESS: ReadonlySet<string> = new Set([
  'destination',
  'delivery',
  'customers',
  'private',
  'residents',
]);

/** The map's own limit is 255. */
const MAX_CHARS = 1000;

/** Clauses of a value, in their order: later ones override. */
export function listClauses(text: string): readonly Clause[] {
  if (text.length > MAX_CHARS) return [];
  // A semicolon inside brackets parts hours, not clauses.
  return text.split(/;(?![^(]*\))/).flatMap((part) => {
    const [value = '', condition] = part.split('@');
    if (condition === undefined) return [];
    const inner = condition.trim().replace(/^\((.*)\)$/, '$1');
    const terms = inner.split(/\s+and\s+/i).map((term) => term.trim().toLowerCase());
    return [{ value: value.trim().toLowerCase(), terms }];
  });
}

function compare(size: number, sign: string, limit: number): boolean {
  if (sign === '>') return size > limit;
  if (sign === '>=') return size >= limit;
  return sign === '<' ? size < limit : size <= limit;
}

function judgeTerm(term: string, profile: RoadProfile): Verdict {
  if (BUSINESS.has(term)) return 'business';
  const [, word = '', sign = '', text = ''] = TERM.exec(term) ?? [];
  const [size, unit] = SIZES[word] ?? [];
  if (size === undefined || unit === undefined) return null;
  const limit = readSizeLimit(text, unit);
  if (limit === null) return null;
  return compare(profile[size], sign, limit) ? 'always' : 'never';
}

/** Whether a clause holds for a vehicle. */
export function judgeClause({ terms }: Clause, profile: RoadProfile): Verdict {
  const verdicts = terms.map((term) => judgeTerm(term, profile));
  if (verdicts.includes('never')) return 'never';
  if (verdicts.includes(null)) return null;
  return verdicts.includes('business') ? 'business' : 'always';
}

/** Whether anything holds under a condition. */
export function hasConditions(tags: Tags): boolean {
  for (const key of tags.keys()) if (key.endsWith(':conditional')) return true;
  return false;
}

/** The value of the last clause of `key:conditional` that always holds for a vehicle; undefined where none does. */
export function findConditional(tags: Tags, key: string, profile: RoadProfile): string | undefined {
  const text = tags.get(`${key}:conditional`);
  if (text === undefined) return undefined;
  return listClauses(text).findLast((clause) => judgeClause(clause, profile) === 'always')?.value;
}

/** Whether everything in a value was decided for every vehicle. */
export function isDecided(text: string, profiles: readonly RoadProfile[]): boolean {
  const clauses = listClauses(text);
  return (
    clauses.length > 0 &&
    profiles.every((profile) => clauses.every((clause) => judgeClause(clause, profile) !== null))
  );
}

const KEY =
  /^(?:access|vehicle|motor_vehicle|motorcar|hgv|hgv_articulated|goods|hov|oneway|locked|maxspeed|max(?:gc)?weight(?:rating)?|maxaxleload|maxheight|maxwidth|maxlength)(?::[a-z_]+)*:conditional$/;

/** Of these it is vehicles that are spoken of. */
const KEY_OF_VEHICLES = /^(?:vehicle|motor_vehicle|motorcar|hgv|hgv_articulated|goods):/;

/** Times that hang on no key of access: seasons of a road, hours of a gate or a ferry. */
const TIMES: readonly (readonly [key: string, always: string])[] = [
  ['ice_road', 'no'],
  ['winter_road', 'no'],
  ['seasonal', 'no'],
  ['opening_hours', '24/7'],
];

/** Tells what is open at some times of the day or the year alone: it is taken for open. */
export function tallyTimes(tags: Tags, tally: Tally, id: number): void {
  for (const [key, always] of TIMES) {
    const value = tags.get(key);
    if (value !== undefined && value !== always) tally.add('conditional', key, id);
  }
}

/**
 * Tells the conditions that are no matter of size or business, of a direction, or not understood. On what is not for
 * motor vehicles (`isForAll` false) others speak of those it is for.
 */
export function tallyConditions(
  tags: Tags,
  isForAll: boolean,
  profiles: readonly RoadProfile[],
  tally: Tally,
  id: number,
): void {
  for (const [key, text] of tags) {
    if (!key.endsWith(':conditional') || !KEY.test(key)) continue;
    if (!isForAll && !KEY_OF_VEHICLES.test(key)) continue;
    if (key.startsWith('oneway') || !isDecided(text, profiles)) tally.add('conditional', key, id);
  }
}
