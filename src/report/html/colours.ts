/**
 * Colours of a report in light and dark: those of the page's palette (`web/flavor/colours.ts`) that a report needs. A
 * test holds the two equal and measures the contrasts. Orange is the belt's alone, blue counts assembler groups.
 */
export interface ReportColours {
  readonly surface: string;
  readonly panel: string;
  readonly field: string;
  readonly text: string;
  readonly textMuted: string;
  readonly line: string;
  readonly control: string;
  readonly focus: string;
  readonly accent: string;
  readonly land: string;
  readonly water: string;
  readonly roadExpressway: string;
  readonly roadUrban: string;
  readonly roadArterial: string;
  readonly labelPlace: string;
  readonly labelHalo: string;
  readonly belt: string;
  readonly beltCasing: string;
  readonly beltClosed: string;
  readonly routeBase: string;
  readonly routeBuild: string;
  readonly siteOutline: string;
  readonly plant: string;
  readonly plantInk: string;
  readonly place: string;
  /** Number of assembler groups reached, 0 to 3, and the digit on the mark. */
  readonly groups: readonly string[];
  readonly groupsInk: readonly string[];
  readonly yes: string;
  readonly yesSoft: string;
  readonly no: string;
  readonly noSoft: string;
  readonly unknown: string;
  readonly unknownSoft: string;
}

export const REPORT_COLOURS: Readonly<Record<'light' | 'dark', ReportColours>> = {
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
    land: '#F6F4EF',
    water: '#DCE7EC',
    roadExpressway: '#9AA0A6',
    roadUrban: '#B9BDC1',
    roadArterial: '#D7D9DB',
    labelPlace: '#4A4F57',
    labelHalo: '#FBFAF7',
    belt: '#C2410C',
    beltCasing: '#FFFFFF',
    beltClosed: '#767B82',
    routeBase: '#3F4750',
    routeBuild: '#7A3FB0',
    siteOutline: '#1B1F24',
    plant: '#1B1F24',
    plantInk: '#FFFFFF',
    place: '#6B655A',
    groups: ['#8C8C8C', '#A6CEE3', '#3D8FC9', '#08306B'],
    groupsInk: ['#1B1F24', '#1B1F24', '#1B1F24', '#FFFFFF'],
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
    land: '#17191C',
    water: '#10242F',
    roadExpressway: '#6B7177',
    roadUrban: '#4C5156',
    roadArterial: '#35393D',
    labelPlace: '#B9BEC4',
    labelHalo: '#101214',
    belt: '#FB923C',
    beltCasing: '#101214',
    beltClosed: '#8A9097',
    routeBase: '#C3C8CE',
    routeBuild: '#B78CF0',
    siteOutline: '#F2F3F4',
    plant: '#F2F3F4',
    plantInk: '#17191C',
    place: '#A49C8C',
    groups: ['#7A7A7A', '#4C86A8', '#69B3E7', '#D6ECFF'],
    groupsInk: ['#0B0D0F', '#0B0D0F', '#0B0D0F', '#0B0D0F'],
    yes: '#7FE0B8',
    yesSoft: '#17352E',
    no: '#FF8061',
    noSoft: '#43271F',
    unknown: '#9DA4AF',
    unknownSoft: '#2D3137',
  },
};

function toName(key: string): string {
  return `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The colours as custom properties: `--text-muted: #565d66;`, `--groups-0: …`. */
export function toCustomProperties(colours: ReportColours): string {
  return Object.entries(colours)
    .flatMap(([key, value]: [string, string | readonly string[]]) =>
      typeof value === 'string'
        ? [`${toName(key)}: ${value.toLowerCase()};`]
        : value.map((step, i) => `${toName(key)}-${i}: ${step.toLowerCase()};`),
    )
    .join(' ');
}
