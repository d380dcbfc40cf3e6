/** What a layer is made from: colours, language, the view and the cutoff's band. Nothing of the data. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette, Theme } from '../flavor/colours.ts';
import type { Language, ViewId } from '../state/look.ts';

export interface LayerContext {
  readonly colours: Palette;
  readonly theme: Theme;
  readonly language: Language;
  readonly view: ViewId;
  /** Highway that is marked; null = none. */
  readonly road: string | null;
}
export type LayerMaker = (context: LayerContext) => readonly LayerSpecification[];

/** Sources of the map: all are filled by `web/map/`, none has an address. */
export const SOURCES = [
  'land',
  'districts',
  'rivers',
  'areas',
  'roads',
  'studio',
  'road-names',
  'fastest',
  'value',
  'routes',
  'sites',
  'place-names',
] as const;
export type SourceId = (typeof SOURCES)[number];

/** Name of the font that labels are drawn with. */
export const FONT = ['Beltway Sans'];
export const STRONG_FONT = ['Beltway Sans Medium'];

/** Visible in some views only. */
export function shownIn(view: ViewId, ...views: readonly ViewId[]): 'visible' | 'none' {
  return views.includes(view) ? 'visible' : 'none';
}

/** Name of a feature in the reader's script; `both` adds the other one. */
export function toName(language: Language, both = false): ExpressionSpecification {
  const [own, other] = language === 'zh' ? ['nameZh', 'nameEn'] : ['nameEn', 'nameZh'];
  if (!both) return ['get', own ?? ''];
  const isSame: ExpressionSpecification = ['==', ['get', 'nameEn'], ['get', 'nameZh']];
  return ['case', isSame, ['get', own ?? ''], ['concat', ['get', own ?? ''], '  ', ['get', other ?? '']]];
}

/** A colour by a whole number from 0, the last for all beyond. */
export function byNumber(property: string, colours: readonly string[]): ExpressionSpecification {
  const steps = colours.slice(1).flatMap((colour, i) => [i + 1, colour]);
  const value: ExpressionSpecification = ['max', 0, ['get', property]];
  return ['step', value, colours[0] ?? '#000000', ...steps] as ExpressionSpecification;
}
