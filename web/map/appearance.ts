/** Theme, language and view as the layers need them; follows the document, which follows the system and the reader. */
import { computed, signal } from '@preact/signals';
import type { LayerContext } from '../layers/context.ts';
import { PALETTES, type Theme } from '../flavor/colours.ts';
import { look } from '../state/look.ts';

function readTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

const theme = signal(readTheme());
new MutationObserver(() => {
  theme.value = readTheme();
}).observe(document.documentElement, { attributeFilter: ['data-theme'] });

const language = computed(() => look.value.language);
const view = computed(() => look.value.view);
const road = computed(() => look.value.road);

/** What the layers are made from now. */
export const context = computed<LayerContext>(() => ({
  theme: theme.value,
  language: language.value,
  view: view.value,
  road: road.value,
  colours: PALETTES[theme.value],
}));
