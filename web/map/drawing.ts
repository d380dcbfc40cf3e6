/**
 * One drawn map: its sources are filled and its layers restyled from outside; it keeps no state of the page. Two
 * of them, one over the other, make the swipe.
 */
import type { GeoJSONSource } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import { listLayers } from '../layers/order.ts';
import type { LayerContext, SourceId } from '../layers/context.ts';
import type { Bounds } from './bounds.ts';
import { HOME_FIT } from './camera.ts';
import { BACKDROP } from './backdrop-data.ts';
import { cardOf, sayLost, type Card } from './card.ts';
import { openMap, type LibraryMap } from './library.ts';
import { makeImages, PIXEL_RATIO } from './marks.ts';
import { toStyle } from './style.ts';

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface Drawing {
  readonly map: LibraryMap;
  readonly card: Card;
  /** Both read in an effect whether the map can be told: where it cannot now, the effect runs again when it can. */
  readonly fill: (source: SourceId, data: GeoJSON) => void;
  readonly restyle: (context: LayerContext) => void;
  readonly stop: () => void;
}

function setImages(map: LibraryMap, { colours }: LayerContext): void {
  for (const [id, image] of makeImages(colours)) {
    if (map.hasImage(id)) map.removeImage(id);
    map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  }
}

/** Gives every layer the colours and words of a context; what is equal is left alone by the map itself. */
function setLayers(map: LibraryMap, context: LayerContext): void {
  for (const layer of listLayers(context)) {
    if ('filter' in layer) map.setFilter(layer.id, layer.filter);
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as never, value as never);
    }
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      map.setLayoutProperty(layer.id, name as never, value as never);
    }
  }
}

/** Draws a map into an element; resolves when it can take data. Throws where WebGL is missing. */
export async function startDrawing(
  container: HTMLElement,
  context: LayerContext,
  bounds: Bounds,
  camera: Camera | null,
): Promise<Drawing> {
  const place =
    camera === null
      ? { bounds, fitBoundsOptions: HOME_FIT }
      : { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom };
  const map = await openMap({
    container,
    style: toStyle(context),
    ...place,
    minZoom: 6.5,
    maxZoom: 16,
    trackResize: false,
    // The picture of the map is exported and printed from its canvas.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  const card = cardOf(map);
  setImages(map, context);
  const fill: Drawing['fill'] = (source, data) => {
    if (!card.isThere()) return;
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  for (const [source, data] of BACKDROP) fill(source, data);
  const stopSaying = sayLost(map, container);
  return {
    map,
    card,
    fill,
    restyle: (next) => {
      if (!card.isThere()) return;
      setImages(map, next);
      setLayers(map, next);
    },
    stop: () => {
      stopSaying();
      map.remove();
    },
  };
}
