/**
 * Marks of places: plants are squares with the maker's initial, supplier sites circles coloured by the number of
 * groups they reach (with the digit from zoom 10), zones and seats small diamonds. Every mark has an outline.
 */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { FONT, type LayerMaker } from './context.ts';

const kind = ['get', 'kind'] as ExpressionSpecification;
/** Groups reached as the number in an image's name. */
const REACHED: ExpressionSpecification = ['to-string', ['max', 0, ['get', 'groups']]];

/** Image of a mark: its kind, and for places the number of groups. */
const IMAGE: ExpressionSpecification = [
  'match',
  kind,
  'plant',
  ['case', ['get', 'counts'], 'plant', 'plant-other'],
  'suppliers',
  ['concat', 'suppliers-', REACHED],
  'zone',
  ['concat', 'zone-', REACHED],
  'seat',
];
/** The copy of each mark that is placed for the zoom of the tile; 13 is the last. */
export const AT_ZOOM: FilterSpecification = ['==', ['get', 'step'], ['min', 13, ['floor', ['zoom']]]];
const ALWAYS = {
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
  'text-allow-overlap': true,
  'text-ignore-placement': true,
} as const;

export const sites: LayerMaker = ({ colours }) => [
  {
    id: 'sites',
    type: 'symbol',
    source: 'sites',
    filter: AT_ZOOM,
    layout: {
      'icon-image': IMAGE,
      'symbol-sort-key': ['match', kind, 'plant', 3, 'suppliers', 2, 'zone', 1, 0],
      'text-field': ['case', ['all', ['==', kind, 'plant'], ['get', 'counts']], ['get', 'initial'], ''],
      'text-font': FONT,
      'text-size': 12,
      ...ALWAYS,
    },
    paint: { 'text-color': colours.plantInk },
  },
  {
    id: 'site-digits',
    type: 'symbol',
    source: 'sites',
    minzoom: 10,
    filter: ['all', AT_ZOOM, ['==', kind, 'suppliers'], ['>=', ['get', 'groups'], 0]] as FilterSpecification,
    layout: { 'text-field': ['to-string', ['get', 'groups']], 'text-font': FONT, 'text-size': 12, ...ALWAYS },
    paint: {
      'text-color': [
        'match',
        ['get', 'groups'],
        0,
        colours.groupsInk[0] ?? '',
        1,
        colours.groupsInk[1] ?? '',
        2,
        colours.groupsInk[2] ?? '',
        colours.groupsInk[3] ?? '',
      ],
    },
  },
];
