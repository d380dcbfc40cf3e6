/** Stretches of the links that the places join, with seconds of their own, as a graphics card takes them. */
import { STRETCH_WORDS, toMercator, toShares, type RoadColumns } from './road-columns.ts';
import type { OwnLine, SideTimes } from './protocol.ts';
import { NO_WAY_S } from './shaders.ts';

/** A stretch of the roads, and the seconds of the first and of the second place at both its ends. */
export const OWN_WORDS = STRETCH_WORDS + 4;

interface Writer {
  readonly floats: Float32Array;
  readonly words: Uint32Array;
  at: number;
}

function write(
  writer: Writer,
  { stretch, line }: OwnLine,
  place: number,
  origin: RoadColumns['origin'],
): void {
  const { link, from, to, fromS, toS } = stretch;
  const shares = toShares(line.flat());
  const points = line.map(([lon, lat]) => toMercator(lon, lat));
  for (let i = 1; i < points.length; i += 1) {
    const { floats, words, at } = writer;
    const [a, b] = [points[i - 1] as readonly [number, number], points[i] as readonly [number, number]];
    const part = [shares[i - 1] as number, shares[i] as number];
    floats.set([a[0] - origin[0], a[1] - origin[1], b[0] - origin[0], b[1] - origin[1]], at);
    floats.set(
      part.map((share) => from + share * (to - from)),
      at + 4,
    );
    words[at + 6] = link;
    floats.fill(NO_WAY_S, at + STRETCH_WORDS, at + OWN_WORDS);
    floats.set(
      part.map((share) => fromS + share * (toS - fromS)),
      at + STRETCH_WORDS + 2 * place,
    );
    writer.at += OWN_WORDS;
  }
}

/** The own stretches of the places, OWN_WORDS words each. */
export function toOwnColumns(
  sides: readonly (SideTimes | null)[],
  origin: RoadColumns['origin'],
): ArrayBuffer {
  const all = sides.flatMap((side, place) => (side?.own ?? []).map((one) => ({ one, place })));
  const count = all.reduce((sum, { one }) => sum + Math.max(0, one.line.length - 1), 0);
  const buffer = new ArrayBuffer(4 * OWN_WORDS * count);
  const writer = { floats: new Float32Array(buffer), words: new Uint32Array(buffer), at: 0 };
  for (const { one, place } of all) write(writer, one, place, origin);
  return buffer;
}
