/**
 * What is edited on the map: areas of changes, the road under the pointer, and where the open road meets others: a full
 * mark connects, an empty one passes over.
 */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { LayerMaker } from './context.ts';

const is = (kind: string): FilterSpecification => ['==', ['get', 'kind'], kind];
const CONNECTED: ExpressionSpecification = ['get', 'connected'];

export const studio: LayerMaker = ({ colours }) => [
  {
    id: 'studio-area',
    type: 'fill',
    source: 'studio',
    filter: is('area'),
    paint: { 'fill-color': colours.drawn, 'fill-opacity': 0.1 },
  },
  {
    id: 'studio-area-line',
    type: 'line',
    source: 'studio',
    filter: is('area'),
    paint: { 'line-color': colours.drawn, 'line-width': 1.5, 'line-dasharray': [4, 2] },
  },
  {
    id: 'studio-idle',
    type: 'line',
    source: 'studio',
    filter: is('idle'),
    paint: { 'line-color': colours.drawn, 'line-width': 1.5, 'line-dasharray': [1.5, 2.5] },
  },
  {
    id: 'studio-road',
    type: 'line',
    source: 'studio',
    filter: is('road'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colours.chosen, 'line-width': 5, 'line-opacity': 0.7 },
  },
  {
    id: 'studio-meetings',
    type: 'circle',
    source: 'studio',
    filter: is('meeting'),
    paint: {
      'circle-radius': ['case', CONNECTED, 5.5, 4],
      'circle-color': ['case', CONNECTED, colours.drawn, colours.land],
      'circle-stroke-color': ['case', CONNECTED, colours.land, colours.drawn],
      'circle-stroke-width': 2,
    },
  },
];
