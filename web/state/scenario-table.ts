/** Scenarios side by side: which columns, and what was answered. */
import { computed, signal } from '@preact/signals';
import type { PageTable } from '../engine/protocol.ts';
import { dataset, type Held } from './answers.ts';
import { choice, toDay } from './choice.ts';
import { look, show } from './look.ts';
import { findOwnScenario, ownScenarios } from './own-scenarios.ts';

export const scenarioTable = signal<Held<PageTable>>({ state: 'waiting', value: null, problems: [] });
/** Asked for only while it is open; a link that names columns opens it. */
export const tableOpen = signal(look.peek().columns !== null);

/** Columns that are there without being chosen. */
const SHOWN = 6;

/** Scenarios that may be a column: the days compared with, those of the data, the user's own. */
export const possibleColumns = computed<readonly string[]>(() => {
  const { base, build } = choice.value;
  const shipped = (dataset.value?.scenarios ?? []).map(({ id }) => id);
  const days = [base, build, ...(look.value.columns ?? [])].filter((id) => toDay(id) !== null);
  const own = ownScenarios.value.map(({ file: { id } }) => id);
  return [...new Set([...days, ...shipped, ...own.filter((id) => findOwnScenario(id) !== undefined)])];
});

/** The columns in order; at least one. */
export const columns = computed<readonly string[]>(() => {
  const { base, build } = choice.value;
  const own = ownScenarios.value.map(({ file: { id } }) => id);
  const wanted = look.value.columns ?? [...new Set([base, build, ...own])].slice(0, SHOWN);
  const known = wanted.filter((id) => possibleColumns.value.includes(id));
  return known.length > 0 ? known : [build];
});

/** Adds a column at the end, or takes it away; the last one stays. */
export function toggleColumn(id: string): void {
  const now = columns.peek();
  const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
  if (next.length > 0) show({ columns: next });
}

/** One place further to the left: roads opened and closed are counted against the first. */
export function moveColumn(id: string): void {
  const now = [...columns.peek()];
  const at = now.indexOf(id);
  if (at < 1) return;
  now.splice(at - 1, 0, ...now.splice(at, 1));
  show({ columns: now });
}
