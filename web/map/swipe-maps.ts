/** The swipe's left half: a second map with the base scenario, clipped at the line, moved with the first. */
import { effect, signal } from '@preact/signals';
import { look, show, swiped } from '../state/look.ts';
import { context } from './appearance.ts';
import { startDrawing, type Drawing } from './drawing.ts';
import { keepFilled } from './fill.ts';
import type { LibraryMap } from './library.ts';
import { leftDrawing } from './map-state.ts';

function toCamera(map: LibraryMap): { center: [number, number]; zoom: number } {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
}

async function startLeft(main: LibraryMap, element: HTMLElement): Promise<() => void> {
  const { center, zoom } = toCamera(main);
  const camera = { lon: center[0], lat: center[1], zoom };
  const drawn: Drawing = await startDrawing(element, context.peek(), [0, 0, 1, 1], camera);
  const follow = (): void => void drawn.map.jumpTo(toCamera(main));
  const observer = new ResizeObserver(() => {
    drawn.map.resize();
    follow();
  });
  observer.observe(element);
  main.on('move', follow);
  follow();
  // The first map takes the pointer and the keyboard for both.
  drawn.map.getCanvas().tabIndex = -1;
  const stops = [keepFilled(drawn, signal('base')), effect(() => drawn.restyle(context.value))];
  leftDrawing.value = drawn;
  return () => {
    leftDrawing.value = null;
    main.off('move', follow);
    observer.disconnect();
    stops.forEach((stop) => stop());
    drawn.stop();
  };
}

/** Starts and ends the second map with the swipe; `under` tells which map is seen at a pixel. */
export function keepSwiped(
  main: LibraryMap,
  element: HTMLElement,
): { readonly under: (x: number) => LibraryMap; readonly stop: () => void } {
  let end: (() => void) | null = null;
  let turn = 0;
  const close = (): void => {
    turn += 1;
    end?.();
    end = null;
  };
  const open = async (): Promise<void> => {
    const own = turn;
    try {
      const started = await startLeft(main, element);
      if (own === turn) end = started;
      else started();
    } catch {
      // A browser that draws one map but not a second one: without the swipe everything is still there.
      show({ swipe: false });
    }
  };
  const stop = effect(() => {
    close();
    if (swiped.value) void open();
  });
  return {
    under: (x) => {
      const left = leftDrawing.peek();
      return left !== null && x < look.peek().swipeAt * main.getCanvas().clientWidth ? left.map : main;
    },
    stop: () => {
      stop();
      close();
    },
  };
}
