/** Marks of suppliers and plants on the map: dragged by the pointer, moved by arrow keys, opened by a click. */
import { effect } from '@preact/signals';
import type { LibraryMap } from '../map/library.ts';
import { t } from '../words/index.ts';
import { placeMark, type Pin } from './pins.ts';
import { beginMove, moveTo, placed } from './place-tools.ts';
import { canMove, type Placed } from './place-rows.ts';
import { removeOpen } from './draw-road.ts';
import { openRow } from './plan-tools.ts';

interface Mark {
  readonly pin: Pin;
  /** What it was made for: another kind or maker looks otherwise. */
  readonly look: string;
}

const toLook = (place: Placed): string => [place.kind, place.group, canMove(place)].join(' ');

/** A plant is a square with the initial of its maker, a supplier a circle. */
function createElement({ id, kind, group }: Placed): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `city-firm city-firm-${kind}`;
  element.dataset['place'] = id;
  const mark = document.createElement('span');
  mark.append((group ?? '').slice(0, 1).toUpperCase());
  element.append(mark);
  return element;
}

/** Row of a place as it is now. */
const findRow = (id: string): number | null => placed.peek().find((one) => one.id === id)?.row ?? null;

function createMark(map: LibraryMap, place: Placed): Mark {
  const { id } = place;
  const element = createElement(place);
  element.addEventListener('click', () => (openRow.value = findRow(id) ?? openRow.peek()));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Delete' || findRow(id) === null) return;
    event.stopPropagation();
    openRow.value = findRow(id);
    removeOpen();
  });
  const move = canMove(place) ? (at: Placed['at']): void => moveTo(id, at) : null;
  return {
    pin: placeMark(map, element, place.at, { anchor: 'center', move, begin: beginMove }),
    look: toLook(place),
  };
}

/** Keeps a mark for each place. */
export function keepPlaces(map: LibraryMap): () => void {
  const marks = new Map<string, Mark>();
  const drop = (id: string): void => {
    marks.get(id)?.pin.remove();
    marks.delete(id);
  };
  const stop = effect(() => {
    const places = placed.value;
    for (const id of marks.keys()) if (!places.some((one) => one.id === id)) drop(id);
    for (const place of places) {
      const { id, at, title, kind } = place;
      if (marks.get(id)?.look !== toLook(place)) drop(id);
      const mark = marks.get(id) ?? createMark(map, place);
      marks.set(id, mark);
      mark.pin.place(at);
      const word = kind === 'plant' ? 'city.edit.plantAt' : 'city.edit.supplierAt';
      mark.pin.name(t(word, { title, place: at.join(', ') }));
    }
  });
  return () => {
    stop();
    for (const id of marks.keys()) drop(id);
  };
}
