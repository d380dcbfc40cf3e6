/** How near to the pointer is near: a finger hits less exactly than a mouse. */
import type { LibraryMap } from './library.ts';

/** Pointers that hit less exactly snap from farther. */
export const REACH_PX = matchMedia('(pointer: coarse)').matches ? 22 : 12;

/** Metres of so many pixels at a point. */
export function toMetres(
  map: LibraryMap,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): number {
  const at = map.project([lng, lat]);
  const beside = map.unproject([at.x + REACH_PX, at.y]);
  return beside.distanceTo(map.unproject(at));
}
