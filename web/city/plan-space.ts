/**
 * Times without a scenario, told of the links that the network has with it: where the scenario cuts a link the parts
 * are links of their own, so that both answers are drawn over the same lines.
 */
import type { City, OwnStretch } from '../../src/index.ts';

type Pieces = City['cuts']['pieces'];

/** Seconds at a share between two ends; no way to either end is no way between them. */
function mix(from: number, to: number, share: number): number {
  return from === Infinity || to === Infinity ? Infinity : from + share * (to - from);
}

/** Four seconds a link, for all links of a city under a scenario. What it builds is on no way without it. */
export function moveSeconds(seconds: Float32Array, { network, cuts }: City): Float32Array {
  const moved = new Float32Array(4 * network.links.from.length).fill(Infinity);
  moved.set(seconds);
  for (const [part, { of, from, to }] of cuts.pieces) {
    const whole = moved.subarray(4 * of, 4 * of + 4);
    for (const way of [0, 2]) {
      const [first, last] = [whole[way] as number, whole[way + 1] as number];
      moved.set([mix(first, last, from), mix(first, last, to)], 4 * part + way);
    }
  }
  for (const link of cuts.partsOf.keys()) moved.fill(Infinity, 4 * link, 4 * link + 4);
  return moved;
}

/** What of a stretch lies on a part of its link; null for nothing. */
function cutStretch(stretch: OwnStretch, part: number, pieces: Pieces): OwnStretch | null {
  const piece = pieces.get(part);
  if (piece === undefined) return null;
  const [low, high] = [Math.max(stretch.from, piece.from), Math.min(stretch.to, piece.to)];
  if (low >= high) return null;
  const toShare = (share: number): number => (share - piece.from) / (piece.to - piece.from);
  const toSeconds = (share: number): number =>
    mix(stretch.fromS, stretch.toS, (share - stretch.from) / (stretch.to - stretch.from));
  return {
    link: part,
    ...{ from: toShare(low), to: toShare(high) },
    ...{ fromS: toSeconds(low), toS: toSeconds(high) },
  };
}

/** Stretches of links, those of cut links as stretches of the parts. */
export function moveStretches(
  stretches: readonly OwnStretch[],
  { cuts: { pieces, partsOf } }: City,
): readonly OwnStretch[] {
  return stretches.flatMap((stretch) => {
    const parts = partsOf.get(stretch.link);
    if (parts === undefined) return [stretch];
    return parts.flatMap((part) => cutStretch(stretch, part, pieces) ?? []);
  });
}
