/** Sea, land, district outlines and names: schematic, the quietest thing on the map. */
import { FONT, toName, type LayerMaker } from './context.ts';

export const backdrop: LayerMaker = ({ colours }) => [
  { id: 'sea', type: 'background', paint: { 'background-color': colours.water } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land, 'fill-antialias': true } },
];

export const districtLines: LayerMaker = ({ colours }) => [
  {
    id: 'districts',
    type: 'line',
    source: 'districts',
    paint: { 'line-color': colours.districtLine, 'line-width': 1, 'line-dasharray': [4, 2] },
  },
];

export const placeNames: LayerMaker = ({ colours, language }) => [
  {
    id: 'place-names',
    type: 'symbol',
    source: 'place-names',
    layout: {
      'text-field': toName(language),
      'text-font': FONT,
      'symbol-sort-key': ['get', 'rank'],
      'text-size': 12,
      'text-letter-spacing': 0.08,
      'text-max-width': 7,
      'text-padding': 6,
    },
    paint: {
      'text-color': ['match', ['get', 'kind'], 'water', colours.labelWater, colours.labelPlace],
      'text-halo-color': colours.labelHalo,
      'text-halo-width': 1.2,
    },
  },
];
