/** Asks what would make a target hold, step by step, until it is known, another question comes, or the reader stops it. */
import { computed, signal } from '@preact/signals';
import type { FixDocument, FixProgress, FixTarget } from '../../src/index.ts';
import { request, slow } from './ask.ts';
import { Overtaken, Refused } from './client.ts';

/** A search for one target of one question; `key` says which. */
export interface Fixing {
  readonly key: string;
  readonly progress: FixProgress | null;
  readonly document: FixDocument | null;
  readonly problems: readonly string[];
}

/** The newest search; null = none, or it was stopped. */
const newest = signal<Fixing | null>(null);

/** A question that differs in what a fix does not depend on is the same. */
const questionKey = computed(() => {
  const {
    arrangement: _,
    criticalLevel: _level,
    toleranceS: _tolerance,
    base: _base,
    ...asked
  } = request.value;
  return JSON.stringify(asked);
});

const toKey = (target: FixTarget): string => `${questionKey.value} ${JSON.stringify(target)}`;

/** The search for a target under the question of now; null where there is none. */
export function findFixing(target: FixTarget): Fixing | null {
  const key = toKey(target);
  return newest.value?.key === key ? newest.value : null;
}

/** Stops; nothing is shown. */
export function stopFixing(): void {
  newest.value = null;
}

async function goOn(key: string, target: FixTarget): Promise<void> {
  const asked = request.peek();
  const isWanted = (): boolean => newest.peek()?.key === key && toKey(target) === key;
  for (;;) {
    const { progress, document } = await slow().ask('fix', { request: asked, target });
    if (!isWanted()) return;
    newest.value = { key, progress, document, problems: [] };
    if (document !== null) return;
  }
}

/** Begins a search; one that is under way for something else is let go of. */
export async function startFixing(target: FixTarget): Promise<void> {
  const key = toKey(target);
  newest.value = { key, progress: null, document: null, problems: [] };
  try {
    await goOn(key, target);
  } catch (error) {
    if (error instanceof Overtaken || newest.peek()?.key !== key) return;
    const problems = error instanceof Refused ? error.problems : [String(error)];
    newest.value = { key, progress: null, document: null, problems };
  }
}
