/**
 * The engine's worker: holds the data set and answers one task after the other with the same code as the command
 * line. Two of them run: one for what must follow the finger, one for what takes longer.
 */
import { DataError, toSentence } from '../../src/index.ts';
import type { Ask, Reply } from './protocol.ts';
import { fetchRest, runTask } from './tasks.ts';

function toProblems(error: unknown): readonly string[] {
  if (error instanceof DataError) return error.problems.map(toSentence);
  return [error instanceof Error ? error.message : String(error)];
}

let last: Readonly<Record<string, unknown>> = {};

/** An answer without the lists that the page has already: most of it stays when only the cutoff changes. */
function leaveOutKept(id: number, answer: Readonly<Record<string, unknown>>): Reply {
  const kept = Object.keys(answer).filter(
    (key) => typeof answer[key] === 'object' && answer[key] === last[key],
  );
  last = answer;
  const output = Object.fromEntries(Object.entries(answer).filter(([key]) => !kept.includes(key)));
  return { id, ok: true, output, kept };
}

async function answerAsk({ id, task, input }: Ask): Promise<Reply> {
  try {
    const output = await runTask(task, input);
    if (task === 'answer') return leaveOutKept(id, output as Readonly<Record<string, unknown>>);
    return { id, ok: true, output };
  } catch (error) {
    return { id, ok: false, problems: toProblems(error) };
  }
}

/** How long after its first answer the engine fetches the rest of itself, in ms: the page comes first. */
const REST_MS = 1000;
let wantsRest = true;

let queue: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  queue = queue.then(async () => self.postMessage(await answerAsk(data)));
  if (wantsRest) void queue.then(() => setTimeout(() => void fetchRest(), REST_MS));
  wantsRest = false;
});
