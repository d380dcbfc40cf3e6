/**
 * The answer as the map draws it. It follows the answer of the panels by one turn of the event loop: a frame of the
 * map may take longer than the numbers, and numbers come first.
 */
import { computed, effect, signal } from '@preact/signals';
import type { QuickAnalysis, Scenario } from '../../src/index.ts';
import { answer, rolesOf } from '../state/answers.ts';
import { findOwnScenario } from '../state/own-scenarios.ts';

const following = signal<QuickAnalysis | null>(answer.peek().value);

/** What is on the map now, or about to be. */
export const drawnAnswer = computed(() => following.value);
/** Ids of base and build in it. */
export const drawnRoles = computed(() => rolesOf(following.value));

/**
 * The scenario of a side as it was answered: one of the user's is in the answer itself, so that the map never runs ahead
 * of the numbers.
 */
export function findDrawnScenario(role: 'base' | 'build'): string | Scenario | null {
  const id = drawnRoles.value?.[role] ?? null;
  const said = drawnAnswer.value?.scenarios.find((one) => one.id === id);
  // Without a change of its own it is what it stands on.
  return id === null ? null : (said?.own ?? findOwnScenario(id) ?? id);
}

/** Begins to follow; the function that comes back ends it. */
export function followAnswer(): () => void {
  return effect(() => {
    const { value } = answer.value;
    const timer = setTimeout(() => {
      following.value = value;
    });
    return () => clearTimeout(timer);
  });
}
