/** The theme that is seen, as the document says it, which follows the system and the reader. */
import { signal } from '@preact/signals';
import type { Theme } from '../flavor/colours.ts';

function readTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export const theme = signal(readTheme());
new MutationObserver(() => (theme.value = readTheme())).observe(document.documentElement, {
  attributeFilter: ['data-theme'],
});
