/** Brings the map to life in its element and keeps it in step with the page. */
import { computed, effect } from '@preact/signals';
import { dataset } from '../state/answers.ts';
import { look, show, swiped, shownSide } from '../state/look.ts';
import { t } from '../words/index.ts';
import { context } from './appearance.ts';
import { toHomeBounds, type Bounds } from './bounds.ts';
import { fit } from './camera.ts';
import { startDrawing } from './drawing.ts';
import { followAnswer } from './drawn-answer.ts';
import { keepFilled } from './fill.ts';
import { listen } from './interact.ts';
import type { LibraryMap } from './library.ts';
import { drawing, goHome, mapStatus, zoomStep } from './map-state.ts';
import { keepSwiped } from './swipe-maps.ts';

/** Says when roads and sites are really on the canvas, for whoever waits for the picture. */
function tellWhenDrawn(map: LibraryMap): void {
  map.on('idle', () => {
    const roads = map.queryRenderedFeatures({ layers: ['road-expressway', 'belt-open'] });
    const sites = map.queryRenderedFeatures({ layers: ['sites'] });
    if (roads.length > 0 && sites.length > 0) document.documentElement.dataset.map = 'drawn';
  });
}

/** Keeps where the reader moved to; the first view fits again when the pane changes its size. */
function followCamera(map: LibraryMap, element: HTMLElement, bounds: Bounds): () => void {
  const noteZoom = (): void => {
    zoomStep.value = Math.floor(map.getZoom() * 2) / 2;
  };
  noteZoom();
  map.on('moveend', (event) => {
    noteZoom();
    const asked = event.originalEvent !== undefined || 'asked' in event;
    if (!asked) return;
    const { lng, lat } = map.getCenter();
    show({ camera: { lon: lng, lat, zoom: map.getZoom() } });
  });
  const observer = new ResizeObserver(() => {
    map.resize();
    if (look.peek().camera === null) fit(map, bounds);
  });
  observer.observe(element);
  goHome.value = () => {
    show({ camera: null });
    fit(map, bounds);
  };
  return () => observer.disconnect();
}

/** Says the map's name to screen readers in the language spoken. */
function nameCanvas(map: LibraryMap): void {
  map.getCanvas().setAttribute('aria-label', t('map.canvas'));
}

/** Starts the map; the function that comes back ends it. Throws where WebGL is missing. */
export async function startMap(element: HTMLElement, leftElement: HTMLElement): Promise<() => void> {
  const data = dataset.peek();
  if (data === null) throw new Error('no data set');
  const bounds = toHomeBounds(data);
  const drawn = await startDrawing(element, context.peek(), bounds, look.peek().camera);
  const swipe = keepSwiped(drawn.map, leftElement);
  const role = computed(() => (swiped.value ? 'build' : shownSide.value));
  tellWhenDrawn(drawn.map);
  listen(drawn.map, swipe.under);
  const stops = [
    swipe.stop,
    followAnswer(),
    keepFilled(drawn, role),
    followCamera(drawn.map, element, bounds),
    effect(() => drawn.restyle(context.value)),
    effect(() => nameCanvas(drawn.map)),
  ];
  drawing.value = drawn;
  mapStatus.value = 'ready';
  return () => {
    drawing.value = null;
    stops.forEach((stop) => stop());
    drawn.stop();
  };
}
