/**
 * Trips of the Times view: with the build scenario a solid line, with the base scenario a dashed one, the minutes
 * written on it. Where both run on the same road the dashes lie on the line.
 */
import type { FilterSpecification } from 'maplibre-gl';
import { shownIn, STRONG_FONT, type LayerMaker } from './context.ts';

const isSide = (side: 'base' | 'build'): FilterSpecification => ['==', ['get', 'side'], side];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

export const routes: LayerMaker = ({ colours, view }) => {
  const visibility = shownIn(view, 'times');
  return [
    {
      id: 'route-casing',
      type: 'line',
      source: 'routes',
      filter: ['!=', ['get', 'side'], 'label'],
      layout: { visibility, ...ROUND },
      paint: { 'line-color': colours.labelHalo, 'line-width': 7, 'line-opacity': 0.85 },
    },
    {
      id: 'route-build',
      type: 'line',
      source: 'routes',
      filter: isSide('build'),
      layout: { visibility, ...ROUND },
      paint: { 'line-color': colours.routeBuild, 'line-width': 4 },
    },
    {
      id: 'route-base',
      type: 'line',
      source: 'routes',
      filter: isSide('base'),
      layout: { visibility },
      paint: { 'line-color': colours.routeBase, 'line-width': 2, 'line-dasharray': [2.5, 2] },
    },
  ];
};

export const routeLabels: LayerMaker = ({ colours, view }) => [
  {
    id: 'route-labels',
    type: 'symbol',
    source: 'routes',
    filter: ['==', ['get', 'side'], 'label'],
    layout: {
      visibility: shownIn(view, 'times'),
      'text-field': ['get', 'text'],
      'text-font': STRONG_FONT,
      'text-size': 14,
      // The answer of the view is always written; where it stands was chosen with the marks in mind.
      'text-allow-overlap': true,
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.labelHalo, 'text-halo-width': 2.5 },
  },
];
