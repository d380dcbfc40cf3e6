/** The palettes: contrast, distances in four kinds of sight, and the custom properties that repeat them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { AREA_OPACITY, PALETTES } from '../../web/flavor/colours.ts';
import type { Palette, Theme } from '../../web/flavor/colours.ts';
import { toTokensCss } from '../../web/flavor/tokens.ts';
import { layOver, measureContrast, measureDistance, measureSeen, SIGHT_NAMES } from './flavor-math.ts';
import type { Rgb } from './flavor-math.ts';

const TOKENS = new URL('../../web/styles/tokens.css', import.meta.url);
const THEMES = Object.keys(PALETTES) as readonly Theme[];
type Single = { [K in keyof Palette]: Palette[K] extends string ? K : never }[keyof Palette];

/** What falls below a limit, in words, so that a failure names the colours. */
function listLowContrast(
  palette: Palette,
  marks: readonly Single[],
  grounds: readonly Single[],
  least: number,
) {
  return marks.flatMap((mark) =>
    grounds
      .map((ground) => ({ ground, contrast: measureContrast(palette[mark], palette[ground]) }))
      .filter(({ contrast }) => contrast < least)
      .map(({ ground, contrast }) => `${mark} on ${ground}: ${contrast.toFixed(2)}`),
  );
}

function listClose(names: readonly string[], colours: readonly string[], least: number, neighbours: boolean) {
  return colours.flatMap((one, i) =>
    colours.slice(i + 1, neighbours ? i + 2 : undefined).flatMap((other, k) =>
      SIGHT_NAMES.map((sight) => ({ sight, distance: measureSeen(one, other, sight) }))
        .filter(({ distance }) => distance < least)
        .map(({ sight, distance }) => `${names[i]} ~ ${names[i + 1 + k]} (${sight}): ${distance.toFixed(1)}`),
    ),
  );
}

function toSteps(name: string, scale: readonly string[]): string[] {
  return scale.map((_, i) => `${name} ${i}`);
}

describe('the colour arithmetic', () => {
  it('gives the contrasts of the WCAG', () => {
    expect(measureContrast('#000000', '#FFFFFF')).toBeCloseTo(21, 6);
    expect(measureContrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it.each<[Rgb, Rgb, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1, 2], [50, 0, 0], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])('gives the distance of Sharma, Wu and Dalal for %j and %j', (one, other, expected) => {
    expect(measureDistance(one, other)).toBeCloseTo(expected, 4);
  });

  it('keeps grey grey in every sight and brings red and green closer without one cone', () => {
    for (const sight of SIGHT_NAMES) expect(measureSeen('#808080', '#808080', sight)).toBe(0);
    const normal = measureSeen('#D03030', '#30A030', 'normal');
    expect(measureSeen('#D03030', '#30A030', 'deuteranopia')).toBeLessThan(normal / 2);
  });
});

describe.each(THEMES)('the %s palette', (theme) => {
  const palette = PALETTES[theme];

  it('has text of at least 4.5 on everything text stands on', () => {
    const page: readonly Single[] = ['surface', 'panel', 'field', 'accentSoft'];
    expect(listLowContrast(palette, ['text', 'textMuted', 'accent'], page, 4.5)).toEqual([]);
    const soft: readonly Single[] = ['yesSoft', 'noSoft', 'unknownSoft'];
    expect(listLowContrast(palette, ['text', 'textMuted'], soft, 4.5)).toEqual([]);
    const verdicts: readonly Single[] = ['yes', 'no', 'unknown'];
    expect(listLowContrast(palette, verdicts, ['surface', 'panel', 'field', 'land', 'water'], 4.5)).toEqual(
      [],
    );
    for (const verdict of ['yes', 'no', 'unknown'] as const)
      expect(measureContrast(palette[verdict], palette[`${verdict}Soft`])).toBeGreaterThanOrEqual(4.5);
    expect(measureContrast(palette.accentInk, palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(measureContrast(palette.plantInk, palette.plant)).toBeGreaterThanOrEqual(4.5);
    const labels: readonly Single[] = ['labelRoad', 'labelPlace', 'labelWater'];
    expect(listLowContrast(palette, labels, ['land', 'water', 'labelHalo'], 4.5)).toEqual([]);
  });

  it.each(['groups', 'minutes', 'difference'] as const)(
    'has figures of at least 4.5 on every step of %s',
    (name) => {
      const contrasts = palette[name].map((step, i) =>
        measureContrast(step, palette[`${name}Ink`][i] as string),
      );
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has marks of at least 3 on land, water and panel', () => {
    const marks: readonly Single[] = [
      ...([
        'belt',
        'beltClosed',
        'drawn',
        'routeBase',
        'routeBuild',
        'siteOutline',
        'plant',
        'place',
        'chosen',
      ] as const),
      ...(['bandLine', 'hatch', 'boundary', 'focus', 'control', 'accent', 'yes', 'no', 'unknown'] as const),
    ];
    expect(listLowContrast(palette, marks, ['land', 'water', 'surface', 'panel'], 3)).toEqual([]);
    expect(listLowContrast(palette, ['control', 'focus'], ['field', 'accentSoft'], 3)).toEqual([]);
  });
});

describe.each(THEMES)('the steps of the %s palette', (theme) => {
  const palette = PALETTES[theme];

  it('keeps lines that mean different things apart in every sight', () => {
    const lines = ['belt', 'beltClosed', 'drawn', 'routeBase', 'routeBuild', 'roadExpressway'] as const;
    expect(
      listClose(
        lines,
        lines.map((name) => palette[name]),
        11,
        false,
      ),
    ).toEqual([]);
  });

  it('keeps the verdicts apart in every sight', () => {
    const verdicts = ['yes', 'no', 'unknown'] as const;
    expect(
      listClose(
        verdicts,
        verdicts.map((name) => palette[name]),
        11,
        false,
      ),
    ).toEqual([]);
  });

  it('keeps the numbers of groups apart in every sight', () => {
    expect(listClose(toSteps('groups', palette.groups), palette.groups, 14, false)).toEqual([]);
  });

  it('keeps neighbouring bands apart over land and water, and the last one from the ground', () => {
    for (const ground of [palette.land, palette.water]) {
      const seen = palette.bands.map((band) => layOver(band, ground, AREA_OPACITY));
      expect(listClose([...toSteps('bands', seen), 'ground'], [...seen, ground], 5, true)).toEqual([]);
    }
  });

  it('keeps neighbouring minutes apart, and the two ends of a difference far apart, in every sight', () => {
    expect(listClose(toSteps('minutes', palette.minutes), palette.minutes, 5, true)).toEqual([]);
    const steps = palette.difference.map((step) => layOver(step, palette.land, AREA_OPACITY));
    expect(listClose(toSteps('difference', steps), steps, 8, true)).toEqual([]);
    const { difference } = palette;
    for (const [gained, lost] of [
      [0, 6],
      [1, 5],
      [2, 4],
    ] as const)
      expect(
        listClose(['gained', 'lost'], [difference[gained], difference[lost]] as string[], 20, false),
      ).toEqual([]);
  });

  it('leaves orange to the belt: no step of the lost minutes looks like it', () => {
    for (const step of palette.difference)
      expect(listClose(['belt', step], [palette.belt, step], 8, false)).toEqual([]);
  });
});

describe('web/styles/tokens.css', () => {
  it('says what the table says', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(TOKENS, toTokensCss());
    expect(readFileSync(TOKENS, 'utf8')).toBe(toTokensCss());
  });

  it('has the same colours in both themes', () => {
    expect(Object.keys(PALETTES.dark)).toEqual(Object.keys(PALETTES.light));
  });
});
