/**
 * The fonts that the map writes with, for the style's property `font-faces`; with them a style needs no `glyphs`.
 * Each file is fetched when a character of its range is first drawn; a character that the file lacks (a name of
 * the reader's own) is drawn with a font of the system. `make.mjs` makes the files.
 */
import type { StyleSpecification } from 'maplibre-gl';
import han400 from './map-han-400.woff2?url';
import han500 from './map-han-500.woff2?url';
import latin400 from './map-latin-400.woff2?url';
import latin500 from './map-latin-500.woff2?url';

type FontFaces = NonNullable<StyleSpecification['font-faces']>;

const LATIN = ['U+0-2E7F'];
const HAN = ['U+2E80-10FFFF'];

/** Names to use in `text-font`, each alone: `['Beltway Sans']`. */
export const MAP_FONT_FACES: FontFaces = {
  'Beltway Sans': [
    { url: latin400, 'unicode-range': LATIN },
    { url: han400, 'unicode-range': HAN },
  ],
  'Beltway Sans Medium': [
    { url: latin500, 'unicode-range': LATIN },
    { url: han500, 'unicode-range': HAN },
  ],
};
