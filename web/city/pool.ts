/**
 * The closings of a city's links shared among workers that begin with them and end with them: each is told the job once, and
 * then a task after the other. The results are in the order of the tasks, whoever did which.
 */
import type { ClosingTask, Job, LinkLoss } from '../../src/index.ts';

type Losses = readonly LinkLoss[];

/** What a worker of the pool is told: the job, then tasks by their numbers. */
export type Told =
  | { readonly job: Job<'closings'> }
  | { readonly number: number; readonly task: ClosingTask };

export interface Done {
  readonly number: number;
  readonly result: Losses;
}

/** What the pool needs of a worker. */
export interface PoolWorker {
  postMessage: (told: Told) => void;
  addEventListener: ((kind: 'message', listener: (event: MessageEvent<Done>) => void) => void) &
    ((kind: 'error', listener: (event: ErrorEvent) => void) => void);
  terminate: () => void;
}

/** A worker ended before its work did. */
export class WorkerDied extends Error {}
/** The work was given up. */
export class GivenUp extends Error {}

export interface SharedWork {
  readonly results: Promise<readonly Losses[]>;
  /** Gives it up; of work that is done nothing is left to give up. */
  readonly stop: () => void;
}

interface Sharing {
  readonly workers: number;
  readonly startWorker: () => PoolWorker;
  /** Told the number of each task that is done. */
  readonly onDone: (task: number) => void;
}

/** Tasks that a worker has before it: it need not wait for a page that is drawing. */
const AHEAD = 2;

/** Begins work in so many workers, in no more than there are tasks. */
export function shareWork(
  job: Job<'closings'>,
  tasks: readonly ClosingTask[],
  { workers, startWorker, onDone }: Sharing,
): SharedWork {
  const count = Math.min(workers, tasks.length);
  const pool: PoolWorker[] = [];
  const found: Losses[] = [];
  let [next, done] = [0, 0];
  const giveNext = (worker: PoolWorker): void => {
    const task = tasks[next];
    if (task === undefined) return;
    worker.postMessage({ number: next, task });
    next += 1;
  };
  const end = (): void => {
    for (const worker of pool.splice(0)) worker.terminate();
  };
  let giveUp = (): void => undefined;
  const results = new Promise<readonly Losses[]>((resolve, reject) => {
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    giveUp = () => fail(new GivenUp());
    const take = (worker: PoolWorker, { number, result }: Done): void => {
      if (pool.length === 0) return;
      found[number] = result;
      done += 1;
      onDone(number);
      if (done < tasks.length) giveNext(worker);
      else {
        end();
        resolve(found);
      }
    };
    for (let i = 0; i < count; i += 1) {
      const worker = startWorker();
      pool.push(worker);
      worker.addEventListener('message', ({ data }) => take(worker, data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        // One that did not even load has no message.
        fail(new WorkerDied((event as Partial<ErrorEvent>).message ?? ''));
      });
      worker.postMessage({ job });
    }
    for (let i = 0; i < AHEAD; i += 1) pool.forEach(giveNext);
    if (count === 0) resolve(found);
  });
  return { results, stop: giveUp };
}
