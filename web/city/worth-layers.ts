/**
 * Roads by what closing each loses, as lines of the map: the wider and darker, the more. A road without which some pair has
 * no way is dashed; the one that is chosen has a ring.
 */
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { CityMeasure } from '../../src/index.ts';
import { PALETTES, type Theme } from '../flavor/colours.ts';
import type { WorthAnswer } from './worth-protocol.ts';
import { readWorth, toScale } from './worth-scale.ts';

export const WORTH_SOURCE = 'worth';
export const NO_LINES: FeatureCollection<LineString> = { type: 'FeatureCollection', features: [] };

/** An answer by a measure. */
interface Drawn extends WorthAnswer {
  readonly measure: CityMeasure;
}

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
export function toWorthLines({ document, lines, measure }: Drawn): FeatureCollection<LineString> {
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
  const line = { type: 'line', source: WORTH_SOURCE } as const;
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
