/** Keeps the scenarios side by side in step with what is asked, while they are open. */
import { computed, effect, untracked } from '@preact/signals';
import type { ScenarioTableRequest } from '../../src/index.ts';
import { answer } from '../state/answers.ts';
import { findOwnScenario } from '../state/own-scenarios.ts';
import { columns, scenarioTable, tableOpen } from '../state/scenario-table.ts';
import { follow, PAUSE_MS, request, slow } from './ask.ts';
import { toTableRequest } from './table.ts';

/** What the table asks now. */
export const tableRequest = computed(() => {
  const ids = columns.value;
  const own = ids.flatMap((id) => findOwnScenario(id) ?? []);
  return toTableRequest(request.value, ids, own.length === 0 ? undefined : own);
});

/** The same text as long as the question is the same. */
const key = computed(() => JSON.stringify(tableRequest.value));

let isFollowing = false;

/** Begins to follow; more than once is once. */
export function followTable(): void {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const text = key.value;
    // First the answer, then what stands beside it.
    if (!tableOpen.value || answer.value.state !== 'ready') return undefined;
    const asked = JSON.parse(text) as ScenarioTableRequest;
    const timer = setTimeout(
      () => untracked(() => void follow(slow(), 'table', asked, scenarioTable)),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  });
}
