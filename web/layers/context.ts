/** What a layer is made from: the colours of a theme and the language of its labels. Nothing of the data. */
import type { LayerSpecification } from 'maplibre-gl';
import type { Palette, Theme } from '../flavor/colours.ts';
import type { Language } from '../state/look.ts';

export interface LayerContext {
  readonly colours: Palette;
  readonly theme: Theme;
  readonly language: Language;
}
export type LayerMaker = (context: LayerContext) => readonly LayerSpecification[];

/** Sources of the map: all are filled by `web/map/`, none has an address. */
export const SOURCES = [
  'land',
  'districts',
  'district-names',
  'rivers',
  'areas',
  'roads',
  'road-names',
  'fastest',
  'routes',
  'changes',
  'sites',
] as const;
export type SourceId = (typeof SOURCES)[number];

/** Name of the font that labels are drawn with. */
export const FONT = ['Beltway Sans'];
