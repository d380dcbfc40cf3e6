/** Theme and language: what the reader prefers, what this browser keeps of it, and how it reaches the document. */
import { effect } from '@preact/signals';
import { spoken, speak } from '../words/index.ts';
import { keep, readKept } from './keep.ts';
import { LANGUAGES, look, show, THEMES, type Language, type Theme } from './look.ts';

/** The first of a reader's languages that the page speaks; English where it speaks none. */
function findLanguage(wanted: readonly string[]): Language {
  const primary = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  const found = primary.map((tag) => LANGUAGES.find((one) => one === tag));
  return found.find((one) => one !== undefined) ?? 'en';
}

/** The language chosen here before, else that of the browser. */
export function preferLanguage(): Language {
  const kept = readKept('beltway:language');
  return LANGUAGES.find((one) => one === kept) ?? findLanguage(navigator.languages);
}

/** The theme chosen here before, else the system's. */
export function preferTheme(): Theme {
  const kept = readKept('beltway:theme');
  return THEMES.find((one) => one === kept) ?? 'auto';
}

/** Speaks a language from now on and in later visits. */
export function chooseLanguage(language: Language): void {
  show({ language });
  keep('beltway:language', language);
}

/** Shows a theme from now on and in later visits. */
export function chooseTheme(theme: Theme): void {
  show({ theme });
  keep('beltway:theme', theme);
}

/** The theme that is seen: the one chosen, else the system's. */
export function seenTheme(): 'light' | 'dark' {
  const { theme } = look.value;
  if (theme !== 'auto') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Keeps the document's theme and language in step with the look. */
export function startAppearance(): void {
  effect(() => {
    document.documentElement.dataset.theme = seenTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    document.documentElement.dataset.theme = seenTheme();
  });
  effect(() => {
    const { language } = look.value;
    if (spoken.peek() !== null && spoken.peek()?.language !== language) void speak(language);
  });
}
