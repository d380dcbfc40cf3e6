/** Rivers as lines of about their width; they stop connectors, so they are drawn where the model has them. */
import type { LayerMaker } from './context.ts';

/** Pixels a metre takes at latitude 23 and a zoom: 512 px × 2^zoom over the parallel's length. */
const toPixelsPerMetre = (zoom: number): number =>
  (512 * 2 ** zoom) / (40_075_016 * Math.cos((23 * Math.PI) / 180));

export const rivers: LayerMaker = ({ colours }) => [
  {
    id: 'rivers',
    type: 'line',
    source: 'rivers',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colours.water,
      'line-width': [
        'interpolate',
        ['exponential', 2],
        ['zoom'],
        8,
        ['max', 1, ['*', ['get', 'widthM'], toPixelsPerMetre(8)]],
        14,
        ['max', 2, ['*', ['get', 'widthM'], toPixelsPerMetre(14)]],
      ],
    },
  },
];
