/**
 * Images of marks and patterns as pixels, computed from shapes: the map fetches no sprite. Twice as fine as the
 * screen's own pixels, with soft edges.
 */
import type { Palette } from '../flavor/colours.ts';

export interface MarkImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
/** Distance to a shape's edge in pixels; below 0 inside. */
type Shape = (x: number, y: number) => number;
type Rgba = readonly [number, number, number, number];

/** Image pixels a screen pixel. */
export const PIXEL_RATIO = 2;

/** `#rrggbb` as numbers; opacity 0 … 1. */
function toRgba(hex: string, opacity = 1): Rgba {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, opacity];
}

const circle =
  (radius: number): Shape =>
  (x, y) =>
    Math.hypot(x, y) - radius;
const square =
  (radius: number): Shape =>
  (x, y) => {
    const corner = radius * 0.25;
    const [dx, dy] = [Math.abs(x) - radius + corner, Math.abs(y) - radius + corner];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };
const diamond =
  (radius: number): Shape =>
  (x, y) =>
    (Math.abs(x) + Math.abs(y) - radius) / Math.SQRT2;
const cross =
  (radius: number, width: number): Shape =>
  (x, y) => {
    const arm = Math.max(Math.abs(x - y), Math.abs(x + y) - radius * 2) / Math.SQRT2;
    const other = Math.max(Math.abs(x + y), Math.abs(x - y) - radius * 2) / Math.SQRT2;
    return Math.min(arm, other) - width / 2;
  };

/** Share of a pixel inside a shape, from the distance of its middle. */
const cover = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance * PIXEL_RATIO));

interface Coat {
  readonly shape: Shape;
  readonly color: Rgba;
}

/** Paints coats one over the other into a square image of a width in screen pixels. */
function paint(widthPx: number, coats: readonly Coat[]): MarkImage {
  const size = Math.ceil(widthPx) * PIXEL_RATIO;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let i = 0; i < size * size; i += 1) {
    const x = ((i % size) + 0.5 - size / 2) / PIXEL_RATIO;
    const y = (Math.floor(i / size) + 0.5 - size / 2) / PIXEL_RATIO;
    let [r, g, b, a] = [0, 0, 0, 0];
    for (const { shape, color } of coats) {
      const over = cover(shape(x, y)) * color[3];
      const rest = a * (1 - over);
      const sum = over + rest || 1;
      [r, g, b] = [r, g, b].map((below, k) => ((color[k] ?? 0) * over + below * rest) / sum) as [
        number,
        number,
        number,
      ];
      a = over + rest;
    }
    data.set([r, g, b, a * 255], i * 4);
  }
  return { width: size, height: size, data };
}

/** A filled shape with an outline, on a rim of the ground's colour that keeps it apart from lines below. */
function makeMark(
  make: (radius: number) => Shape,
  radius: number,
  fill: string,
  outline: string,
  rim: string,
): MarkImage {
  return paint(2 * radius + 5, [
    { shape: make(radius + 1.5), color: toRgba(rim, 0.9) },
    { shape: make(radius), color: toRgba(outline) },
    { shape: make(radius - 1.5), color: toRgba(fill) },
  ]);
}

/** Diagonal lines that repeat without a seam where the image is as wide as their distance. */
const stripes =
  (spacePx: number, widthPx: number): Shape =>
  (x, y) => {
    const across = (((x + y) % spacePx) + spacePx) % spacePx;
    return (Math.min(across, spacePx - across) - widthPx / 2) / Math.SQRT2;
  };

/** Half width of a change's mark by its step: none is small, a great change is great. */
const CHANGE_RADIUS_PX = [13, 11, 9, 6, 9, 11, 13] as const;

/** Marks of gained and lost minutes; one whose verdict flips wears a hatched ring. */
function addChanges(images: Map<string, MarkImage>, colours: Palette): void {
  const { difference, siteOutline, land, hatch } = colours;
  CHANGE_RADIUS_PX.forEach((radius, step) => {
    const fill = difference[step] ?? land;
    images.set(`change-${step}`, makeMark(circle, radius, fill, siteOutline, land));
    const ring: Shape = (x, y) => Math.max(circle(radius + 5)(x, y), stripes(4, 1.6)(x, y));
    images.set(
      `change-${step}-flips`,
      paint(2 * radius + 13, [
        { shape: circle(radius + 6), color: toRgba(land) },
        { shape: ring, color: toRgba(hatch) },
        { shape: circle(radius), color: toRgba(siteOutline) },
        { shape: circle(radius - 1.5), color: toRgba(fill) },
      ]),
    );
  });
}

/** What the draws say, by shape: a full circle, a diamond for a question mark, a ring with a cross. */
function addDoubts(images: Map<string, MarkImage>, { groups, siteOutline, land }: Palette): void {
  const [, some = land, , all = land] = groups;
  images.set('doubt-holds', makeMark(circle, 10, all, siteOutline, land));
  images.set('doubt-cannot-tell', makeMark(diamond, 14, some, siteOutline, land));
  images.set(
    'doubt-fails',
    paint(26, [
      { shape: circle(11.5), color: toRgba(land, 0.9) },
      { shape: circle(10), color: toRgba(siteOutline) },
      { shape: circle(8.5), color: toRgba(land) },
      { shape: cross(4.5, 2), color: toRgba(siteOutline) },
    ]),
  );
}

/** Every image the layers name, by name. */
export function makeImages(colours: Palette): ReadonlyMap<string, MarkImage> {
  const { siteOutline: outline, land, chosen } = colours;
  const images = new Map<string, MarkImage>();
  images.set('plant', makeMark(square, 9, colours.plant, outline, land));
  images.set('plant-other', makeMark(square, 6, land, outline, land));
  images.set('seat', makeMark(diamond, 5, land, colours.place, land));
  images.set('point', makeMark(diamond, 9, land, chosen, land));
  images.set(
    'chosen',
    paint(34, [
      { shape: circle(16), color: toRgba(land) },
      { shape: circle(15), color: toRgba(chosen) },
      { shape: circle(12), color: toRgba(land) },
    ]),
  );
  colours.groups.forEach((color, count) => {
    images.set(`suppliers-${count}`, makeMark(circle, 9, color, outline, land));
    images.set(`zone-${count}`, makeMark(diamond, 7, color, outline, land));
    images.set(`rank-${count}`, makeMark(diamond, 14, color, outline, land));
  });
  images.set('cross', paint(12, [{ shape: cross(4, 1.6), color: toRgba(colours.beltClosed) }]));
  images.set('boundary', paint(8, [{ shape: stripes(8, 1), color: toRgba(colours.boundary, 0.7) }]));
  images.set(
    'no-access',
    paint(7, [
      { shape: () => -1, color: toRgba(colours.noAccess, 0.6) },
      { shape: circle(0.8), color: toRgba(colours.boundary, 0.6) },
    ]),
  );
  addChanges(images, colours);
  addDoubts(images, colours);
  return images;
}
