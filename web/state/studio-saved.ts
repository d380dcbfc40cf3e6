/** Scenarios whose newest change is neither kept by the browser nor saved as a file. */
import { computed, signal } from '@preact/signals';
import type { ScenarioFile } from '../../src/index.ts';
import { ownScenarios } from './own-scenarios.ts';
import { unkept } from './studio.ts';

/** Text of each scenario as it was saved last, by id. */
const saved = signal<ReadonlyMap<string, string>>(new Map());

/** Remembers that the user has this as a file. */
export function markSaved(file: ScenarioFile): void {
  saved.value = new Map([...saved.peek(), [file.id, JSON.stringify(file)]]);
}

/** What would be lost if the page closed now. */
export const unsafe = computed<readonly ScenarioFile[]>(() =>
  ownScenarios.value
    .map(({ file }) => file)
    .filter((file) => unkept.value.has(file.id) && saved.value.get(file.id) !== JSON.stringify(file)),
);
