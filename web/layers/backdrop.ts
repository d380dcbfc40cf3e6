/** Sea, land and district outlines: schematic, the quietest thing on the map. */
import type { LayerMaker } from './context.ts';

export const backdrop: LayerMaker = ({ colours }) => [
  { id: 'sea', type: 'background', paint: { 'background-color': colours.water } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land, 'fill-antialias': true } },
  {
    id: 'districts',
    type: 'line',
    source: 'districts',
    paint: { 'line-color': colours.districtLine, 'line-width': 1, 'line-dasharray': [3, 2] },
  },
];
