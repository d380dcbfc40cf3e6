/** MapLibre with its worker and its styles: loaded after the first answer, and only where a map can be drawn. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as LibraryMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

setWorkerUrl(workerUrl);

export { LibraryMap };
