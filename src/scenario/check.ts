/**
 * Checks that the kinds of modification share: ids that exist, numbers in range, and something to change. A problem
 * here has no file yet; `apply.ts` puts the scenario's name there.
 */
import type { LonLat } from '../model/source.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { isDate } from './dates.ts';
import type { Draft } from './draft.ts';

/** An error lists up to this many valid ids; a data set's features are too many to read. */
const LISTED_IDS = 40;

/** A problem at a path of a modification. */
export function toProblem(path: string, expected: string, found: unknown, code: ProblemCode): Problem {
  return { file: '', path, expected, found: JSON.stringify(found) ?? 'nothing', code };
}

function listIds(valid: ReadonlySet<string>): string {
  const ids = [...valid].toSorted();
  const rest = ids.length - LISTED_IDS;
  return ids.slice(0, LISTED_IDS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** An id that is none of the valid ones, with those there are. */
export function checkId(
  valid: ReadonlySet<string>,
  id: string,
  what: string,
  path: string,
): readonly Problem[] {
  if (valid.has(id)) return [];
  return [toProblem(path, `a ${what} of the data set: ${listIds(valid)}`, id, 'unknown-id')];
}

/** The same of every id of a list. */
export function checkIds(
  valid: ReadonlySet<string>,
  ids: readonly string[],
  what: string,
  path: string,
): readonly Problem[] {
  return ids.flatMap((id, index) => checkId(valid, id, what, `${path}[${index}]`));
}

/** An id that something else has already. */
export function checkNew(taken: ReadonlySet<string>, id: string, path: string): readonly Problem[] {
  if (!taken.has(id)) return [];
  return [toProblem(path, 'an id that nothing else has', id, 'duplicate-id')];
}

const toIds = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

/** Section ids there are, built ones included. */
export function listSectionIds({ dataset, built }: Draft): ReadonlySet<string> {
  return new Set(toIds([...dataset.sections, ...built.sections]));
}

/** Highway ids there are, built ones included. */
export function listHighwayIds({ dataset, built }: Draft): ReadonlySet<string> {
  return new Set(toIds([...dataset.highways, ...built.highways]));
}

/** Node ids there are, built ones included. */
export function listNodeIds({ dataset, built }: Draft): ReadonlySet<string> {
  return new Set(toIds([...dataset.nodes, ...built.nodes]));
}

/** Feature ids there are, built ones included. */
export function listFeatureIds({ dataset, built }: Draft): ReadonlySet<string> {
  return new Set([...dataset.links, ...built.links].map(({ featureId }) => featureId));
}

/** Ids of places there are, added ones included; what another scenario of a question added is none of them. */
export function listPlaceIds({ dataset, at }: Draft): ReadonlySet<string> {
  const records = [...dataset.zones, ...dataset.plants, ...dataset.suppliers];
  return new Set([...toIds(records.filter(({ whatIf }) => whatIf !== true)), ...at.keys()]);
}

/** Ids of the assembler groups. */
export function listGroupIds({ dataset }: Draft): ReadonlySet<string> {
  return new Set(toIds(dataset.header.groups));
}

/** Not null and no date of the calendar. */
export function checkDate(date: string | null, path: string): readonly Problem[] {
  if (date === null || isDate(date)) return [];
  const expected = 'a date YYYY, YYYY-MM or YYYY-MM-DD of the calendar, or null';
  return [toProblem(path, expected, date, 'out-of-range')];
}

/** Not a number from `least` to `most`. */
export function checkRange(
  value: number,
  [least, most]: readonly [number, number],
  unit: string,
  path: string,
): readonly Problem[] {
  if (Number.isFinite(value) && value >= least && value <= most) return [];
  return [toProblem(path, `${unit}, ${least} to ${most}`, value, 'out-of-range')];
}

/** A point outside the region of the data set. */
export function checkPoint({ dataset }: Draft, at: LonLat, path: string): readonly Problem[] {
  const [west, south, east, north] = dataset.header.region;
  const [lon, lat] = at;
  if (lon >= west && lon <= east && lat >= south && lat <= north) return [];
  const expected = `lon,lat within ${west}, ${south}, ${east}, ${north} in WGS84`;
  return [toProblem(path, expected, at, 'off-region')];
}

/** Of a modification that changes no link. */
export function toTouchesNothing(path: string): Problem {
  return {
    ...{ file: '', path, expected: 'a modification that touches a link', found: 'none' },
    code: 'contradiction',
  };
}
