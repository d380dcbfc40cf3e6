/** Names and numbers of roads along their lines: numbers from afar, names in both scripts from near. */
import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { FONT, toName, type LayerContext, type LayerMaker } from './context.ts';

const isFacility = (facility: string): ExpressionSpecification => ['==', ['get', 'facility'], facility];
const notBelt: ExpressionSpecification = ['!=', ['get', 'belt'], 'belt'];
const LINE = { 'symbol-placement': 'line', 'text-font': FONT, 'text-max-angle': 30 } as const;

function toPaint({ colours }: LayerContext): NonNullable<SymbolLayerSpecification['paint']> {
  return { 'text-color': colours.labelRoad, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.6 };
}

/** Names of one facility from a zoom on. */
function makeNames(context: LayerContext, facility: string, minzoom: number): SymbolLayerSpecification {
  return {
    id: `name-${facility}`,
    type: 'symbol',
    source: 'road-names',
    minzoom,
    filter: ['all', isFacility(facility), notBelt] as FilterSpecification,
    layout: {
      ...LINE,
      'text-field': [
        'concat',
        ['case', ['==', ['get', 'ref'], ''], '', ['concat', ['get', 'ref'], '  ']],
        toName(context.language, true),
      ],
      'text-size': 12,
      'symbol-spacing': 420,
      'text-padding': 8,
    },
    paint: toPaint(context),
  };
}

export const roadLabels: LayerMaker = (context) => [
  makeNames(context, 'arterial', 12),
  makeNames(context, 'urban-expressway', 11),
  makeNames(context, 'expressway', 10.5),
  {
    id: 'road-refs',
    type: 'symbol',
    source: 'road-names',
    minzoom: 8,
    maxzoom: 10.5,
    filter: ['all', isFacility('expressway'), notBelt, ['!=', ['get', 'ref'], '']] as FilterSpecification,
    layout: {
      ...LINE,
      'text-field': ['get', 'ref'],
      'text-size': 12,
      'symbol-spacing': 260,
      'text-padding': 14,
      'text-rotation-alignment': 'viewport',
    },
    paint: toPaint(context),
  },
  {
    id: 'belt-name',
    type: 'symbol',
    source: 'road-names',
    minzoom: 8,
    filter: ['==', ['get', 'belt'], 'belt'],
    layout: {
      ...LINE,
      'text-field': toName(context.language, true),
      'text-size': 12,
      'text-offset': [0, -1],
      'symbol-spacing': 500,
      'text-padding': 6,
    },
    paint: {
      'text-color': context.colours.belt,
      'text-halo-color': context.colours.labelHalo,
      'text-halo-width': 2,
    },
  },
];
