/**
 * Colours of minutes won and lost along a road, by class from most won to most lost: blue to gold as on the other map,
 * every step of a contrast of 3 and more on the land, since a road is too thin for a pale one. Roads that there is a
 * way to on one side alone have the colour of that side, and stripes on the map.
 */
import { PALETTES, type Colour, type Theme } from '../flavor/colours.ts';

const WON: Readonly<Record<Theme, readonly Colour[]>> = {
  light: ['#0B3A7A', '#2A6FBF', '#4890D8'],
  dark: ['#B9DAFF', '#74ADE6', '#4A83BE'],
};
const LOST: Readonly<Record<Theme, readonly Colour[]>> = {
  light: ['#A98A1F', '#524100', '#2A2200'],
  dark: ['#8F7A33', '#E2CF7E', '#FFF8DC'],
};

/** Roads that stay as they are: quieter than any that do not. */
const SAME: Readonly<Record<Theme, Colour>> = { light: '#878D94', dark: '#6B7177' };

/** Of all classes in their order: seven steps, then a way with the scenario alone, and without it alone. */
export function toChangeColours(theme: Theme): readonly Colour[] {
  const { routeBuild, routeBase } = PALETTES[theme];
  return [...WON[theme], SAME[theme], ...LOST[theme], routeBuild, routeBase];
}
