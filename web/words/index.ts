/**
 * Words in the reader's language. A dictionary is loaded when its language is asked for; a key that a language
 * lacks does not compile, and a test holds the three against each other.
 */
import { signal } from '@preact/signals';
import type { Language } from '../state/look.ts';
import type { en } from './en/index.ts';
import type { late } from './en/late.ts';

type LateKey = keyof typeof late;
/** Words of the parts that come after the first answer. */
export type LateWords = Readonly<Record<LateKey, string>>;
export type WordKey = keyof typeof en | LateKey;
/** Words of the first layer; those of later parts come with the parts. */
export type Words = Readonly<Record<keyof typeof en, string>> & Partial<Readonly<Record<LateKey, string>>>;
export type WordValues = Readonly<Record<string, string | number>>;

const LOADERS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en/index.ts')).en,
  zh: async () => (await import('./zh/index.ts')).zh,
  ja: async () => (await import('./ja/index.ts')).ja,
};

const LATE: Readonly<Record<Language, () => Promise<LateWords>>> = {
  en: async () => (await import('./en/late.ts')).late,
  zh: async () => (await import('./zh/late.ts')).late,
  ja: async () => (await import('./ja/late.ts')).late,
};

/** Parts that need the later words are on the page, or were. */
let wantsLate = false;

/** Loads the words of later parts, in this language and in every one spoken from then on. */
export async function speakLate(): Promise<void> {
  wantsLate = true;
  const now = spoken.peek();
  if (now === null) return;
  const words = await LATE[now.language]();
  const { value } = spoken;
  if (value?.language === now.language) spoken.value = { ...value, words: { ...value.words, ...words } };
}

/** Fetches every language, for a reader who changes it without a network. */
export async function fetchWords(): Promise<void> {
  for (const load of [...Object.values(LOADERS), ...Object.values(LATE)]) await load().catch(() => undefined);
}

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

export const spoken = signal<Spoken | null>(null);

/** Loads a language and speaks it from then on. */
export async function speak(language: Language): Promise<void> {
  const [words, more] = await Promise.all([LOADERS[language](), wantsLate ? LATE[language]() : {}]);
  spoken.value = { language, words: { ...words, ...more } };
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}

/** The words of a key, with `{name}` replaced by its value. */
export function t(key: WordKey, values: WordValues = {}): string {
  const text: string = spoken.value?.words[key] ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Like `t` for a counted thing: key `x` has the forms `x.one` and `x.other`. */
export function tn(key: string, count: number, values: WordValues = {}): string {
  const rule = new Intl.PluralRules(spoken.value?.language ?? 'en').select(count);
  const form = rule === 'one' ? 'one' : 'other';
  return t(`${key}.${form}` as WordKey, { count, ...values });
}
