/** One colour over another: areas are drawn opaque, so that bands that hold each other do not add up. */

const toParts = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `#rrggbb` of a colour at an opacity over a ground. */
export function blend(colour: string, ground: string, opacity: number): string {
  const below = toParts(ground);
  const mixed = toParts(colour).map((part, i) =>
    Math.round(part * opacity + (below[i] ?? 0) * (1 - opacity)),
  );
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
