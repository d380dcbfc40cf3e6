/** The hour of the day on the command line: when trips leave or arrive, and the day of traffic they are in. */
import { InvalidArgumentError, type Command } from 'commander';
import { readProfile, type Dataset, type Profile } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';

export interface ClockOptions {
  readonly depart?: number;
  readonly arriveBy?: number;
  readonly profile?: string;
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?$/;

/** HH:MM as seconds after midnight; seconds down to the millisecond may follow. */
function readClock(text: string): number {
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? [];
  const [h, min, s] = [hours, minutes, seconds].map(Number) as [number, number, number];
  if (hours === undefined || h > 23 || min > 59 || s >= 60)
    throw new InvalidArgumentError('A time of day as HH:MM expected, 00:00 to 23:59.');
  return (h * 60 + min) * 60 + s;
}

/** `--depart`, `--arrive-by`, `--profile`. */
export function addClockOptions(command: Command): Command {
  return command
    .option('--depart <HH:MM>', 'leave at this time: times of the hour instead of a traffic state', readClock)
    .option('--arrive-by <HH:MM>', 'arrive by this time, just in time', readClock)
    .option('--profile <id|file>', 'day of traffic: of the data, or a JSON file (default: the first)');
}

/** A day of traffic by id, or read from a file of that name and checked like those of the data. */
export function openProfile(dataset: Dataset, name: string | undefined): string | Profile | undefined {
  if (name === undefined || !name.endsWith('.json')) return name;
  const { profile, problems } = readProfile(dataset, readTextFile(name), name);
  if (profile === null) throw new Failure(EXIT.data, `${name}: not a day of traffic`, problems);
  return profile;
}

/** What a request says of the clock. */
export function toClockRequest(
  dataset: Dataset,
  { depart, arriveBy, profile }: ClockOptions,
): { departS?: number | undefined; arriveByS?: number | undefined; profile?: string | Profile | undefined } {
  return { departS: depart, arriveByS: arriveBy, profile: openProfile(dataset, profile) };
}
