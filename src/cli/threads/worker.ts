/** A thread that does tasks of one job. */
import { workerData } from 'piscina';
import { openJob, type Job, type JobKind, type Jobs } from '../../index.ts';

const run = openJob(workerData as Job);

/** Does a task. */
export function doTask(task: Jobs[JobKind]['task']): Jobs[JobKind]['result'] {
  return run(task);
}
