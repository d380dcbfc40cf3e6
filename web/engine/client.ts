/**
 * The page's side of a worker. Each kind of task has one lane: while one question is being answered only the
 * newest one after it waits, and an answer that a newer question has overtaken is dropped, never shown. A worker
 * that breaks is replaced, and what was asked is asked again once.
 */
import type { Ask, OwnSites, Reply, Tasks } from './protocol.ts';

/** A question that a newer one has replaced. */
export class Overtaken extends Error {}
/** The worker said what is wrong with the question. */
export class Refused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
/** The worker itself broke, twice on the same question. */
export class Broken extends Error {}

/** Any question that crosses to a worker. */
interface Sent {
  readonly id: number;
  readonly task: PropertyKey;
  readonly input: unknown;
}

interface Pending {
  readonly ask: Sent;
  readonly retried: boolean;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** Tasks by name: what goes in, what comes out. */
type TaskTable<T> = { readonly [N in keyof T]: { readonly input: unknown; readonly output: unknown } };

export interface Engine<T extends TaskTable<T> = Tasks> {
  readonly ask: <N extends keyof T>(task: N, input: T[N]['input']) => Promise<T[N]['output']>;
  readonly stop: () => void;
}

/** What a broken worker was asked is asked once more, not for ever. */
function askAgain(pending: Pending, enqueue: (pending: Pending) => void): void {
  if (pending.retried) pending.reject(new Broken('the worker stopped'));
  else enqueue({ ...pending, retried: true });
}

/** Tells who asked what came of it. */
function settle(pending: Pending, reply: Reply, output: unknown, isOvertaken: boolean): void {
  if (isOvertaken) pending.reject(new Overtaken());
  else if (reply.ok) pending.resolve(output as never);
  else pending.reject(new Refused(reply.problems));
}

/** Makes answers whole with the lists of the one before, overtaken or not; a new worker begins anew. */
function createJoiner(): (reply: Reply) => unknown {
  let whole: Readonly<Record<string, unknown>> = {};
  return (reply) => {
    if (!reply.ok || reply.kept === undefined) return reply.ok ? reply.output : null;
    const kept = reply.kept.map((key) => [key, whole[key]] as const);
    whole = { ...(reply.output as object), ...Object.fromEntries(kept) };
    return whole;
  };
}

/** Makes an engine over a worker; `onRestart` is told when it had to be replaced. */
export function createEngine<T extends TaskTable<T> = Tasks>(
  startWorker: () => Worker,
  onRestart: () => void,
): Engine<T> {
  let lastId = 0;
  let sites: OwnSites | null = null;
  let complete = createJoiner();
  const running = new Map<PropertyKey, Pending>();
  const waiting = new Map<PropertyKey, Pending>();

  function send(pending: Pending): void {
    running.set(pending.ask.task, pending);
    worker.postMessage(pending.ask);
  }
  function enqueue(pending: Pending): void {
    const { task } = pending.ask;
    waiting.get(task)?.reject(new Overtaken());
    waiting.delete(task);
    if (running.has(task)) waiting.set(task, pending);
    else send(pending);
  }
  function receive({ data }: MessageEvent<Reply>): void {
    const output = complete(data);
    const pending = [...running.values()].find(({ ask }) => ask.id === data.id);
    if (pending === undefined) return;
    const { task } = pending.ask;
    running.delete(task);
    const next = waiting.get(task);
    waiting.delete(task);
    settle(pending, data, output, next !== undefined);
    if (next !== undefined) send(next);
  }
  function restart(): void {
    worker.terminate();
    worker = watch(startWorker());
    complete = createJoiner();
    const lost = [...running.values(), ...waiting.values()];
    running.clear();
    waiting.clear();
    onRestart();
    if (sites !== null) worker.postMessage({ id: 0, task: 'sites', input: sites } satisfies Ask);
    for (const pending of lost) askAgain(pending, enqueue);
  }
  function watch(one: Worker): Worker {
    one.addEventListener('message', receive);
    one.addEventListener('error', (event) => {
      event.preventDefault();
      if (one === worker) restart();
    });
    return one;
  }
  let worker = watch(startWorker());

  return {
    ask: (task, input) => {
      if (task === 'sites') sites = input as OwnSites | null;
      const ask = { id: (lastId += 1), task, input };
      return new Promise((resolve, reject) => enqueue({ ask, retried: false, resolve, reject }));
    },
    stop: () => worker.terminate(),
  };
}
