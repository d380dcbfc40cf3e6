/** MapLibre with its worker and its styles: loaded after the first answer, and only where a map can be drawn. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as LibraryMap, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import { followCard } from './card.ts';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);

export { LibraryMap };

/** How long names fade in, where motion is welcome. */
const FADE_MS = 120;

/** A map that stays flat, with north up; resolves when it can take data. Throws where WebGL is missing. */
export async function openMap(options: MapOptions): Promise<LibraryMap> {
  const map = new LibraryMap({
    ...options,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FADE_MS,
    attributionControl: false,
    localIdeographFontFamily: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  await new Promise((resolve) => map.once('load', resolve));
  followCard(map);
  return map;
}
