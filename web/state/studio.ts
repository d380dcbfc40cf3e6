/**
 * Editing the user's scenarios: every change is a step that can be taken back, asked about at once and kept by this
 * browser a moment later. The scenario that is edited is the one with which roads are compared.
 */
import { batch, computed, signal } from '@preact/signals';
import type { ScenarioFile } from '../../src/index.ts';
import { pushStep, redoStep, startHistory, undoStep, type History } from '../studio/history.ts';
import { toFreeId, toId } from '../studio/ids.ts';
import { toOrdered } from '../studio/order.ts';
import { dataset } from './answers.ts';
import { change, changedAt, choice } from './choice.ts';
import { findFile, ownScenarios } from './own-scenarios.ts';

/** Steps by scenario; those of a scenario that was not touched yet are none. */
const histories = signal<ReadonlyMap<string, History<ScenarioFile>>>(new Map());

/** Ids of scenarios whose newest step is not kept by the browser yet. */
export const unkept = signal<ReadonlySet<string>>(new Set());

/** The file that is edited, as it is now; null where the build scenario is none of the user's. */
export const edited = computed(() => findFile(choice.value.build) ?? null);

/** Row whose form is open. */
export const selectedRow = signal<number | null>(null);

function historyOf(file: ScenarioFile): History<ScenarioFile> {
  return histories.value.get(file.id) ?? startHistory(file);
}

export const canUndo = computed(() => edited.value !== null && historyOf(edited.value).past.length > 0);
export const canRedo = computed(() => edited.value !== null && historyOf(edited.value).future.length > 0);

/** Puts a file in the place of the one of its id, or beside the others. */
export function showFile(file: ScenarioFile, version?: number): void {
  const known = ownScenarios.peek().find((one) => one.file.id === file.id);
  const entry = { file, version: version ?? known?.version ?? 0 };
  const others = ownScenarios.peek();
  ownScenarios.value =
    known === undefined ? [...others, entry] : others.map((one) => (one === known ? entry : one));
}

function setHistory(id: string, history: History<ScenarioFile>): void {
  histories.value = new Map([...histories.peek(), [id, history]]);
}

/** Marks a scenario as one that the browser has still to keep. */
export function markUnkept(id: string): void {
  unkept.value = new Set([...unkept.peek(), id]);
}

function settle(history: History<ScenarioFile>): void {
  const { now } = history;
  batch(() => {
    changedAt.value = performance.now();
    setHistory(now.id, history);
    showFile(now);
    markUnkept(now.id);
  });
}

/** Takes in a change as a step; changes made by the same thing one after the other are one step. */
export function edit(changed: ScenarioFile, by: string | null = null): void {
  const file = toOrdered(changed);
  const { now } = historyOf(committed(file.id) ?? file);
  if (JSON.stringify(now) === JSON.stringify(file)) endPreview();
  else settle(pushStep(historyOf(now), file, by));
}

/** The file as it was after its last step: without what is only shown. */
function committed(id: string): ScenarioFile | undefined {
  return histories.peek().get(id)?.now ?? findFile(id);
}

/** Shows and asks about a change that is still under way, such as a vertex being dragged: no step yet. */
export function preview(changed: ScenarioFile): void {
  const file = toOrdered(changed);
  if (!histories.peek().has(file.id)) setHistory(file.id, startHistory(findFile(file.id) ?? file));
  batch(() => {
    changedAt.value = performance.now();
    showFile(file);
  });
}

/** Back to the last step. */
export function endPreview(): void {
  const file = edited.peek();
  const last = file === null ? undefined : histories.peek().get(file.id)?.now;
  if (last !== undefined && last !== file) showFile(last);
}

function step(go: (history: History<ScenarioFile>) => History<ScenarioFile>): void {
  const file = edited.peek();
  const before = file === null ? undefined : histories.peek().get(file.id);
  const after = before === undefined ? undefined : go(before);
  if (after === undefined || after === before || after.now === before?.now) return;
  batch(() => {
    settle(after);
    const rows = after.now.modifications.length;
    if ((selectedRow.peek() ?? 0) >= rows) selectedRow.value = null;
  });
}

export function undo(): void {
  step(undoStep);
}

export function redo(): void {
  step(redoStep);
}

/** Whether an id is one of a scenario, the user's or the data's. */
export function isScenarioId(id: string): boolean {
  return findFile(id) !== undefined || dataset.peek()?.scenarios.some((one) => one.id === id) === true;
}

/** Compares with a scenario of the user: without is what it stands on. */
export function compareWith({ id, base }: ScenarioFile): void {
  batch(() => {
    selectedRow.value = null;
    change({ base, build: id });
  });
}

/** Adds a scenario to the user's and compares with it; its id and title give way to those there are. */
export function addScenario(file: ScenarioFile): ScenarioFile {
  const id = toFreeId(file.id, isScenarioId);
  const count = /-(\d+)$/.exec(id)?.[1];
  const own = id === file.id ? file : { ...file, id, title: `${file.title} (${count ?? 2})` };
  batch(() => {
    showFile(own, 0);
    setHistory(own.id, startHistory(own));
    markUnkept(own.id);
    compareWith(own);
  });
  return own;
}

/** An empty scenario on the one that is compared with now; a copy where that is one of the user's. */
export function startScenario(title: string): ScenarioFile {
  const now = edited.peek();
  if (now !== null) return addScenario(now);
  const id = toId(title, 'scenario', isScenarioId);
  const { build } = choice.peek();
  return addScenario({ schema: 'beltway/scenario@2', id, title, base: build, modifications: [] });
}

/** Scenarios of the user that stand on one. */
export function listStandingOn(id: string): readonly ScenarioFile[] {
  return ownScenarios.value.map(({ file }) => file).filter(({ base }) => base === id);
}

/** Takes a scenario of the user away; what was compared with it is compared with what it stood on. */
export function dropScenario(file: ScenarioFile): void {
  batch(() => {
    const { base, build } = choice.peek();
    const shipped = dataset.peek()?.header.defaults;
    if (build === file.id) change({ build: file.base });
    if (base === file.id) change({ base: shipped?.base ?? file.base });
    ownScenarios.value = ownScenarios.peek().filter((one) => one.file.id !== file.id);
    histories.value = new Map([...histories.peek()].filter(([id]) => id !== file.id));
    unkept.value = new Set([...unkept.peek()].filter((id) => id !== file.id));
    selectedRow.value = null;
  });
}

/** Gives a scenario of the user another id, steps and all, where another one has taken its own. */
export function renameScenario(id: string, to: string, title: string): void {
  const history = histories.peek().get(id);
  const file = findFile(id);
  if (file === undefined) return;
  const rename = (one: ScenarioFile): ScenarioFile => ({ ...one, id: to, title });
  batch(() => {
    histories.value = new Map([...histories.peek()].filter(([one]) => one !== id));
    if (history !== undefined) {
      const { past, now, future, by } = history;
      setHistory(to, { past: past.map(rename), now: rename(now), future: future.map(rename), by });
    }
    showFile(rename(file), 0);
    markUnkept(to);
    const { base, build } = choice.peek();
    if (build === id) change({ build: to });
    if (base === id) change({ base: to });
  });
}

/** Takes in another version of a scenario that is not being changed here, as a step that can be taken back. */
export function takeVersion(file: ScenarioFile, version: number): void {
  const before = findFile(file.id);
  batch(() => {
    if (before !== undefined) setHistory(file.id, pushStep(historyOf(before), file));
    changedAt.value = performance.now();
    showFile(file, version);
    unkept.value = new Set([...unkept.peek()].filter((id) => id !== file.id));
  });
}
