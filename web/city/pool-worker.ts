/** A worker of the pool: it is told a job, and does tasks of it. */
import { openClosingTasks } from '../../src/index.ts';
import type { Done, Told } from './pool.ts';

let run: ReturnType<typeof openClosingTasks> | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if ('job' in data) run = openClosingTasks(data.job.plan, data.job.limits);
  else if (run !== null) self.postMessage({ number: data.number, result: run(data.task) } satisfies Done);
});
