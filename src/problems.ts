/**
 * What can be wrong with a file, told as data: where, what was expected, what was found.
 * The place that shows a problem owns the sentence; nothing here prints.
 */

/** One thing wrong with one value of one file. */
export interface Problem {
  /** File name relative to the data folder, e.g. `highways/n2r.geojson`. */
  readonly file: string;
  /** Where in the file, e.g. `features[2].properties.lengthM`; empty for the whole file. */
  readonly path: string;
  /** What would have been right, e.g. `a length in metres above 0`. */
  readonly expected: string;
  /** What stands there, shortened, as JSON text, e.g. `-80`. */
  readonly found: string;
  /** Stable name of the kind of problem, e.g. `unknown-id`. */
  readonly code: ProblemCode;
}

export type ProblemCode =
  | 'not-json'
  | 'too-large'
  | 'wrong-type'
  | 'out-of-range'
  | 'unknown-key'
  | 'missing'
  | 'unknown-id'
  | 'duplicate-id'
  | 'off-region'
  | 'not-wgs84'
  | 'broken-file'
  | 'unsupported'
  | 'contradiction';

/** All problems of one load or one request, thrown together. */
export class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(toSentence).join('\n'));
    this.name = 'DataError';
    this.problems = problems;
  }
}

/**
 * A problem as one line of text.
 *
 * @example
 * toSentence({ file: 'a.json', path: 'x', expected: 'a number', found: '"80"', code: 'wrong-type' });
 * // → 'a.json: x: expected a number, found "80"'
 */
export function toSentence(problem: Problem): string {
  const where = problem.path === '' ? problem.file : `${problem.file}: ${problem.path}`;
  return `${where}: expected ${problem.expected}, found ${problem.found}`;
}
