/**
 * Whether the graphics card of a map still has what was drawn. A device that sleeps, or whose card is taken by something
 * else, loses it; the map library then has no style until the card is back, and puts back all but custom layers. Nobody
 * may touch a map's style meanwhile: whoever asks `isThere` in an effect runs again when it may, and tells the map anew.
 * It is handed on and not imported, so that it stays in the file of the map.
 */
import { effect, signal } from '@preact/signals';
import type { Map as LibraryMap } from 'maplibre-gl';
import { t } from '../words/index.ts';

export interface Card {
  /** Whether the style of the map can be touched now. */
  readonly isThere: () => boolean;
  /** Resolves when it can: at once, or after the card came back. */
  readonly whenThere: () => Promise<void>;
}

const CARDS = new WeakMap<LibraryMap, Card>();
const ALWAYS: Card = { isThere: () => true, whenThere: () => Promise.resolve() };

/** Follows the card of a map from now on. */
export function followCard(map: LibraryMap): void {
  const there = signal(true);
  const isThere = (): boolean => there.value;
  const whenThere = async (): Promise<void> => {
    if (there.peek()) return;
    await new Promise<void>((resolve) => {
      const stop = there.subscribe((now) => {
        if (!now) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  };
  CARDS.set(map, { isThere, whenThere });
  map.on('webglcontextlost', () => (there.value = false));
  // Only then can layers and sources be told anything again.
  map.on('style.load', () => (there.value = true));
}

/** The card of a map. */
export function cardOf(map: LibraryMap): Card {
  return CARDS.get(map) ?? ALWAYS;
}

/** Says over the map that it is gone, as long as it is; the numbers and the address stay as they are. */
export function sayLost(map: LibraryMap, element: HTMLElement): () => void {
  const { isThere } = cardOf(map);
  const note = document.createElement('p');
  note.className = 'map-missing';
  note.setAttribute('role', 'status');
  const stop = effect(() => {
    if (isThere()) {
      note.remove();
      return;
    }
    note.textContent = t('map.lost');
    element.append(note);
  });
  return () => {
    stop();
    note.remove();
  };
}
