/** Every layer builds a valid style in both themes, all languages and all views, and names only what there is. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../web/flavor/colours.ts';
import { blend } from '../../web/layers/blend.ts';
import { SOURCES, type LayerContext } from '../../web/layers/context.ts';
import { listLayers } from '../../web/layers/order.ts';
import { makeImages } from '../../web/map/marks.ts';
import { toStyle } from '../../web/map/style.ts';
import { LANGUAGES, VIEWS } from '../../web/state/look.ts';

const CONTEXTS = (['light', 'dark'] as const).flatMap((theme) =>
  LANGUAGES.flatMap((language) =>
    VIEWS.map((view): LayerContext => ({ theme, language, view, road: 'n2r', colours: PALETTES[theme] })),
  ),
);

describe('the layers', () => {
  it.each(CONTEXTS)('are a valid style: $theme, $language, $view', (context) => {
    const problems = validateStyleMin(toStyle(context));
    expect(problems.map(({ message }) => message)).toEqual([]);
  });

  it('read only sources there are, and each source is read', () => {
    const read = CONTEXTS.flatMap((context) =>
      listLayers(context).flatMap((layer) => ('source' in layer ? [layer.source] : [])),
    );
    expect([...new Set(read)].toSorted()).toEqual([...SOURCES].toSorted());
  });

  it('have one id each, the same in every context, so that a theme restyles them in place', () => {
    const ids = CONTEXTS.map((context) => listLayers(context).map(({ id }) => id));
    for (const one of ids) expect(one).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
  });

  it('name only images that are made', () => {
    const images = new Set(makeImages(PALETTES.light).keys());
    const plain = listLayers(CONTEXTS[0] as LayerContext).flatMap((layer) => {
      const parts = [layer.layout, layer.paint].map((part) => part as Record<string, unknown> | undefined);
      return parts.flatMap((part) => [part?.['icon-image'], part?.['fill-pattern']]);
    });
    const names = plain.filter((name) => typeof name === 'string');
    expect(names).toContain('boundary');
    for (const name of names) expect(images).toContain(name);
    for (const kind of ['suppliers', 'zone', 'rank']) {
      for (const count of [0, 1, 2, 3]) expect(images).toContain(`${kind}-${count}`);
    }
    for (const step of [0, 1, 2, 3, 4, 5, 6]) {
      expect(images).toContain(`change-${step}`);
      expect(images).toContain(`change-${step}-flips`);
    }
  });

  it('ask for no address outside: no glyphs, no sprite', () => {
    const style = toStyle(CONTEXTS[0] as LayerContext);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });
});

describe('blend', () => {
  it('lies between the two colours', () => {
    expect(blend('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(blend('#102030', '#ffffff', 1)).toBe('#102030');
    expect(blend('#102030', '#a0b0c0', 0)).toBe('#a0b0c0');
  });
});
