/** A moment of a day of traffic: when a trip leaves, or by when it arrives. */
import type { Dataset } from '../model/dataset.ts';
import type { Profile } from '../model/day.ts';
import { DataError, type Problem } from '../problems.ts';
import { MS_PER_SECOND } from '../units.ts';
import { MS_PER_DAY } from './bans.ts';

/** Milliseconds after midnight. */
type Moment = { readonly departMs: number } | { readonly arriveByMs: number };

export interface Clock {
  readonly profile: Profile;
  readonly moment: Moment;
}

/** What a caller says: one of the two moments in seconds after midnight, and a profile or the first of the data. */
export interface ClockChoice {
  /** Id of a profile, or one of the caller's own. */
  readonly profile?: string | Profile | undefined;
  readonly departS?: number | undefined;
  readonly arriveByS?: number | undefined;
}

const DAY_S = MS_PER_DAY / MS_PER_SECOND;

function checkMoment(path: string, timeS: number | undefined): readonly Problem[] {
  const isWhole = timeS === undefined || Number.isInteger(timeS * MS_PER_SECOND);
  if (timeS === undefined || (isWhole && timeS >= 0 && timeS < DAY_S)) return [];
  const expected = `seconds after midnight, 0 to below ${DAY_S}`;
  return [{ file: 'request', path, expected, found: String(timeS), code: 'out-of-range' }];
}

function findProfile({ profiles }: Dataset, asked: ClockChoice['profile']): Profile | undefined {
  if (typeof asked === 'object') return asked;
  return asked === undefined ? profiles[0] : profiles.find(({ id }) => id === asked);
}

function toProfileProblem({ profiles }: Dataset, found: string): Problem {
  const ids = profiles.map(({ id }) => id).join(', ');
  const expected = profiles.length === 0 ? 'a data set with a day of traffic' : `a profile: ${ids}`;
  return { file: 'request', path: 'profile', expected, found, code: 'unknown-id' };
}

/** The clock of a choice, null where it names no moment. Throws DataError with everything that is wrong in it. */
export function toClock(dataset: Dataset, choice: ClockChoice): Clock | null {
  const { profile: asked, departS, arriveByS } = choice;
  const isAsked = departS !== undefined || arriveByS !== undefined;
  const profile = findProfile(dataset, asked);
  const problems: Problem[] = [...checkMoment('departS', departS), ...checkMoment('arriveByS', arriveByS)];
  const both = departS !== undefined && arriveByS !== undefined;
  const tell = (path: string, expected: string, found: string): void => {
    problems.push({ file: 'request', path, expected, found, code: 'contradiction' });
  };
  if (both) tell('arriveByS', 'a departure or an arrival, not both', String(arriveByS));
  if (profile === undefined && (isAsked || asked !== undefined))
    problems.push(toProfileProblem(dataset, typeof asked === 'string' ? asked : 'none'));
  else if (asked !== undefined && !isAsked)
    tell('profile', 'a departure or an arrival with a profile', 'neither');
  if (problems.length > 0) throw new DataError(problems);
  if (profile === undefined || !isAsked) return null;
  const moment =
    departS === undefined
      ? { arriveByMs: (arriveByS ?? 0) * MS_PER_SECOND }
      : { departMs: departS * MS_PER_SECOND };
  return { profile, moment };
}
