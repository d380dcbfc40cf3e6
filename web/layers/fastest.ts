/** How many supplier–plant pairs have their fastest route on each road: the wider, the more. Not traffic. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { FONT, shownIn, type LayerMaker } from './context.ts';

/** Width in pixels: it grows with the square root, so that one pair is still seen beside a hundred. */
const toWidth = (more: number): ExpressionSpecification => [
  '+',
  more,
  ['*', 1.1, ['sqrt', ['get', 'pairs']]],
];

export const fastest: LayerMaker = ({ colours, view }) => {
  const visibility = shownIn(view, 'fastest');
  const layout = { visibility, 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'fastest-casing',
      type: 'line',
      source: 'fastest',
      layout,
      paint: { 'line-color': colours.labelHalo, 'line-width': toWidth(2.5) },
    },
    {
      id: 'fastest',
      type: 'line',
      source: 'fastest',
      layout: { ...layout, 'line-sort-key': ['get', 'pairs'] },
      paint: {
        'line-color': ['case', ['get', 'belt'], colours.belt, colours.routeBuild],
        'line-width': toWidth(0.8),
      },
    },
    {
      id: 'fastest-counts',
      type: 'symbol',
      source: 'fastest',
      minzoom: 9.5,
      filter: ['!=', ['get', 'facility'], 'ramp'],
      layout: {
        visibility,
        'symbol-placement': 'line-center',
        'text-field': ['to-string', ['get', 'pairs']],
        'text-font': FONT,
        'text-size': 12,
        'text-rotation-alignment': 'viewport',
        'text-padding': 12,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.labelHalo, 'text-halo-width': 2 },
    },
  ];
};
