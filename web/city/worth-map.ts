/** Keeps what closing each road loses on the map. Reach is not drawn meanwhile: its shades would be taken for worth. */
import { computed, effect, signal } from '@preact/signals';
import type { GeoJSONSource } from 'maplibre-gl';
import type { LonLat } from '../../src/index.ts';
import type { LibraryMap } from '../map/library.ts';
import { liveMap } from './live-map.ts';
import { isWorthDrawn } from './state.ts';
import { theme } from './theme.ts';
import { listWorthLayers, NO_LINES, toWorthLines, WORTH_SOURCE } from './worth-layers.ts';
import { told, type Told } from './worth-run.ts';

/** Whether it is to be on the map where there is an answer, and whether its panel is open. */
export const wantsDrawn = signal(true);
export const isPanelOpen = signal(false);

const drawn = computed(() => (isPanelOpen.value && wantsDrawn.value ? told.value : null));

/** The link that was chosen in the table. */
export const chosenLink = signal<string | null>(null);

/** Above all that is drawn of roads, below their names. */
const BELOW = 'names-arterial';

/** Puts the layers on a map that has them not yet. */
function addLayers(map: LibraryMap): void {
  if (map.getSource(WORTH_SOURCE) !== undefined) return;
  map.addSource(WORTH_SOURCE, { type: 'geojson', data: NO_LINES, tolerance: 0.3 });
  for (const layer of listWorthLayers(theme.peek(), null)) map.addLayer(layer, BELOW);
}

const drawnLines = computed(() => (drawn.value === null ? NO_LINES : toWorthLines(drawn.value)));

/** Keeps the map in step with the answer, the theme, and what is chosen. */
effect(() => {
  const live = liveMap.value;
  if (live?.card.isThere() !== true) return;
  addLayers(live.map);
  void live.map.getSource<GeoJSONSource>(WORTH_SOURCE)?.setData(drawnLines.value);
});
effect(() => {
  const live = liveMap.value;
  if (live?.card.isThere() !== true || live.map.getSource(WORTH_SOURCE) === undefined) return;
  const layers = listWorthLayers(theme.value, chosenLink.value);
  for (const { id, paint = {}, filter } of layers) {
    live.map.setPaintProperty(id, 'line-color', paint['line-color']);
    if (filter !== undefined) live.map.setFilter(id, filter);
  }
});
effect(() => {
  isWorthDrawn.value = drawn.value !== null && liveMap.value !== null;
  // Marks of hundreds of suppliers would hide the roads between them.
  document.documentElement.toggleAttribute('data-worth', isWorthDrawn.value);
});

const NEAR = { padding: 60, maxZoom: 15, duration: 0 } as const;

/** Goes where some points are. */
function goTo(points: readonly LonLat[]): void {
  const box = points.reduce<[number, number, number, number]>(
    ([west, south, east, north], [lon, lat]) => [
      ...([Math.min(west, lon), Math.min(south, lat)] as const),
      ...([Math.max(east, lon), Math.max(north, lat)] as const),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  const map = liveMap.peek()?.map;
  if (map === undefined || points.length === 0) return;
  map.fitBounds(box, NEAR);
  // Where the page is one column the map may be out of sight.
  map.getContainer().scrollIntoView({ block: 'nearest' });
}

/** Goes to a link on the map and puts a ring around it. */
export function goToLink(link: string, line: readonly LonLat[]): void {
  chosenLink.value = link;
  goTo(line);
}

/** Goes where all roads are that lose anything. */
export const goToAll = ({ lines }: Told): void => goTo(lines.flat());
