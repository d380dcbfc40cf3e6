/**
 * The two palettes of the map: one row a meaning, the same rows for light and dark. The map and the drawings take
 * their colours from here; the page takes the same values as custom properties from `web/styles/tokens.css`, which
 * `tokens.ts` writes from this table. It holds colours and opacities only, no widths and no rules for their use.
 * Orange is the belt's alone, green the user's own roads; blue counts assembler groups, teal counts minutes, blue to gold tells a difference.
 */

export type Theme = 'light' | 'dark';
/** A colour as `#RRGGBB`. */
export type Colour = `#${string}`;
type Scale<N extends 4 | 5 | 6 | 7> = readonly Colour[] & { readonly length: N };

export interface Palette {
  /** Page behind everything; panels and cards; a field, a hovered row or a chip inside a panel. */
  readonly surface: Colour;
  readonly panel: Colour;
  readonly field: Colour;
  /** Text and quieter text: both ≥ 4.5 on surface, panel and field. */
  readonly text: Colour;
  readonly textMuted: Colour;
  /** Thin line between parts (exempt); outline of a control (≥ 3). */
  readonly line: Colour;
  readonly control: Colour;
  readonly focus: Colour;
  /** What can be pressed, what is chosen, and the text on it; a chosen row behind ordinary text. */
  readonly accent: Colour;
  readonly accentInk: Colour;
  readonly accentSoft: Colour;

  /** Backdrop and context (exempt from contrast). */
  readonly land: Colour;
  readonly water: Colour;
  readonly districtLine: Colour;
  readonly roadExpressway: Colour;
  readonly roadUrban: Colour;
  readonly roadArterial: Colour;
  /** Labels on the map with their halo. */
  readonly labelRoad: Colour;
  readonly labelPlace: Colour;
  readonly labelWater: Colour;
  readonly labelHalo: Colour;

  /** The belt: solid where open, the same hue dashed where not yet open; grey where a scenario closes it. */
  readonly belt: Colour;
  readonly beltCasing: Colour;
  readonly beltClosed: Colour;
  /** Roads that a scenario of the user builds or changes. */
  readonly drawn: Colour;
  /** Routes on the map and curves in charts: base (without) and build (with). */
  readonly routeBase: Colour;
  readonly routeBuild: Colour;

  /** Outline of every site mark; plants; zones and seats; the chosen mark's ring. */
  readonly siteOutline: Colour;
  readonly plant: Colour;
  readonly plantInk: Colour;
  readonly place: Colour;
  readonly chosen: Colour;

  /** Number of assembler groups reached, 0–3, and the digit on the mark. */
  readonly groups: Scale<4>;
  readonly groupsInk: Scale<4>;
  /** Isochrone bands from the nearest to the farthest, their common outline. */
  readonly bands: Scale<5>;
  readonly bandLine: Colour;
  /** Cells of the table of minutes from the shortest to the longest, and the figure in the cell. */
  readonly minutes: Scale<6>;
  readonly minutesInk: Scale<6>;
  /** Difference build − base from most gained (shorter) over none to most lost (longer), and the figure. */
  readonly difference: Scale<7>;
  readonly differenceInk: Scale<7>;
  /** Hatching: a verdict that flips, a cell that is not proved; ground where no access is modelled. */
  readonly hatch: Colour;
  readonly boundary: Colour;
  readonly noAccess: Colour;

  /** Verdicts as text or icon, and a soft ground on which the same colour is still text. */
  readonly yes: Colour;
  readonly yesSoft: Colour;
  readonly no: Colour;
  readonly noSoft: Colour;
  readonly unknown: Colour;
  readonly unknownSoft: Colour;
}

/** Opacity of bands and of difference areas over the backdrop; the distances of the tests hold at this value. */
export const AREA_OPACITY = 0.78;

