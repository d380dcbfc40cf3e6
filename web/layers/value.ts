/**
 * What closing each road loses: the wider and darker, the more. A road without which some pair has no way is dashed, and
 * the belt keeps its orange as an edge, with the worth of each section beside it.
 */
import type { ExpressionSpecification } from 'maplibre-gl';
import { byNumber, FONT, shownIn, STRONG_FONT, type LayerMaker } from './context.ts';

const wider = (more: number): ExpressionSpecification => ['+', more, ['get', 'width']];
/** Of both sides together. */
const EDGE_PX = 2.6;
/** Where a section's label may stand, in ems from its road: the first place that is free. */
const NEAR = [
  ['top', 0, 0.9],
  ['bottom', 0, -0.9],
  ['left', 0.9, 0],
  ['right', -0.9, 0],
] as const;
const CORNERS = [
  ['bottom-left', 0.7, -0.7],
  ['top-left', 0.7, 0.7],
  ['top-right', -0.7, 0.7],
  ['bottom-right', -0.7, -0.7],
] as const;
/** Where marks stand close together. */
const FAR = [2, -2, 3.5, -3.5].flatMap(
  (down) =>
    [
      ['left', 3.2, down],
      ['right', -3.2, down],
    ] as const,
);
const PLACES = [...NEAR, ...CORNERS, ...FAR].flatMap(([anchor, x, y]): (string | [number, number])[] => [
  anchor,
  [x, y],
]);
const isMain: ExpressionSpecification = ['!=', ['get', 'facility'], 'ramp'];

export const value: LayerMaker = ({ colours, view }) => {
  const visibility = shownIn(view, 'value');
  const layout = { visibility, 'line-cap': 'round', 'line-join': 'round' } as const;
  const [most = colours.text, more = most, some = more] = colours.bands;
  return [
    {
      id: 'value-casing',
      type: 'line',
      source: 'value',
      filter: ['has', 'width'],
      layout,
      paint: {
        'line-color': ['case', ['get', 'belt'], colours.belt, colours.labelHalo],
        'line-width': wider(EDGE_PX),
      },
    },
    {
      id: 'value',
      type: 'line',
      source: 'value',
      filter: ['==', ['get', 'cut'], false],
      layout: { ...layout, 'line-sort-key': ['get', 'width'] },
      paint: { 'line-color': byNumber('step', [some, more, most]), 'line-width': ['get', 'width'] },
    },
    {
      id: 'value-cut',
      type: 'line',
      source: 'value',
      filter: ['==', ['get', 'cut'], true],
      layout: { visibility },
      paint: { 'line-color': colours.no, 'line-width': wider(1), 'line-dasharray': [1, 0.7] },
    },
  ];
};

/** Above the names of sites, which give way to them. */
export const valueWords: LayerMaker = ({ colours, view }) => {
  const visibility = shownIn(view, 'value');
  const paint = { 'text-color': colours.text, 'text-halo-color': colours.labelHalo, 'text-halo-width': 2 };
  return [
    {
      id: 'value-amounts',
      type: 'symbol',
      source: 'value',
      minzoom: 10.5,
      filter: ['all', ['has', 'step'], isMain, ['>', ['get', 'step'], 0]],
      layout: {
        visibility,
        'symbol-placement': 'line-center',
        'text-rotation-alignment': 'viewport',
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 12,
        'text-padding': 10,
      },
      paint,
    },
    {
      id: 'value-sections',
      type: 'symbol',
      source: 'value',
      filter: ['has', 'label'],
      layout: {
        visibility,
        'text-field': ['get', 'label'],
        'symbol-sort-key': ['get', 'rank'],
        'text-font': STRONG_FONT,
        'text-size': 13,
        'text-variable-anchor-offset': PLACES,
      },
      paint,
    },
  ];
};
