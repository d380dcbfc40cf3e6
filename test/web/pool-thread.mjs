/** A worker of the page's pool, as a thread of Node: the job, then its tasks. */
import { parentPort } from 'node:worker_threads';
import { openClosingTasks } from '../../dist/city/closings.js';

let run = null;

parentPort.on('message', (told) => {
  if ('job' in told) run = openClosingTasks(told.job.plan, told.job.limits);
  else parentPort.postMessage({ number: told.number, result: run(told.task) });
});
