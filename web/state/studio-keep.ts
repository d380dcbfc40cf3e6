/**
 * Keeps the user's scenarios in this browser a moment after each change, and follows what other tabs do to them. Where
 * two tabs changed the same one both stay, one of them as a copy, and it is said. What cannot be kept is tried again.
 */
import { effect, signal } from '@preact/signals';
import type { ScenarioFile } from '../../src/index.ts';
import { t } from '../words/index.ts';
import {
  forgetScenario,
  hasKept,
  keepScenario,
  listKept,
  readKeptText,
  toKeptId,
  type KeptScenario,
} from '../studio/kept.ts';
import { toFreeId } from '../studio/ids.ts';
import { choice } from './choice.ts';
import { notify } from './notices.ts';
import { findFile, findStore, ownScenarios } from './own-scenarios.ts';
import { isDrawing } from './studio-drawing.ts';
import { unsafe } from './studio-saved.ts';
import {
  dropScenario,
  isScenarioId,
  markUnkept,
  renameScenario,
  showFile,
  takeVersion,
  unkept,
} from './studio.ts';

/** How the browser's storage took the newest changes. */
export const keepState = signal<'kept' | 'full' | 'blocked'>('kept');

/** How long nothing must change before it is kept, in ms. */
const PAUSE_MS = 300;

/** Files that this tab wrote or took in, as text: what comes back late from another tab is known by them. */
const met = new Set<string>();
const MOST_MET = 200;

function meet(file: ScenarioFile): void {
  const text = JSON.stringify(file);
  met.delete(text);
  met.add(text);
  const [oldest] = met;
  if (met.size > MOST_MET && oldest !== undefined) met.delete(oldest);
}

function markKept(file: ScenarioFile): void {
  meet(file);
  unkept.value = new Set([...unkept.peek()].filter((one) => one !== file.id));
}

/** An id that neither this tab nor the storage has. */
function toNewId(id: string): string {
  const store = findStore();
  return toFreeId(id, (one) => isScenarioId(one) || (store !== null && hasKept(store, one)));
}

/** Another tab has another version: this one's becomes a copy beside it. */
function keepBoth({ file, version }: KeptScenario): void {
  const mine = ownScenarios.peek().find((one) => one.file.id === file.id);
  if (mine === undefined) return;
  const title = t('studio.copyTitle', { title: mine.file.title });
  renameScenario(file.id, toNewId(file.id), title);
  showFile(file, version);
  markKept(file);
  // Written at the same moment: which of the two the storage holds is not known, so theirs is written again.
  if (version <= mine.version) {
    showFile(file, mine.version);
    markUnkept(file.id);
  }
  notify('problem', [t('studio.keptBoth', { title: file.title, copy: title })]);
}

/** Something that nobody here wrote has the name of a scenario. */
function giveWay({ id, title }: ScenarioFile): void {
  const free = toNewId(id);
  renameScenario(id, free, title);
  notify('problem', [t('keeping.taken', { title, id, free })]);
}

type Outcome = typeof keepState.value;

function keepOne({ file, version }: KeptScenario): Outcome {
  const store = findStore();
  const keeping = store === null ? { result: 'blocked' as const } : keepScenario(store, file, version);
  switch (keeping.result) {
    case 'kept':
      showFile(findFile(file.id) ?? file, keeping.version);
      markKept(file);
      return 'kept';
    case 'newer':
      keepBoth(keeping.theirs);
      return 'kept';
    case 'taken':
      giveWay(file);
      return 'kept';
    case 'full':
    case 'blocked':
      return keeping.result;
  }
}

/** Keeps everything that is not kept yet, at once; a copy that comes of it too. */
function keepAll(): void {
  const left = (): readonly KeptScenario[] =>
    ownScenarios.peek().filter(({ file }) => unkept.peek().has(file.id));
  const ids = new Set(left().map(({ file }) => file.id));
  const outcomes = left().map(keepOne);
  outcomes.push(
    ...left()
      .filter(({ file }) => !ids.has(file.id))
      .map(keepOne),
  );
  if (outcomes.length > 0) keepState.value = outcomes.find((one) => one !== 'kept') ?? 'kept';
}

