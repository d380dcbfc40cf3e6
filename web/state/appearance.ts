/** Theme and language as they reach the document. */
import { effect } from '@preact/signals';
import { spoken, speak } from '../words/index.ts';
import { look } from './look.ts';

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
