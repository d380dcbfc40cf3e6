/** Suppliers and plants of the scenario: what a click puts, and what a mark that is dragged moves. */
import { computed } from '@preact/signals';
import type { CityFirm, LonLat } from '../../src/index.ts';
import { toFilePoint } from '../studio/snap.ts';
import { t } from '../words/index.ts';
import { listPlaces, movePlace, putPlace, type Placed } from './place-rows.ts';
import { planned } from './plan-steps.ts';
import { editOpen, findInHand, takeTool } from './plan-tools.ts';
import { cityChoice, plan } from './state.ts';

const listBelow = (): readonly CityFirm[] => plan.value?.label.firmsBelow ?? [];

/** As the file leaves them; the times to them follow. */
export const placed = computed((): readonly Placed[] => {
  const file = planned.value?.file;
  return file === undefined ? [] : listPlaces(file, listBelow());
});

/** Puts a place of a kind at a point. */
export function putAt(kind: CityFirm['kind'], at: readonly [number, number]): void {
  const word = kind === 'plant' ? 'studio.newPlant' : 'studio.newSupplier';
  const hand = putPlace(findInHand(), listBelow(), kind, toFilePoint(at), (count) => t(word, { count }));
  takeTool('place');
  editOpen(hand);
}

/** Puts it where place A is, to be moved by its form: for whoever has no pointer. */
export function typePlace(kind: CityFirm['kind']): void {
  const { first } = cityChoice.peek();
  if (first !== null) putAt(kind, first);
}

let drags = 0;

/** A place is taken hold of: its way from here on is another step. */
export function beginMove(): void {
  drags += 1;
}

/** A place is on its way; all of it is one step. */
export function moveTo(id: string, at: LonLat): void {
  const place = placed.peek().find((one) => one.id === id);
  if (place !== undefined) editOpen(movePlace(findInHand(), place, toFilePoint(at)), `move ${id} ${drags}`);
}
