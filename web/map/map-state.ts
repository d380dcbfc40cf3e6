/** What the parts of the map tell each other: whether it is drawn, and what the pointer or the keyboard is on. */
import { signal } from '@preact/signals';
import type { Drawing } from './drawing.ts';

/** loading: not yet; ready: takes data; missing: this browser cannot draw one. */
export const mapStatus = signal<'loading' | 'ready' | 'missing'>('loading');

/** The map that is seen, or the right one of a swipe. */
export const drawing = signal<Drawing | null>(null);
/** The left map of a swipe. */
export const leftDrawing = signal<Drawing | null>(null);

/** Takes a click before the map does; gives whether it did. */
export type Taker = (at: {
  readonly lngLat: { readonly lng: number; readonly lat: number };
  readonly point: { readonly x: number; readonly y: number };
}) => boolean;
export const taker = signal<Taker | null>(null);

/** Zoom of the map in half steps: labels are kept apart for it. */
export const zoomStep = signal(8);

/** Shows all plants and supplier sites again. */
export const goHome = signal<(() => void) | null>(null);

/** Place under the pointer, with where to put its words in pixels of the pane. */
export interface Hover {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
export const hover = signal<Hover | null>(null);

/** The map's picture as it is on screen now; null where there is none. */
export function findMapCanvas(): HTMLCanvasElement | null {
  return drawing.peek()?.map.getCanvas() ?? null;
}
