/** Opening roads to come: what a click on one, its name or its button does. They are few, and the page has them all. */
import { signal } from '@preact/signals';
import type { LonLat } from '../../src/index.ts';
import { findComingAt, listCalledSo, toggleComing } from './open-roads.ts';
import { editOpen, findInHand, missed } from './plan-tools.ts';
import type { RoadToCome } from './roads-to-come.ts';
import { roadsToCome } from './state.ts';

/** Road to come under the pointer, while they are clicked. */
export const pointedComing = signal<RoadToCome | null>(null);

/** Opens roads, or leaves them as they were where they are open. */
export function takeComing(roads: readonly RoadToCome[]): void {
  missed.value = roads.length === 0;
  if (roads.length > 0) editOpen(toggleComing(findInHand(), roads));
}

/** The pointer is at a place. */
export function pointComing(at: LonLat, withinM: number): void {
  pointedComing.value = findComingAt(roadsToCome.peek(), at, withinM);
}

/** A click on the map. */
export function clickComing(at: LonLat, withinM: number): void {
  const road = findComingAt(roadsToCome.peek(), at, withinM);
  takeComing(road === null ? [] : [road]);
}

/** A road by what it is called. */
export function typeComing(text: string): void {
  takeComing(listCalledSo(roadsToCome.peek(), text));
}
