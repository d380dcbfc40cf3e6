/** The style the map starts with: our own layers over sources that are filled later. No glyphs, no sprite, no address. */
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { MAP_FONT_FACES } from '../fonts/map-fonts.ts';
import { SOURCES, type LayerContext } from '../layers/context.ts';
import { listLayers } from '../layers/order.ts';

const EMPTY: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

/** Style for a theme and a language. */
export function toStyle(context: LayerContext): StyleSpecification {
  return {
    version: 8,
    name: 'Beltway',
    'font-faces': MAP_FONT_FACES,
    // Colours change with the theme at once: a fade of hundreds of layers would be motion without meaning.
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(SOURCES.map((id) => [id, { ...EMPTY, tolerance: 0.2 }])),
    layers: listLayers(context),
  };
}
