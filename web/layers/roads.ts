/** Roads by facility: thin, grey, wider as one comes nearer. The belt is a layer of its own. */
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { LayerMaker } from './context.ts';

/** Width in pixels at zoom 8, 11 and 14. */
const WIDTHS: Readonly<Record<string, readonly [number, number, number]>> = {
  local: [0.4, 1, 3],
  arterial: [0.6, 1.4, 4],
  ramp: [0.3, 1, 3],
  'urban-expressway': [0.9, 2, 5],
  expressway: [1.1, 2.4, 6],
};

function toWidth(facility: string): ExpressionSpecification {
  const [far, middle, near] = WIDTHS[facility] ?? [1, 2, 4];
  return ['interpolate', ['exponential', 1.4], ['zoom'], 8, far, 11, middle, 14, near];
}

/** One layer a facility, so that the greater road always lies on top. */
function makeRoad(facility: string, color: string): LineLayerSpecification {
  return {
    id: `road-${facility}`,
    type: 'line',
    source: 'roads',
    filter: [
      'all',
      ['==', ['get', 'facility'], facility],
      ['!=', ['get', 'belt'], 'belt'],
      ['match', ['get', 'own'], ['built', 'closed'], false, true],
    ],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': toWidth(facility) },
  };
}

/** The marked highway: two lines along it, so that its own colour stays. */
export const markedRoad: LayerMaker = ({ colours, road }) => [
  {
    id: 'road-marked',
    type: 'line',
    source: 'roads',
    filter: ['==', ['get', 'highway'], road ?? ''],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colours.chosen, 'line-width': 2, 'line-gap-width': 6 },
  },
];

export const roads: LayerMaker = ({ colours }) => [
  makeRoad('local', colours.roadArterial),
  makeRoad('arterial', colours.roadArterial),
  makeRoad('ramp', colours.roadUrban),
  makeRoad('urban-expressway', colours.roadUrban),
  makeRoad('expressway', colours.roadExpressway),
];
