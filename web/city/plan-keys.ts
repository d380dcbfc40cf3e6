/** Alt+B takes the scenario off the map and lays it on again, wherever the focus is. */
import { changeCity, plan, view } from './state.ts';
import type { View } from './protocol.ts';

/** As `aria-keyshortcuts` says it. */
export const FLIP_KEYS = 'Alt+B';

/** Looks at another one. */
export function look(next: View): void {
  changeCity({ view: next });
}

/** By the key's place: with Alt some keyboards write another letter. */
function isFlip({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return code === 'KeyB' && altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Begins to listen. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (plan.peek() === null || !isFlip(event)) return;
    event.preventDefault();
    look(view.peek() === 'without' ? 'with' : 'without');
  });
}
