/** The map that is on the page, for what is drawn on it by parts that come later. */
import { signal } from '@preact/signals';
import type { Card } from '../map/card.ts';
import type { LibraryMap } from '../map/library.ts';

export const liveMap = signal<{ readonly map: LibraryMap; readonly card: Card } | null>(null);
