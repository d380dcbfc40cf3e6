/** Makes parts of a sweep, in this thread or in several, and writes each as soon as it is there. */
import { Piscina } from 'piscina';
import { DataError, toSentence } from '../../index.ts';
import { EXIT, Failure } from '../exit.ts';
import { hearInterrupt, letTurn } from '../interrupt.ts';
import { SWEEP_THREAD } from '../package-files.ts';
import { clearProgress, showBar } from '../terminal.ts';
import type { SweepArguments } from './arguments.ts';
import { createMeasurer, type Measurer, type Sweep } from './measure.ts';
import { writePart, type Row } from './parts.ts';

/** Rows of a part, or what is wrong with its scenarios. */
export type Made = { readonly rows: readonly Row[] } | { readonly problems: readonly string[] };

export interface Work {
  readonly folder: string;
  readonly plan: string;
  readonly parts: readonly number[];
  readonly threads: number;
}

function say(error: Failure | DataError): readonly string[] {
  const problems = error.problems.map((problem) => toSentence(problem));
  return error instanceof Failure ? [error.message, ...problems] : problems;
}

function listProblems(error: unknown): readonly string[] {
  if (error instanceof Failure || error instanceof DataError) return say(error);
  throw error;
}

/** Makes one part. A scenario that cannot be read is told, and keeps no other from being tried. */
export function makePart(measure: Measurer, part: number): Made {
  const rows: Row[] = [];
  const problems: string[] = [];
  for (const make of measure(part)) {
    try {
      rows.push(...make());
    } catch (error) {
      problems.push(...listProblems(error));
    }
  }
  return problems.length > 0 ? { problems } : { rows };
}

async function* makeHere(sweep: Sweep, parts: readonly number[]): AsyncGenerator<readonly [number, Made]> {
  const measure = createMeasurer(sweep);
  for (const part of parts) {
    yield [part, makePart(measure, part)];
    await letTurn();
  }
}

/** Parts as they are ready; a few wait in line, not all. */
async function* makeThere(
  given: SweepArguments,
  { parts, threads }: Work,
): AsyncGenerator<readonly [number, Made]> {
  const pool = new Piscina({
    filename: SWEEP_THREAD,
    workerData: given,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const waiting = new Map<number, Promise<readonly [number, Made]>>();
    const rest = [...parts];
    while (waiting.size > 0 || rest.length > 0) {
      while (waiting.size < 2 * threads && rest.length > 0) {
        const part = rest.shift() ?? 0;
        waiting.set(
          part,
          pool.run(part, { name: 'makeOne' }).then((made: Made) => [part, made] as const),
        );
      }
      const ready = await Promise.race(waiting.values());
      waiting.delete(ready[0]);
      yield ready;
    }
  } finally {
    await pool.destroy();
  }
}

/** Makes and writes the parts. Throws Failure with everything wrong in the scenarios when all others are written. */
export async function makeParts(sweep: Sweep, given: SweepArguments, work: Work): Promise<void> {
  const { folder, plan, parts, threads } = work;
  let written = 0;
  const problems: string[] = [];
  const { wasHeard, end } = hearInterrupt();
  const made = threads > 1 && parts.length > 1 ? makeThere(given, work) : makeHere(sweep, parts);
  try {
    showBar('Sweeping', 0, parts.length);
    for await (const [part, result] of made) {
      if ('rows' in result) {
        writePart(folder, plan, part, result.rows);
        written += 1;
      } else problems.push(...result.problems);
      showBar('Sweeping', written, parts.length);
      if (wasHeard())
        throw new Failure(
          EXIT.interrupted,
          `interrupted: ${written} of ${parts.length} parts are written; the same command goes on from there`,
        );
    }
  } finally {
    end();
    clearProgress();
  }
  if (problems.length > 0) {
    const [first = '', ...more] = [...new Set(problems)];
    throw new Failure(EXIT.data, first, [], more);
  }
}
