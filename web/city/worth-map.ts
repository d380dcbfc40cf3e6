/**
 * Roads drawn by what closing each loses: the wider and darker, the more. A road without which some pair has no way is
 * dashed; the one that is chosen has a ring. Reach is not drawn meanwhile: its shades would be taken for worth.
 */
import { computed, effect, signal } from '@preact/signals';
import type { ExpressionSpecification, GeoJSONSource, LineLayerSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { LonLat } from '../../src/index.ts';
import { PALETTES, type Theme } from '../flavor/colours.ts';
import type { LibraryMap } from '../map/library.ts';
import { liveMap } from './live-map.ts';
import { isWorthDrawn } from './state.ts';
import { theme } from './theme.ts';
import { readWorth, toScale } from './worth-scale.ts';
import { told, type Told } from './worth-run.ts';

/** Whether it is to be on the map where there is an answer, and whether its panel is open. */
export const wantsDrawn = signal(true);
export const isPanelOpen = signal(false);

const drawn = computed(() => (isPanelOpen.value && wantsDrawn.value ? told.value : null));

/** The link that was chosen in the table. */
export const chosenLink = signal<string | null>(null);

const SOURCE = 'worth';
/** Above all that is drawn of roads, below their names. */
const BELOW = 'names-arterial';
const NONE: FeatureCollection<LineString> = { type: 'FeatureCollection', features: [] };
const EDGE_PX = 2.4;
const RING_PX = 9;
/** Farther the widths are of the whole city, nearer a road is wider and its loss is still seen. */
const grow = (more: number, by: number): ExpressionSpecification => ['+', more, ['*', by, ['get', 'width']]];
const zoomed = (more: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  9,
  grow(more / 2, 0.6),
  12,
  grow(more, 1),
  16,
  grow(more, 1.8),
];

/** Links that lose anything by the measure, or cut pairs off. */
function toLines({ document, lines, measure }: Told): FeatureCollection<LineString> {
  const { toStep, toWidth } = toScale(measure, document.links);
  const features = document.links.flatMap((link, i): Feature<LineString>[] => {
    const isCut = link.cutOffPairs > 0;
    if (!isCut && readWorth(measure, link) === 0) return [];
    const coordinates = (lines[i] ?? []).map(([lon, lat]) => [lon, lat]);
    const properties = { link: link.link, isCut, step: toStep(link), width: toWidth(link) };
    return [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }];
  });
  return { type: 'FeatureCollection', features };
}

/** The layers in a theme, from the lowest. */
export function listWorthLayers(name: Theme, chosen: string | null): readonly LineLayerSpecification[] {
  const { bands, no, labelHalo, chosen: ring } = PALETTES[name];
  const [most = ring, more = most, some = more] = bands;
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const line = { type: 'line', source: SOURCE } as const;
  return [
    {
      ...{ id: 'worth-chosen', ...line, layout, filter: ['==', ['get', 'link'], chosen ?? ''] },
      paint: { 'line-color': ring, 'line-width': zoomed(RING_PX) },
    },
    {
      id: 'worth-casing',
      ...line,
      layout,
      paint: { 'line-color': labelHalo, 'line-width': zoomed(EDGE_PX) },
    },
    {
      ...{ id: 'worth-open', ...line, filter: ['==', ['get', 'isCut'], false] },
      layout: { ...layout, 'line-sort-key': ['get', 'width'] },
      paint: {
        'line-color': ['step', ['get', 'step'], some, 1, more, 2, most],
        'line-width': zoomed(0),
      },
    },
    {
      ...{ id: 'worth-cut', ...line, filter: ['==', ['get', 'isCut'], true] },
      paint: { 'line-color': no, 'line-width': zoomed(0), 'line-dasharray': [1, 0.7] },
    },
  ];
}

/** Puts the layers on a map that has them not yet. */
function addLayers(map: LibraryMap): void {
  if (map.getSource(SOURCE) !== undefined) return;
  map.addSource(SOURCE, { type: 'geojson', data: NONE, tolerance: 0.3 });
  for (const layer of listWorthLayers(theme.peek(), null)) map.addLayer(layer, BELOW);
}

const drawnLines = computed(() => (drawn.value === null ? NONE : toLines(drawn.value)));

/** Keeps the map in step with the answer, the theme, and what is chosen. */
effect(() => {
  const live = liveMap.value;
  if (live?.card.isThere() !== true) return;
  addLayers(live.map);
  void live.map.getSource<GeoJSONSource>(SOURCE)?.setData(drawnLines.value);
});
effect(() => {
  const live = liveMap.value;
  if (live?.card.isThere() !== true || live.map.getSource(SOURCE) === undefined) return;
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
