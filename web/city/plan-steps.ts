/**
 * What is done to the scenario over the network, step by step: opened, changed, taken off. Each step can be taken back.
 * A change that would make the file wrong is told of and comes to nothing, so that what is saved is what commands take.
 */
import { computed, signal } from '@preact/signals';
import type { ScenarioFile } from '../../src/index.ts';
import { backToStep, pushStep, redoStep, startHistory, undoStep, type History } from '../studio/history.ts';
import { toOrdered } from '../studio/order.ts';
import { toFileText } from '../studio/text.ts';
import { isKept, layPlan, takeOff, type Laid } from './lay-plan.ts';

/** A scenario with its own file as a value. */
export interface PlanDocument extends Laid {
  readonly file: ScenarioFile;
}

const steps = signal<History<PlanDocument | null>>(startHistory<PlanDocument | null>(null));

/** The scenario as it was changed last; the network follows a moment later. */
export const planned = computed(() => steps.value.now);
export const canUndo = computed(() => steps.value.past.length > 0);
export const canRedo = computed(() => steps.value.future.length > 0);

/** What the network took last. */
let sound: PlanDocument | null = null;

/** A scenario was opened. */
export function noteOpened(document: PlanDocument): void {
  sound = document;
  const before = steps.peek();
  // What the address brings at the start is where steps begin.
  const isFirst = before.now === null && before.past.length === 0;
  steps.value = isFirst ? startHistory<PlanDocument | null>(document) : pushStep(before, document);
}

/** The network is as it was imported. */
export function noteTakenOff(): void {
  sound = null;
  if (steps.peek().now !== null) steps.value = pushStep(steps.peek(), null);
}

async function follow(history: History<PlanDocument | null>): Promise<void> {
  const { now } = history;
  steps.value = history;
  if (now === null) {
    sound = null;
    takeOff();
    return;
  }
  const outcome = await layPlan(now);
  if (outcome === 'laid') sound = now;
  if (outcome === 'wrong') steps.value = backToStep(steps.peek(), sound);
}

/** Name of the file that a change of a scenario makes: beside no other, since it is the reader's own from now on. */
function toOwnName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

/** Takes in a change as a step; what one thing does twice in a row is one step. Resolves when the network has followed. */
export async function editPlan(changed: ScenarioFile, by: string | null = null): Promise<void> {
  const before = steps.peek();
  const file = toOrdered(changed);
  if (before.now !== null && JSON.stringify(before.now.file) === JSON.stringify(file)) return;
  const name = toOwnName(before.now?.called.name ?? `${file.id}.json`);
  const below = before.now?.files.slice(0, -1) ?? [];
  const files = [...below, { name, text: toFileText(file) }];
  await follow(pushStep(before, { called: { name, from: 'opened' }, files, file, edited: true }, by));
}

export function undoPlan(): void {
  const before = steps.peek();
  if (before.past.length > 0) void follow(undoStep(before));
}

export function redoPlan(): void {
  const before = steps.peek();
  if (before.future.length > 0) void follow(redoStep(before));
}

/** Text that was saved as a file last. */
let saved: string | null = null;

/** The scenario's file as it lies over the network; it is saved by whoever asks for it. */
export function takeFile(): { readonly name: string; readonly text: string } | null {
  const file = planned.peek()?.files.at(-1);
  if (file === undefined) return null;
  saved = file.text;
  return { name: toOwnName(file.name), text: file.text };
}

/** Whether what was changed here would be lost with the page: the browser does not keep it, and no file has it. */
export function isUnsafe(): boolean {
  const now = planned.peek();
  return now?.edited === true && !isKept.peek() && saved !== now.files.at(-1)?.text;
}
