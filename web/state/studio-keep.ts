/**
 * Keeps the user's scenarios in this browser a moment after each change, and follows what other tabs do to them. Where
 * two tabs changed the same one both stay, one of them as a copy, and it is said.
 */
import { effect, signal } from '@preact/signals';
import { t } from '../words/index.ts';
import { forgetScenario, keepScenario, readKeptText, toKeptId, type KeptScenario } from '../studio/kept.ts';
import { toFreeId } from '../studio/ids.ts';
import { notify } from './notices.ts';
import { findFile, findStore, ownScenarios } from './own-scenarios.ts';
import { isDrawing } from './studio-drawing.ts';
import {
  dropScenario,
  isScenarioId,
  markUnkept,
  renameScenario,
  showFile,
  takeVersion,
  unkept,
} from './studio.ts';

/** How the browser's storage took the newest change. */
export const keepState = signal<'kept' | 'full' | 'blocked'>('kept');

/** How long nothing must change before it is kept, in ms. */
const PAUSE_MS = 300;

function markKept(id: string): void {
  unkept.value = new Set([...unkept.peek()].filter((one) => one !== id));
}

/** Another tab has a newer version: this one's becomes a copy beside it. */
function keepBoth({ file, version }: KeptScenario): void {
  const mine = findFile(file.id);
  if (mine === undefined) return;
  const id = toFreeId(file.id, isScenarioId);
  const title = t('studio.copyTitle', { title: mine.title });
  renameScenario(file.id, id, title);
  showFile(file, version);
  markKept(file.id);
  notify('problem', [t('studio.keptBoth', { title: file.title, copy: title })]);
}

function keepOne({ file, version }: KeptScenario): void {
  const store = findStore();
  const keeping = store === null ? { result: 'blocked' as const } : keepScenario(store, file, version);
  if (keeping.result === 'kept') {
    showFile(findFile(file.id) ?? file, keeping.version);
    markKept(file.id);
    keepState.value = 'kept';
  } else if (keeping.result === 'newer') keepBoth(keeping.theirs);
  else keepState.value = keeping.result;
}

/** Keeps everything that is not kept yet, at once. */
export function keepAll(): void {
  for (const one of ownScenarios.peek().filter(({ file }) => unkept.peek().has(file.id))) keepOne(one);
}

/** Takes a scenario away here and in this browser. */
export function removeScenario(id: string): void {
  const file = findFile(id);
  if (file === undefined) return;
  dropScenario(file);
  const store = findStore();
  if (store !== null) forgetScenario(store, id);
}

/** Another tab took a scenario away: where it is in use here it stays, and is kept again. */
function hearRemoval(id: string, isUsed: boolean): void {
  const file = findFile(id);
  if (file === undefined) return;
  if (!isUsed && !unkept.peek().has(id)) {
    dropScenario(file);
    return;
  }
  showFile(file, 0);
  markUnkept(id);
  notify('problem', [t('studio.removedElsewhere', { title: file.title })]);
}

/** What another tab wrote. */
function hear({ key, newValue }: StorageEvent, isUsed: (id: string) => boolean): void {
  const id = toKeptId(key);
  if (id === null) return;
  if (newValue === null) {
    hearRemoval(id, isUsed(id));
    return;
  }
  const theirs = readKeptText(newValue);
  const mine = ownScenarios.peek().find(({ file }) => file.id === id);
  if (theirs === null || theirs.version === mine?.version) return;
  if (mine === undefined) showFile(theirs.file, theirs.version);
  else if (unkept.peek().has(id) || (isUsed(id) && isDrawing.peek())) keepBoth(theirs);
  else {
    takeVersion(theirs.file, theirs.version);
    if (isUsed(id)) notify('info', [t('studio.newerElsewhere', { title: theirs.file.title })]);
  }
}

/** Nothing is lost without a word where the browser keeps nothing. */
function warn(event: BeforeUnloadEvent): void {
  keepAll();
  if (unkept.peek().size > 0) event.preventDefault();
}

let isKeeping = false;

/** Begins to keep and to listen; more than once is once. `isUsed`: whether a scenario is compared with now. */
export function startKeeping(isUsed: (id: string) => boolean): void {
  if (isKeeping) return;
  isKeeping = true;
  if (findStore() === null) keepState.value = 'blocked';
  effect(() => {
    // Read, so that every change waits anew.
    if (unkept.value.size === 0 || ownScenarios.value.length === 0) return undefined;
    const timer = setTimeout(keepAll, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  addEventListener('storage', (event) => hear(event, isUsed));
  addEventListener('pagehide', keepAll);
  addEventListener('beforeunload', warn);
}
