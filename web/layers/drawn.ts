/**
 * Roads of a scenario of the user: one that it builds is a broad line with a light one along its middle, one not yet
 * open is dashed, one that it closes is dashed and crossed, one with other signs has a line on either side.
 */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { LayerMaker } from './context.ts';

const isMain: ExpressionSpecification = ['!=', ['get', 'facility'], 'ramp'];
const isBuilt = (open: boolean): FilterSpecification => [
  'all',
  ['==', ['get', 'own'], 'built'],
  [open ? '==' : '!=', ['get', 'status'], 'open'],
  isMain,
];
const isClosed: FilterSpecification = ['all', ['==', ['get', 'own'], 'closed'], isMain];
const toWidth = (far: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  8,
  far,
  14,
  near,
];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

const built: LayerMaker = ({ colours }) => [
  {
    id: 'drawn-later',
    type: 'line',
    source: 'roads',
    filter: isBuilt(false),
    paint: { 'line-color': colours.drawn, 'line-width': 2.5, 'line-dasharray': [3, 2] },
  },
  {
    id: 'drawn-casing',
    type: 'line',
    source: 'roads',
    filter: isBuilt(true),
    layout: ROUND,
    paint: { 'line-color': colours.beltCasing, 'line-width': toWidth(7.5, 14) },
  },
  {
    id: 'drawn-open',
    type: 'line',
    source: 'roads',
    filter: isBuilt(true),
    layout: ROUND,
    paint: { 'line-color': colours.drawn, 'line-width': toWidth(5, 10) },
  },
  {
    id: 'drawn-middle',
    type: 'line',
    source: 'roads',
    filter: isBuilt(true),
    layout: ROUND,
    paint: { 'line-color': colours.beltCasing, 'line-width': toWidth(1.2, 2.4) },
  },
];

const changed: LayerMaker = ({ colours }) => [
  {
    id: 'drawn-changed',
    type: 'line',
    source: 'roads',
    filter: ['all', ['==', ['get', 'own'], 'changed'], isMain],
    layout: ROUND,
    paint: { 'line-color': colours.drawn, 'line-width': 0.9, 'line-gap-width': toWidth(1.6, 7) },
  },
  {
    id: 'drawn-closed',
    type: 'line',
    source: 'roads',
    filter: isClosed,
    paint: { 'line-color': colours.beltClosed, 'line-width': 1.5, 'line-dasharray': [2, 3] },
  },
  {
    id: 'drawn-crosses',
    type: 'symbol',
    source: 'roads',
    filter: isClosed,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 34,
      'icon-image': 'cross',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

export const drawn: LayerMaker = (context) => [...changed(context), ...built(context)];
