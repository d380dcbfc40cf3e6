/**
 * The colour arithmetic of the palette tests: WCAG contrast, sight without one kind of cone, and the distance
 * CIEDE2000. It knows no colour of the map and judges nothing.
 */
export type Rgb = readonly [number, number, number];
export type Sight = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB. */
const SIGHTS: Readonly<Record<Sight, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const SIGHT_NAMES = Object.keys(SIGHTS) as readonly Sight[];

/** Linear RGB in 0–1 of `#RRGGBB` (IEC 61966-2-1). */
function toLinear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function dot(row: Rgb, [r, g, b]: Rgb): number {
  return row[0] * r + row[1] * g + row[2] * b;
}

/** WCAG 2.2 contrast ratio, 1–21. */
export function measureContrast(one: string, other: string): number {
  const weights: Rgb = [0.2126, 0.7152, 0.0722];
  const [dark, light] = [one, other].map((hex) => dot(weights, toLinear(hex))).toSorted((a, b) => a - b);
  return ((light as number) + 0.05) / ((dark as number) + 0.05);
}

/** `top` laid over `ground` with an opacity of 0–1, mixed as a browser mixes: on the encoded values. */
export function layOver(top: string, ground: string, opacity: number): string {
  const mix = [1, 3, 5].map((at) => {
    const [a, b] = [top, ground].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((a as number) * opacity + (b as number) * (1 - opacity));
  });
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** CIELAB under D65 of the colour as that sight sees it. */
function toLab(hex: string, sight: Sight): Rgb {
  const seen = SIGHTS[sight].map((row) =>
    Math.min(1, Math.max(0, dot(row, toLinear(hex)))),
  ) as unknown as Rgb;
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 3132 + 4 / 29;
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RAD = Math.PI / 180;

/** Hue in degrees, 0–360; 0 for grey. */
function toHue(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360;
}

/** CIEDE2000 after Sharma, Wu and Dalal (2005), whose table of test pairs the test uses. */
export function measureDistance([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const meanC7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const [h1, h2] = [toHue(a1 * (1 + g), b1), toHue(a2 * (1 + g), b2)];
  const grey = c1 * c2 === 0;
  const turn = h2 - h1;
  const dh = grey ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * RAD);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const sum = h1 + h2;
  const h = grey ? sum : Math.abs(turn) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const cos = (angle: number): number => Math.cos(angle * RAD);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sL = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const sC = (c2 - c1) / (1 + 0.045 * c);
  const sH = dH / (1 + 0.015 * c * t);
  const rC = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const rT = -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RAD) * rC;
  return Math.sqrt(sL ** 2 + sC ** 2 + sH ** 2 + rT * sC * sH);
}

/** Distance of two `#RRGGBB` colours as that sight sees them. */
export function measureSeen(one: string, other: string, sight: Sight): number {
  return measureDistance(toLab(one, sight), toLab(other, sight));
}
