/**
 * The engine's worker: holds the data set and answers one task after the other with the same code as the command
 * line. Two of them run: one for what must follow the finger, one for what takes longer.
 */
import { DataError, toSentence } from '../../src/index.ts';
import type { Ask, Reply } from './protocol.ts';
import { runTask } from './tasks.ts';

function toProblems(error: unknown): readonly string[] {
  if (error instanceof DataError) return error.problems.map(toSentence);
  return [error instanceof Error ? error.message : String(error)];
}

async function answerAsk({ id, task, input }: Ask): Promise<Reply> {
  try {
    return { id, ok: true, output: await runTask(task, input) };
  } catch (error) {
    return { id, ok: false, problems: toProblems(error) };
  }
}

let queue: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  queue = queue.then(async () => self.postMessage(await answerAsk(data)));
});
