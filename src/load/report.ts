/**
 * Where problems are gathered while files are read and compared. It keeps the first few hundred and counts
 * the rest, so that a file with a million mistakes costs no more memory than one with five hundred.
 */
import type { Problem, ProblemCode } from '../problems.ts';
import { toFound, toPath } from './found.ts';
import { MAX_PROBLEMS } from './limits.ts';

/** Where a record stands: file and keys down to it. */
export interface Spot {
  readonly file: string;
  readonly keys: readonly PropertyKey[];
}

export interface Report {
  /** Tells one problem; `keys` go down from the spot, `found` is the value that stands there. */
  readonly tell: (
    spot: Spot,
    keys: readonly PropertyKey[],
    code: ProblemCode,
    expected: string,
    found: unknown,
  ) => void;
  readonly add: (problem: Problem) => void;
  /** Problems told so far, those beyond the limit included. */
  readonly count: () => number;
  readonly list: () => readonly Problem[];
}

/** An empty report. */
export function createReport(): Report {
  const kept: Problem[] = [];
  const seen = new Set<string>();
  let more = 0;
  const add = (problem: Problem): void => {
    if (kept.length >= MAX_PROBLEMS) {
      more += 1;
      return;
    }
    const key = JSON.stringify([problem.file, problem.path, problem.expected, problem.code]);
    if (seen.has(key)) return;
    seen.add(key);
    kept.push(problem);
  };
  return {
    add,
    tell: (spot, keys, code, expected, found) => {
      add({ file: spot.file, path: toPath([...spot.keys, ...keys]), expected, found: toFound(found), code });
    },
    count: () => kept.length + more,
    list: () => (more === 0 ? kept : [...kept, toRest(more)]),
  };
}

/** The last line of a capped list. Its file is the whole folder. */
function toRest(more: number): Problem {
  const expected = `at most ${MAX_PROBLEMS} problems to list`;
  return { file: '.', path: '', expected, found: `${more} more`, code: 'too-large' };
}
