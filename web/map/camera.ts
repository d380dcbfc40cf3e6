/** Moves of the camera: at once where less motion is wished for, never unless asked. */
import type { Bounds } from './bounds.ts';
import type { LibraryMap } from './library.ts';

const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** Length of a move in ms. */
const duration = (): number => (STILL.matches ? 0 : 120);

/** Room around the first view in pixels, so that marks and names at the edge are whole. */
export const HOME_FIT = { padding: { top: 88, right: 56, bottom: 40, left: 56 }, maxZoom: 12 };

/** Shows a box at once. */
export function fit(map: LibraryMap, bounds: Bounds): void {
  map.fitBounds(bounds, { ...HOME_FIT, duration: 0 });
}

/** A step nearer or farther; counts as a move of the user's. */
export function zoomBy(map: LibraryMap, step: number): void {
  map.zoomTo(map.getZoom() + step, { duration: duration() }, { asked: true });
}
