/**
 * The belt: the one strong line. A section that is open is a broad line with a casing; one not yet open is dashed;
 * one that the scenario removes is dashed and crossed, so that no state is told by colour alone.
 */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { LayerContext, LayerMaker } from './context.ts';

const isMain: ExpressionSpecification = ['!=', ['get', 'facility'], 'ramp'];
const isBelt = (status: string): FilterSpecification => [
  'all',
  ['==', ['get', 'belt'], 'belt'],
  ['==', ['get', 'status'], status],
  isMain,
];
const WIDTH: ExpressionSpecification = ['interpolate', ['exponential', 1.4], ['zoom'], 8, 3.5, 11, 5, 14, 10];
const CASING: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  8,
  6.5,
  11,
  8,
  14,
  14,
];
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Where width tells a number the belt itself is thin. */
const THIN = 1.2;
const isThin = (view: LayerContext['view']): boolean => view === 'fastest' || view === 'value';

const openBelt: LayerMaker = ({ colours, view }) => [
  {
    id: 'belt-closing',
    type: 'line',
    source: 'roads',
    filter: ['all', ['==', ['get', 'belt'], 'closing'], isMain],
    layout: ROUND,
    paint: { 'line-color': colours.belt, 'line-width': 1.2, 'line-gap-width': 2.5 },
  },
  {
    id: 'belt-ramps',
    type: 'line',
    source: 'roads',
    minzoom: 9,
    filter: ['all', ['==', ['get', 'belt'], 'belt'], ['==', ['get', 'status'], 'open'], ['!', isMain]],
    layout: ROUND,
    paint: { 'line-color': colours.belt, 'line-width': 1.2 },
  },
  {
    id: 'belt-casing',
    type: 'line',
    source: 'roads',
    filter: isBelt('open'),
    layout: ROUND,
    paint: { 'line-color': colours.beltCasing, 'line-width': isThin(view) ? THIN + 2 : CASING },
  },
  {
    id: 'belt-open',
    type: 'line',
    source: 'roads',
    filter: isBelt('open'),
    layout: ROUND,
    paint: { 'line-color': colours.belt, 'line-width': isThin(view) ? THIN : WIDTH },
  },
];

const absentBelt: LayerMaker = ({ colours }) => [
  {
    id: 'belt-later',
    type: 'line',
    source: 'road-names',
    filter: isBelt('later'),
    paint: { 'line-color': colours.belt, 'line-width': 2, 'line-dasharray': [3, 2] },
  },
  {
    id: 'belt-closed',
    type: 'line',
    source: 'road-names',
    filter: isBelt('closed'),
    paint: { 'line-color': colours.beltClosed, 'line-width': 1.5, 'line-dasharray': [2, 3] },
  },
  {
    id: 'belt-crosses',
    type: 'symbol',
    source: 'road-names',
    filter: isBelt('closed'),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 34,
      'icon-image': 'cross',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
];

export const belt: LayerMaker = (context) => [...openBelt(context), ...absentBelt(context)];
