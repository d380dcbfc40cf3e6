/**
 * Turns the palettes of `colours.ts` into the text of `web/styles/tokens.css`. A test keeps the file equal to this
 * text and writes it anew with UPDATE=1. Print is always light.
 */
import { AREA_OPACITY, PALETTES } from './colours.ts';
import type { Palette } from './colours.ts';

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `['--text-muted', '#565D66']` for a colour, `--groups-0` … for a scale. */
function listTokens(palette: Palette): readonly (readonly [string, string])[] {
  return Object.entries(palette).flatMap(([name, value]: [string, string | readonly string[]]) =>
    typeof value === 'string'
      ? [[`--${toKebab(name)}`, value] as const]
      : value.map((step, i) => [`--${toKebab(name)}-${i}`, step] as const),
  );
}

function toRule(selector: string, scheme: string, palette: Palette, indent: string): string {
  const rows = listTokens(palette).map(([name, value]) => `${indent}  ${name}: ${value.toLowerCase()};`);
  return [`${indent}${selector} {`, `${indent}  color-scheme: ${scheme};`, ...rows, `${indent}}`].join('\n');
}

export function toTokensCss(): string {
  const { light, dark } = PALETTES;
  return `/* Written from web/flavor/colours.ts: UPDATE=1 npx vitest run -c test/vitest.config.ts test/web/flavor.test.ts */
${toRule(':root', 'light', light, '')}

:root {
  --area-opacity: ${AREA_OPACITY};
}

@media screen and (prefers-color-scheme: dark) {
${toRule(':root:not([data-theme="light"])', 'dark', dark, '  ')}
}

@media screen {
${toRule(':root[data-theme="dark"]', 'dark', dark, '  ')}
}
`;
}
