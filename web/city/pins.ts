/** The pins: a mark that is dragged by the pointer, and moved by the arrow keys where it has the focus. */
import { Marker } from 'maplibre-gl';
import type { LonLat } from '../../src/index.ts';
import type { LibraryMap } from '../map/library.ts';
import { roundPoint } from './home.ts';

/** Pixels that an arrow key moves a pin, and with Shift. */
const STEP_PX = 8;
const FAR_STEP_PX = 64;
const ARROWS: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

export interface Pin {
  readonly place: (at: LonLat) => void;
  readonly name: (name: string) => void;
  readonly remove: () => void;
}

function createElement(letter: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `city-pin city-pin-${letter.toLowerCase()}`;
  element.dataset['pin'] = letter;
  const mark = document.createElement('span');
  mark.append(document.createElement('b'));
  mark.firstElementChild?.append(letter);
  element.append(mark);
  return element;
}

/** Puts a pin on a map; `move` is told every place on its way. */
export function createPin(map: LibraryMap, letter: string, at: LonLat, move: (at: LonLat) => void): Pin {
  return placeMark(map, createElement(letter), at, { anchor: 'bottom', move });
}

interface MarkChoice {
  readonly anchor: 'bottom' | 'center';
  /** Null: it stays where it is. */
  readonly move: ((at: LonLat) => void) | null;
  /** It is taken hold of. */
  readonly begin?: () => void;
}

/** Puts a mark on a map. */
export function placeMark(map: LibraryMap, element: HTMLElement, at: LonLat, choice: MarkChoice): Pin {
  const { anchor, move, begin } = choice;
  const marker = new Marker({ element, draggable: move !== null, anchor }).setLngLat([...at]).addTo(map);
  const tell = (): void => {
    const { lng, lat } = marker.getLngLat();
    move?.(roundPoint([lng, lat]));
  };
  marker.on('drag', tell);
  if (begin !== undefined) marker.on('dragstart', begin);
  element.addEventListener('keydown', (event) => {
    const way = ARROWS.get(event.key);
    if (way === undefined || move === null) return;
    // The map itself would move under the pin.
    event.preventDefault();
    event.stopPropagation();
    const { x, y } = map.project(marker.getLngLat());
    const step = event.shiftKey ? FAR_STEP_PX : STEP_PX;
    marker.setLngLat(map.unproject([x + way[0] * step, y + way[1] * step]));
    tell();
  });
  // A click on a pin is none on the map under it.
  element.addEventListener('click', (event) => event.stopPropagation());
  return {
    place: (next) => {
      const { lng, lat } = marker.getLngLat();
      const [lon, nextLat] = roundPoint([lng, lat]);
      if (lon !== next[0] || nextLat !== next[1]) marker.setLngLat([...next]);
    },
    name: (name) => {
      element.setAttribute('aria-label', name);
      element.title = name;
    },
    remove: () => marker.remove(),
  };
}
