/** Threads that end or hang while they are waited for. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../../src/cli/exit.ts';
import { doTasks } from '../../../src/cli/threads/tasks.ts';
import { planClosings } from '../../../src/routing/closings.ts';
import { makeOracleGraph } from '../../routing/second-opinion.ts';

const program = fileURLToPath(new URL('broken.mjs', import.meta.url));
const graph = makeOracleGraph(7);
const plan = planClosings(graph, new Int32Array(graph.edgeCount), [0], [1]);
const job = { kind: 'closings', plan, limits: { cutoffS: 60, toleranceS: 0 } } as const;

function ask(...destinations: readonly number[]): Promise<unknown> {
  const tasks = destinations.map((destination) => ({ destination, from: 0, to: 1 }));
  return doTasks(job, tasks, { threads: 2, words: 'Closing', program });
}

describe('threads', () => {
  it('that end before their work does are an error', async () => {
    const error = await ask(0, 0, 1).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: EXIT.failed });
    expect(String(error)).toContain('a thread ended before its work did');
  });

  it('end with Ctrl-C, whatever they do', async () => {
    const before = process.listenerCount('SIGINT');
    const asked = ask(1, 1, 1);
    setTimeout(() => process.emit('SIGINT'), 200);
    await expect(asked).rejects.toMatchObject({ code: EXIT.interrupted });
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
