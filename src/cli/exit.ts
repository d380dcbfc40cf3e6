/** Exit codes and the errors that carry them. What an error says goes to stderr, the answer to stdout. */
import { DataError, toSentence, type Problem } from '../index.ts';

/** 130 is what shells say of a program that Ctrl-C ended (128 + SIGINT). */
export const EXIT = { done: 0, failed: 1, usage: 2, data: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end of the program that is not an answer: lines for stderr and the code to leave with. */
export class Failure extends Error {
  readonly code: ExitCode;
  readonly problems: readonly Problem[];
  /** Lines that follow the message. */
  readonly more: readonly string[];

  constructor(
    code: ExitCode,
    message: string,
    problems: readonly Problem[] = [],
    more: readonly string[] = [],
  ) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.problems = problems;
    this.more = more;
  }
}

/** Where a problem stands when the request is wrong and not a file. */
const REQUEST_FILES: ReadonlySet<string> = new Set([
  ...['request', 'setting', 'scenario', 'date', 'schema', 'certificate', 'skim'],
]);

/** A place that was asked for by its coordinate, e.g. one off the map. */
const ASKED_POINT = /^place -?\d/;

/** Usage when everything that is wrong stands in the request, else invalid data. */
export function toProblemCode(problems: readonly Problem[]): ExitCode {
  const isAsked = ({ file }: Problem): boolean => REQUEST_FILES.has(file) || ASKED_POINT.test(file);
  return problems.every(isAsked) ? EXIT.usage : EXIT.data;
}

/** Lines and code of an end. Throws on what is neither. */
function toEnd(error: unknown): { readonly lines: readonly string[]; readonly code: ExitCode } {
  if (error instanceof DataError)
    return { lines: error.problems.map(toSentence), code: toProblemCode(error.problems) };
  if (!(error instanceof Failure)) throw error;
  const { message, more, problems, code } = error;
  return { lines: [message, ...more, ...problems.map(toSentence)], code };
}

/** Does the same with all of several. Throws Failure with everything that is wrong with any of them, each line once. */
export function tryAll<T, R>(all: readonly T[], act: (one: T) => R): readonly R[] {
  const done: R[] = [];
  const ends: ReturnType<typeof toEnd>[] = [];
  for (const one of all) {
    try {
      done.push(act(one));
    } catch (error) {
      ends.push(toEnd(error));
    }
  }
  if (ends.length === 0) return done;
  const [first = '', ...more] = new Set(ends.flatMap(({ lines }) => lines));
  const code = ends.every((end) => end.code === EXIT.usage) ? EXIT.usage : EXIT.data;
  throw new Failure(code, first, [], more);
}
