/**
 * The whole state in the address, so that a link opens the same picture with the same numbers. The form is read at
 * once; ids are checked when the data are there, before the first question is asked.
 */
import { batch, effect, untracked } from '@preact/signals';
import { t } from '../words/index.ts';
import { dataset } from './answers.ts';
import { checkShared } from './address-check.ts';
import type { BadPart, Shared } from './address-fields.ts';
import { createTrail, isDiscrete, type Trail } from './address-history.ts';
import { decode, encode } from './address-read.ts';
import { preferLanguage, preferTheme } from './appearance.ts';
import { change, choice, DEFAULT_CHOICE } from './choice.ts';
import { DEFAULT_LOOK, look } from './look.ts';
import { dismiss, notify } from './notices.ts';
import { restoreScenarios } from './own-scenarios.ts';
import { restoreSites } from './own-sites.ts';
import { ownSites } from './sites.ts';

/** What is found wrong is quoted up to this many characters, and told up to this many times. */
const MOST_QUOTED = 40;
const MOST_TOLD = 6;

function toDefaults(): Shared {
  const preferred = { language: preferLanguage(), theme: preferTheme() };
  return { choice: DEFAULT_CHOICE, look: { ...DEFAULT_LOOK, ...preferred } };
}

/** The first view of this reader has an empty address. */
function toText(shared: Shared): string {
  const text = encode(shared);
  return text === encode(toDefaults()) ? '' : text;
}

/** The address of what is shown now, complete even for the first view. */
export function toLink(): string {
  const text = encode({ choice: choice.value, look: look.value });
  return `${location.origin}${location.pathname}${location.search}#${text}`;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > MOST_QUOTED ? `${characters.slice(0, MOST_QUOTED).join('')}…` : text;
}

/** A sentence for each part that was not understood. */
function toSentences(bad: readonly BadPart[]): readonly string[] {
  const told = bad.slice(0, MOST_TOLD).map(({ key, expected: { word, values }, found }) => {
    const where = key === '#' ? t('share.wholeLink') : shorten(key);
    return t('share.bad', { key: where, expected: t(word, values), found: shorten(found) });
  });
  const rest = bad.length - told.length;
  return rest === 0 ? told : [...told, t('share.badMore', { count: rest })];
}

/** Puts a state on the page; which drawer is open stays. */
function put({ choice: asked, look: seen }: Shared): void {
  batch(() => {
    if (JSON.stringify(asked) !== JSON.stringify(choice.peek())) change(asked);
    look.value = { ...seen, drawer: look.peek().drawer };
  });
}

function readAddress(): string {
  return location.hash.slice(1);
}

function writeAddress(how: 'push' | 'replace', text: string): void {
  const address = text === '' ? location.pathname + location.search : `#${text}`;
  try {
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Too many changes in a short time: the next one writes the whole state again.
  }
}

/** An anchor of the page, such as the link that skips to the answer, is no state. */
function isAnchor(text: string): boolean {
  return /^[a-z][\w-]*$/i.test(text) && document.getElementById(text) !== null;
}

/** Notice about the link that was opened; it goes when the reader moves on. */
let aboutLink: number | null = null;

function tellOfLink(bad: readonly BadPart[]): void {
  forgetLink();
  aboutLink = notify('problem', toSentences(bad));
}

function forgetLink(): void {
  if (aboutLink !== null) dismiss(aboutLink);
  aboutLink = null;
}

/** Reads the state of the address that the user went to. */
function arrive(trail: Trail): void {
  const text = readAddress();
  if (text === trail.latest()) return;
  if (isAnchor(text)) {
    document.getElementById(text)?.focus();
    writeAddress('replace', trail.latest());
    return;
  }
  const data = dataset.peek();
  const { shared, bad } = decode(text, toDefaults());
  const checked = data === null ? { shared, bad: [] } : checkShared(data, shared, ownSites.peek() !== null);
  trail.settle(toText(checked.shared));
  put(checked.shared);
  tellOfLink([...bad, ...checked.bad]);
}

/** Checks what the address names as soon as the data are there, then follows the state. */
function startFollowing(bad: readonly BadPart[]): void {
  const data = dataset.peek();
  if (data === null) return;
  const unreadable = restoreScenarios();
  if (unreadable.length > 0) notify('problem', [t('scenario.unreadable', { ids: unreadable.join(', ') })]);
  restoreSites((problems) => notify('problem', [t('sites.keptBroken'), ...problems]));
  const checked = checkShared(data, { choice: choice.peek(), look: look.peek() }, ownSites.peek() !== null);
  put(checked.shared);
  const trail = createTrail(readAddress(), writeAddress);
  trail.settle(toText(checked.shared));
  tellOfLink([...bad, ...checked.bad]);
  const opened = toText(checked.shared);
  effect(() => {
    const text = toText({ choice: choice.value, look: look.value });
    if (text !== opened && isDiscrete(trail.latest(), text)) untracked(forgetLink);
    trail.follow(text);
  });
  for (const event of ['popstate', 'hashchange']) addEventListener(event, () => arrive(trail));
}

/** Reads the address and keeps it in step from then on. */
export function startAddress(): void {
  const { shared, bad } = decode(readAddress(), toDefaults());
  put(shared);
  const stop = effect(() => {
    if (dataset.value === null) return;
    untracked(() => startFollowing(bad));
    queueMicrotask(() => stop());
  });
}
