/** Makes parts of a sweep, in this thread or in several, and writes each as soon as it is there. */
import { Piscina } from 'piscina';
import { EXIT, Failure } from '../exit.ts';
import { hearInterrupt, letTurn } from '../interrupt.ts';
import { SWEEP_THREAD } from '../package-files.ts';
import { clearProgress, showBar } from '../terminal.ts';
import type { SweepArguments } from './arguments.ts';
import { createMeasurer, type Measurer, type Sweep } from './measure.ts';
import { writePart, type Row } from './parts.ts';
import { toFailedRow } from './status.ts';

export interface Work {
  readonly folder: string;
  readonly plan: string;
  readonly parts: readonly number[];
  readonly threads: number;
}

/** Makes one part. A scenario that is wrong has a row that says so, and keeps no other from being computed. */
export function makePart({ listTasks, width }: Measurer, part: number): readonly Row[] {
  return listTasks(part).flatMap(({ one, make, isFirst }) => {
    try {
      return make();
    } catch (error) {
      const row = toFailedRow(one, error, width);
      return isFirst ? [row] : [];
    }
  });
}

async function* makeHere(
  sweep: Sweep,
  parts: readonly number[],
): AsyncGenerator<readonly [number, readonly Row[]]> {
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
): AsyncGenerator<readonly [number, readonly Row[]]> {
  const pool = new Piscina({
    filename: SWEEP_THREAD,
    workerData: given,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const waiting = new Map<number, Promise<readonly [number, readonly Row[]]>>();
    const rest = [...parts];
    while (waiting.size > 0 || rest.length > 0) {
      while (waiting.size < 2 * threads && rest.length > 0) {
        const part = rest.shift() ?? 0;
        waiting.set(
          part,
          pool.run(part, { name: 'makeOne' }).then((made: readonly Row[]) => [part, made] as const),
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

/** Makes and writes the parts. Throws Failure where it is interrupted. */
export async function makeParts(sweep: Sweep, given: SweepArguments, work: Work): Promise<void> {
  const { folder, plan, parts, threads } = work;
  let written = 0;
  const { wasHeard, end } = hearInterrupt();
  const made = threads > 1 && parts.length > 1 ? makeThere(given, work) : makeHere(sweep, parts);
  try {
    showBar('Sweeping', 0, parts.length);
    for await (const [part, rows] of made) {
      writePart(folder, plan, part, rows);
      written += 1;
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
}
