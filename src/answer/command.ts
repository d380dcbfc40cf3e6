/** The command of `beltway` that asks a request: what an answer prints so that anybody can ask it again. */
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '../units.ts';
import type { AnalysisRequest } from './request.ts';

/** Option and value; null = not said. */
type Said = readonly (readonly [option: string, value: string | null | undefined])[];

const toMinutes = (timeS: number | undefined): string | null =>
  timeS === undefined ? null : String(timeS / SECONDS_PER_MINUTE);

const SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;
const SIGNS_OF_SECONDS = 'SS.mmm';

/**
 * Seconds after midnight as a time of day, with seconds only where there are any.
 *
 * @example
 * toClockWord(27000); // → '07:30'
 * toClockWord(27000.5); // → '07:30:00.5'
 */
export function toClockWord(timeS: number): string {
  const ofDay = ((timeS % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  const [hours, minutes] = [
    Math.floor(ofDay / SECONDS_PER_HOUR),
    Math.floor(ofDay / SECONDS_PER_MINUTE) % 60,
  ];
  const seconds = ofDay % SECONDS_PER_MINUTE;
  const rest = seconds
    .toFixed(3)
    .padStart(SIGNS_OF_SECONDS.length, '0')
    .replace(/\.?0+$/, '');
  const words = [hours, minutes].map((part) => String(part).padStart(2, '0'));
  return [...words, ...(seconds === 0 ? [] : [rest.padStart(2, '0')])].join(':');
}

const toClock = (timeS: number | undefined): string | null =>
  timeS === undefined ? null : toClockWord(timeS);

function listSaid(request: AnalysisRequest): Said {
  const { base, build, vehicleClass, traffic, cutoffS, toleranceS, population, asOf } = request;
  const list = (ids: readonly string[] | undefined): string | null => ids?.join(';') ?? null;
  return [
    ['--base', typeof base === 'string' ? base : null],
    ['--build', typeof build === 'string' ? build : null],
    ['--vehicle', vehicleClass],
    ['--traffic', traffic],
    ['--depart', toClock(request.departS)],
    ['--arrive-by', toClock(request.arriveByS)],
    // A profile of the caller's own has no name here: whoever read its file adds that.
    ['--profile', typeof request.profile === 'string' ? request.profile : null],
    ['--cutoff', toMinutes(cutoffS)],
    ['--tolerance', toMinutes(toleranceS)],
    ...Object.entries(request.groupChoice ?? {}).map(
      ([group, choice]) => ['--group', `${group}=${choice}`] as const,
    ),
    ['--suppliers', population],
    ['--origins', list(request.origins)],
    ['--destinations', list(request.destinations)],
    ['--value-of-time', request.valueOfTimeCnyPerH?.toString()],
    ['--as-of', asOf],
    ['--level', request.criticalLevel?.toString()],
  ];
}

/**
 * A word of a command as a shell takes it: alone, else in quotes.
 *
 * @example
 * quoteWord('my data'); // → "'my data'"
 */
export function quoteWord(word: string): string {
  return /^[\w./:=,+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command with everything that a request says, and further options; what it leaves out is left to the defaults.
 *
 * @example
 * toCommand(['reliability', 'S001'], { cutoffS: 2700, traffic: 'peak' }); // → 'beltway reliability S001 --traffic peak --cutoff 45'
 */
export function toCommand(words: readonly string[], request: AnalysisRequest, more: Said = []): string {
  const options = [...listSaid(request), ...more].flatMap(([option, value]) =>
    value === null || value === undefined ? [] : value === '' ? [option] : [option, value],
  );
  return ['beltway', ...words, ...options].map(quoteWord).join(' ');
}
