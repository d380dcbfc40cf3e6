/**
 * Work that falls into tasks, done in this thread or in several: the columns of the job lie in memory that all of them
 * see. The answer is the same whoever does which task.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { openJob, shareColumns, type Job, type JobKind, type Jobs } from '../../index.ts';
import { EXIT, Failure } from '../exit.ts';
import { toReason } from '../files.ts';
import { hearInterrupt, letTurn, toInterruption } from '../interrupt.ts';
import { TASK_THREAD } from '../package-files.ts';
import { clearProgress, showBar } from '../terminal.ts';

/** Threads that are asked for, or as many of those of the machine as pay. */
export function chooseThreads(asked: number | undefined, countPaid: (there: number) => number): number {
  return asked ?? countPaid(availableParallelism());
}

/** Whatever is asked for. */
const MOST_THREADS = 256;

/** The bar counts in hundredths. */
const PARTS = 100;

export interface Sharing {
  readonly threads: number;
  /** What is being done, for the terminal. */
  readonly words: string;
  /** Program of a thread. */
  readonly program?: string;
}

/** Keeps the result of a task by its number. */
type Keep<R> = (task: number, result: R) => void;

async function doHere<K extends JobKind>(
  job: Job<K>,
  tasks: readonly Jobs[K]['task'][],
  keep: Keep<Jobs[K]['result']>,
  wasHeard: () => boolean,
): Promise<void> {
  const run = openJob(job);
  for (const [i, task] of tasks.entries()) {
    keep(i, run(task));
    await letTurn();
    if (wasHeard()) throw toInterruption();
  }
}

async function doThere<K extends JobKind>(
  job: Job<K>,
  tasks: readonly Jobs[K]['task'][],
  keep: Keep<Jobs[K]['result']>,
  { threads, program = TASK_THREAD }: Sharing,
  heard: Promise<void>,
): Promise<void> {
  const count = Math.min(threads, tasks.length, MOST_THREADS);
  const pool = new Piscina({
    ...{ filename: program, workerData: shareColumns(job) },
    ...{ minThreads: count, maxThreads: count },
  });
  const doOne = async (task: Jobs[K]['task'], i: number): Promise<void> =>
    keep(i, (await pool.run(task, { name: 'doTask' })) as Jobs[K]['result']);
  const interruption = heard.then(() => {
    throw toInterruption();
  });
  try {
    await Promise.race([Promise.all(tasks.map(doOne)), interruption]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(EXIT.failed, `a thread ended before its work did (${toReason(error)})`);
  } finally {
    await pool.destroy();
  }
}

/**
 * Does all tasks of a job, and gives their results in the order of the tasks. Throws Failure where a thread ends, and as
 * soon as Ctrl-C was pressed.
 */
export async function doTasks<K extends JobKind>(
  job: Job<K>,
  tasks: readonly Jobs[K]['task'][],
  sharing: Sharing,
): Promise<readonly Jobs[K]['result'][]> {
  const { threads, words } = sharing;
  const { heard, wasHeard, end } = hearInterrupt();
  const results: Jobs[K]['result'][] = [];
  let done = 0;
  const keep: Keep<Jobs[K]['result']> = (i, result) => {
    results[i] = result;
    done += 1;
    showBar(words, Math.floor((PARTS * done) / tasks.length), PARTS);
  };
  try {
    showBar(words, 0, PARTS);
    if (threads > 1 && tasks.length > 1) await doThere(job, tasks, keep, sharing, heard);
    else await doHere(job, tasks, keep, wasHeard);
  } finally {
    end();
    clearProgress();
  }
  return results;
}