const INK = '#1B1F24';
const BLACK = '#0B0D0F';
const PAPER = '#FFFFFF';

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    surface: '#F6F4EF',
    panel: '#FFFFFF',
    field: '#F0EEE8',
    text: '#1B1F24',
    textMuted: '#565D66',
    line: '#DDD8CD',
    control: '#7B818A',
    focus: '#1D4ED8',
    accent: '#1F4E79',
    accentInk: '#FFFFFF',
    accentSoft: '#E3ECF4',

    land: '#F6F4EF',
    water: '#DCE7EC',
    districtLine: '#CFC9BC',
    roadExpressway: '#9AA0A6',
    roadUrban: '#B9BDC1',
    roadArterial: '#D7D9DB',
    labelRoad: '#565D66',
    labelPlace: '#4A4F57',
    labelWater: '#3F667A',
    labelHalo: '#FBFAF7',

    belt: '#C2410C',
    beltCasing: '#FFFFFF',
    beltClosed: '#767B82',
    drawn: '#005B3A',
    routeBase: '#3F4750',
    routeBuild: '#7A3FB0',

    siteOutline: '#1B1F24',
    plant: '#1B1F24',
    plantInk: '#FFFFFF',
    place: '#6B655A',
    chosen: '#1D4ED8',

    groups: ['#8C8C8C', '#A6CEE3', '#3D8FC9', '#08306B'],
    groupsInk: [INK, INK, INK, PAPER],
    bands: ['#0B4F4A', '#23786E', '#4A9B8D', '#78B9AA', '#ABD9CC'],
    bandLine: '#0B4F4A',
    minutes: ['#0B4F4A', '#2A786D', '#5FA698', '#8DC5B7', '#B9DED4', '#F8F7F4'],
    minutesInk: [PAPER, PAPER, INK, INK, INK, INK],
    difference: ['#2166AC', '#6BA3CF', '#BBD7EA', '#F7F7F7', '#EED9A8', '#C99A3F', '#5F3D00'],
    differenceInk: [PAPER, INK, INK, INK, INK, INK, PAPER],
    hatch: '#1B1F24',
    boundary: '#7B818A',
    noAccess: '#E6E2D9',

    yes: '#00705A',
    yesSoft: '#E2F2EE',
    no: '#AE1C1C',
    noSoft: '#FBE9E9',
    unknown: '#444B55',
    unknownSoft: '#EEEFF1',
  },
  dark: {
    surface: '#17191C',
    panel: '#1F2226',
    field: '#292D32',
    text: '#ECEDEE',
    textMuted: '#A9AFB7',
    line: '#34383D',
    control: '#7F868E',
    focus: '#8AB8FF',
    accent: '#8FBCE6',
    accentInk: '#10151B',
    accentSoft: '#26364A',

    land: '#17191C',
    water: '#10242F',
    districtLine: '#3F444B',
    roadExpressway: '#6B7177',
    roadUrban: '#4C5156',
    roadArterial: '#35393D',
    labelRoad: '#A9AFB7',
    labelPlace: '#B9BEC4',
    labelWater: '#7FA6BA',
    labelHalo: '#101214',

    belt: '#FB923C',
    beltCasing: '#101214',
    beltClosed: '#8A9097',
    drawn: '#8BE9B0',
    routeBase: '#C3C8CE',
    routeBuild: '#B78CF0',

    siteOutline: '#F2F3F4',
    plant: '#F2F3F4',
    plantInk: '#17191C',
    place: '#A49C8C',
    chosen: '#8AB8FF',

    groups: ['#7A7A7A', '#4C86A8', '#69B3E7', '#D6ECFF'],
    groupsInk: [BLACK, BLACK, BLACK, BLACK],
    bands: ['#B8F0E2', '#6CC4B3', '#3B9587', '#266A61', '#1B4541'],
    bandLine: '#B8F0E2',
    minutes: ['#A9E8D8', '#6CC4B3', '#3F9A8C', '#2A716A', '#21504C', '#242C2D'],
    minutesInk: [BLACK, BLACK, BLACK, PAPER, PAPER, PAPER],
    difference: ['#7DB8EE', '#3F7FBA', '#2B4B69', '#2A2D31', '#5A4A22', '#9A7B2C', '#F4E09A'],
    differenceInk: [BLACK, BLACK, PAPER, PAPER, PAPER, BLACK, BLACK],
    hatch: '#F2F3F4',
    boundary: '#8A9097',
    noAccess: '#24272B',

    yes: '#7FE0B8',
    yesSoft: '#17352E',
    no: '#FF8061',
    noSoft: '#43271F',
    unknown: '#9DA4AF',
    unknownSoft: '#2D3137',
  },
};