/** Takes a scenario away here and in this browser; what had no room may have it now. */
export function removeScenario(id: string): void {
  const file = findFile(id);
  if (file === undefined) return;
  dropScenario(file);
  const store = findStore();
  if (store !== null) forgetScenario(store, id);
  keepAll();
}

type IsUsed = (id: string) => boolean;

/** Whether a scenario is compared with now. */
const isCompared: IsUsed = (id) => choice.peek().base === id || choice.peek().build === id;

/** Another tab took a scenario away: where it is in use here it stays, and is kept again. */
function hearRemoval(id: string, isUsed: IsUsed): void {
  const file = findFile(id);
  if (file === undefined) return;
  if (!isUsed(id) && !unkept.peek().has(id)) {
    dropScenario(file);
    return;
  }
  showFile(file, 0);
  markUnkept(id);
  notify('problem', [t('studio.removedElsewhere', { title: file.title })]);
}

/** What another tab wrote of a scenario. */
function hearVersion(theirs: KeptScenario, isUsed: IsUsed): void {
  const { file, version } = theirs;
  const mine = ownScenarios.peek().find((one) => one.file.id === file.id);
  const text = JSON.stringify(file);
  if (mine === undefined) {
    showFile(file, version);
    meet(file);
  } else if (JSON.stringify(mine.file) === text) {
    showFile(file, Math.max(version, mine.version));
    markKept(file);
  } else if (version <= mine.version && met.has(text)) return;
  else if (version <= mine.version || unkept.peek().has(file.id) || (isUsed(file.id) && isDrawing.peek()))
    keepBoth(theirs);
  else {
    takeVersion(file, version);
    meet(file);
    if (isUsed(file.id)) notify('info', [t('studio.newerElsewhere', { title: file.title })]);
  }
}

/** Holds everything here against the storage: a tab that slept has heard nothing. */
function lookAgain(isUsed: IsUsed): void {
  const store = findStore();
  const kept = store === null ? null : listKept(store);
  if (kept === null) return;
  for (const one of kept.scenarios) hearVersion(one, isUsed);
  const there = new Set([...kept.scenarios.map(({ file }) => file.id), ...kept.unreadable]);
  const gone = ownScenarios.peek().filter(({ file, version }) => version > 0 && !there.has(file.id));
  for (const { file } of gone) hearRemoval(file.id, isUsed);
  keepAll();
}

function hear({ key, newValue }: StorageEvent, isUsed: IsUsed): void {
  // Everything was taken away at once.
  if (key === null) lookAgain(isUsed);
  const id = toKeptId(key);
  if (id === null) return;
  const theirs = readKeptText(newValue);
  if (newValue === null) hearRemoval(id, isUsed);
  else if (theirs !== null) hearVersion(theirs, isUsed);
}

/** Nothing is lost without a word where the browser keeps nothing. */
function warn(event: BeforeUnloadEvent): void {
  keepAll();
  if (unsafe.peek().length > 0) event.preventDefault();
}

let isKeeping = false;

/** Begins to keep and to listen; more than once is once. */
export function startKeeping(isUsed: IsUsed = isCompared): void {
  if (isKeeping) return;
  isKeeping = true;
  if (findStore() === null) keepState.value = 'blocked';
  for (const { file } of ownScenarios.peek()) meet(file);
  effect(() => {
    // Read, so that every change waits anew.
    if (unkept.value.size === 0 || ownScenarios.value.length === 0) return undefined;
    const timer = setTimeout(keepAll, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  addEventListener('storage', (event) => hear(event, isUsed));
  addEventListener('pagehide', keepAll);
  addEventListener('beforeunload', warn);
  addEventListener('pageshow', ({ persisted }) => persisted && lookAgain(isUsed));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAgain(isUsed);
    else keepAll();
  });
}
