/** Whether a vehicle is too heavy or too big for a road or a gap in a barrier. */
import type { RoadProfile } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { ACCESS, type Access, type Direction } from './access.ts';
import { findConditional, judgeClause, listClauses } from './conditional.ts';
import { readSizeLimit, type SizeUnit } from './size-limit.ts';
import type { Tally } from './tally.ts';

type Size = 'weightT' | 'axleLoadT' | 'heightM' | 'widthM' | 'lengthM';
type Row = readonly [key: string, size: Size, unit: SizeUnit];

const KEYS: readonly Row[] = [
  ['maxweight', 'weightT', 't'],
  ['maxweightrating', 'weightT', 't'],
  ['maxgcweight', 'weightT', 't'],
  ['maxgcweightrating', 'weightT', 't'],
  ['maxaxleload', 'axleLoadT', 't'],
  ['maxheight', 'heightM', 'm'],
  ['maxheight:physical', 'heightM', 'm'],
  ['maxwidth', 'widthM', 'm'],
  ['maxwidth:physical', 'widthM', 'm'],
  ['maxlength', 'lengthM', 'm'],
];
/** Of a barrier, the width is that of the barrier itself. */
const KEYS_OF_ROADS: readonly Row[] = [...KEYS, ['width', 'widthM', 'm'], ['est_width', 'widthM', 'm']];

const BEGINNING = /^(?:max|width|est_width)/;
/** Limits of what is not known of a vehicle. */
const UNKNOWN = /^max(?:axles|bogieweight|unladenweight)(?::|$)/;

/** The key that speaks of a vehicle in a direction: the most particular one that is there. */
function findKey(tags: Tags, key: string, profile: RoadProfile, direction: Direction | null): string | null {
  const own = profile.maxspeed.map((word) => `${key}:${word}`);
  const keys = [...own, key].flatMap((one) => (direction === null ? [one] : [`${one}:${direction}`, one]));
  return keys.find((one) => tags.has(one) || tags.has(`${one}:conditional`)) ?? null;
}

/** Whether a limit is lifted for whoever has business there: `maxweight:conditional=none @ delivery`. */
function isLifted(
  tags: Tags,
  key: string,
  limit: number,
  [, size, unit]: Row,
  profile: RoadProfile,
): boolean {
  const clauses = listClauses(tags.get(`${key}:conditional`) ?? '');
  const lifts = clauses.some((clause) => {
    if (judgeClause(clause, profile) !== 'business') return false;
    return clause.value === 'yes' || (readSizeLimit(clause.value, unit) ?? 0) >= profile[size];
  });
  return lifts || isNamedBesides(tags, limit, unit, profile);
}

/** The same written as access of those above the limit: `hgv:conditional=delivery @ (weight>7.5)`. */
function isNamedBesides(tags: Tags, limit: number, unit: SizeUnit, profile: RoadProfile): boolean {
  const clauses = profile.access.flatMap((key) => listClauses(tags.get(`${key}:conditional`) ?? ''));
  return clauses.some(
    ({ value, terms: [term = '', ...more] }) =>
      /^(?:destination|delivery)$/.test(value) &&
      more.length === 0 &&
      readSizeLimit(/^[a-z]+ ?>=? ?(.+)$/.exec(term)?.[1] ?? '', unit) === limit,
  );
}

/**
 * Closed where a limit is below the vehicle's size, for business only where the limit excepts that. Limits that are not
 * understood are tallied and keep nobody out. Without a direction the tags are those of a node.
 */
export function readFit(
  tags: Tags,
  profile: RoadProfile,
  direction: Direction | null,
  tally: Tally,
  id: number,
): Access {
  let fit: Access = ACCESS.open;
  const said = [...tags.keys()].filter((one) => BEGINNING.test(one));
  if (said.length === 0) return fit;
  for (const key of said) if (UNKNOWN.test(key)) tally.add('size', `${key}=${tags.get(key)}`, id);
  for (const row of direction === null ? KEYS : KEYS_OF_ROADS) {
    const [name, size, unit] = row;
    if (!said.some((one) => one.startsWith(name))) continue;
    const key = findKey(tags, name, profile, direction);
    const text = key === null ? undefined : (findConditional(tags, key, profile) ?? tags.get(key));
    if (key === null || text === undefined) continue;
    const limit = readSizeLimit(text, unit);
    if (limit === null) tally.add('size', `${key}=${text}`, id);
    else if (profile[size] > limit) {
      if (!isLifted(tags, key, limit, row, profile)) return ACCESS.closed;
      fit = ACCESS.destination;
    }
  }
  return fit;
}
