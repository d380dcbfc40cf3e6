/** Stretches of the links that the places join, with seconds of their own, as a graphics card takes them. */
import { LINK_BASE, STRETCH_WORDS, toMercator, toShares, type RoadColumns } from './road-columns.ts';
import type { OwnLine, SideTimes } from './protocol.ts';
import { NO_WAY_S } from './shaders.ts';

/** A stretch of the roads, and the seconds of the first and of the second place at both its ends. */
export const OWN_WORDS = STRETCH_WORDS + 4;

/** One after the other: the numbers of an own line of the first (0) or the second place (1). */
function listNumbers(
  { stretch, line }: OwnLine,
  place: number,
  origin: RoadColumns['origin'],
): readonly number[] {
  const { link, from, to, fromS, toS } = stretch;
  const shares = toShares(line.flat());
  const points = line.map(([lon, lat]) => toMercator(lon, lat));
  return shares.slice(1).flatMap((end, i) => {
    const [a, b] = [points[i] as readonly [number, number], points[i + 1] as readonly [number, number]];
    const part = [shares[i] as number, end];
    const seconds = part.map((share) => fromS + share * (toS - fromS));
    const none = [NO_WAY_S, NO_WAY_S];
    return [
      ...[a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]],
      ...part.map((share) => from + share * (to - from)),
      ...[Math.floor(link / LINK_BASE), link % LINK_BASE],
      ...(place === 0 ? [...seconds, ...none] : [...none, ...seconds]),
    ];
  });
}

/** The own stretches of the places, OWN_WORDS words each. */
export function toOwnColumns(
  sides: readonly (SideTimes | null)[],
  origin: RoadColumns['origin'],
): Float32Array {
  const all = sides.flatMap((side, place) => (side?.own ?? []).map((one) => listNumbers(one, place, origin)));
  return Float32Array.from(all.flat());
}
