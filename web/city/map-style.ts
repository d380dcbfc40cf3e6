/** The style of the map of a network: bare land, and names along the greater roads. Roads are a layer of their own. */
import type { StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { MAP_FONT_FACES } from '../fonts/map-fonts.ts';
import { PALETTES, type Theme } from '../flavor/colours.ts';
import { FONT } from '../layers/context.ts';
import type { Language } from '../state/look.ts';
import { listEditLayers, listPlanLayers, listToComeLayers } from './plan-layers.ts';
import { RANKS, type Rank } from './road-columns.ts';

/** Zoom from which the names of a rank are written. */
const NAMES_FROM: readonly (readonly [Rank, number])[] = [
  ['arterial', 13],
  ['urban', 11.5],
  ['expressway', 10.5],
];

function makeNames(rank: Rank, minzoom: number, language: Language, theme: Theme): SymbolLayerSpecification {
  const colours = PALETTES[theme];
  return {
    id: `names-${rank}`,
    type: 'symbol',
    source: 'names',
    minzoom,
    filter: ['==', ['get', 'rank'], RANKS.indexOf(rank)],
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', language],
      'text-font': FONT,
      'text-size': 12,
      'symbol-spacing': 420,
      'text-max-angle': 30,
      'text-padding': 12,
    },
    paint: { 'text-color': colours.labelRoad, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.5 },
  };
}

/** Layers of names, the greatest roads last, so that theirs have the first choice of place. */
export function listNameLayers(language: Language, theme: Theme): readonly SymbolLayerSpecification[] {
  return NAMES_FROM.map(([rank, minzoom]) => makeNames(rank, minzoom, language, theme));
}

/** What is drawn as lines or along them. */
export interface Lines {
  readonly names: FeatureCollection;
  readonly toCome: FeatureCollection;
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The style; nothing of it has an address outside the page. */
export function toCityStyle({ names, toCome }: Lines, language: Language, theme: Theme): StyleSpecification {
  return {
    version: 8,
    name: 'Beltway city',
    'font-faces': MAP_FONT_FACES,
    transition: { duration: 0, delay: 0 },
    sources: {
      names: { type: 'geojson', data: names, tolerance: 0.4 },
      'to-come': { type: 'geojson', data: toCome, tolerance: 0.4 },
      plan: { type: 'geojson', data: NOTHING, tolerance: 0.2 },
      studio: { type: 'geojson', data: NOTHING, tolerance: 0.2 },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': PALETTES[theme].land } },
      ...listToComeLayers(theme),
      ...listPlanLayers(theme, 'without'),
      ...listEditLayers(theme),
      ...listNameLayers(language, theme),
    ],
  };
}
