/** The command of `beltway` that asks a request: what an answer prints so that anybody can ask it again. */
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { AnalysisRequest } from './request.ts';

/** Option and value; null = not said. */
type Said = readonly (readonly [option: string, value: string | null | undefined])[];

const toMinutes = (timeS: number | undefined): string | null =>
  timeS === undefined ? null : String(timeS / SECONDS_PER_MINUTE);

function listSaid(request: AnalysisRequest): Said {
  const { base, build, vehicleClass, traffic, cutoffS, toleranceS, population, asOf } = request;
  const list = (ids: readonly string[] | undefined): string | null => ids?.join(';') ?? null;
  return [
    ['--base', typeof base === 'string' ? base : null],
    ['--build', typeof build === 'string' ? build : null],
    ['--vehicle', vehicleClass],
    ['--traffic', traffic],
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
