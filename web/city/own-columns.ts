/** Stretches of the links that the places join, with seconds of their own, as a graphics card takes them. */
import { LINK_BASE, STRETCH_WORDS, toMercator, toShares, type RoadColumns } from './road-columns.ts';
import type { OwnLine, SideTimes } from './protocol.ts';
import { NO_WAY_S } from './shaders.ts';

/** A stretch of the roads, and the seconds of the first and of the second place at both its ends. */
export const OWN_WORDS = STRETCH_WORDS + 4;

/** An own line, and the seconds at its ends of the first and of the second place; null where it is no way. */
interface TimedLine {
  readonly own: OwnLine;
  readonly seconds: readonly [Ends, Ends];
}
type Ends = readonly [fromS: number, toS: number] | null;

/** One after the other: the numbers of an own line. */
function listNumbers({ own, seconds }: TimedLine, origin: RoadColumns['origin']): readonly number[] {
  const { stretch, line } = own;
  const { link, from, to } = stretch;
  const shares = toShares(line.flat());
  const points = line.map(([lon, lat]) => toMercator(lon, lat));
  return shares.slice(1).flatMap((end, i) => {
    const [a, b] = [points[i] as readonly [number, number], points[i + 1] as readonly [number, number]];
    const part = [shares[i] as number, end];
    return [
      ...[a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]],
      ...part.map((share) => from + share * (to - from)),
      ...[Math.floor(link / LINK_BASE), link % LINK_BASE],
      ...seconds.flatMap((ends) =>
        part.map((share) => (ends === null ? NO_WAY_S : ends[0] + share * (ends[1] - ends[0]))),
      ),
    ];
  });
}

const toKey = ({ stretch: { link, from, to } }: OwnLine): string => `${link} ${from} ${to}`;

/** Stretches of both, each once: one place asked about twice joins the same. */
function pairLines(sides: readonly (SideTimes | null)[]): readonly TimedLine[] {
  const lines = new Map<string, TimedLine>();
  for (const [place, side] of sides.entries()) {
    for (const own of side?.own ?? []) {
      const ends = [own.stretch.fromS, own.stretch.toS] as const;
      const [first, second] = lines.get(toKey(own))?.seconds ?? [null, null];
      lines.set(toKey(own), { own, seconds: place === 0 ? [ends, second] : [first, ends] });
    }
  }
  return [...lines.values()];
}

/** The own stretches of the places, OWN_WORDS words each. */
export function toOwnColumns(
  sides: readonly (SideTimes | null)[],
  origin: RoadColumns['origin'],
): Float32Array {
  const all = pairLines(sides).map((line) => listNumbers(line, origin));
  return Float32Array.from(all.flat());
}
