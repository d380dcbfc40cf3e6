/**
 * Links that interchanges cut. Each part is a link of its own, and remembers the whole: what is driven of it is a
 * difference of rounded running sums along the whole link, so that a cut changes no time.
 */
import type { LonLat } from '../model/source.ts';
import { cutLine } from './line.ts';

/** Part of a link between two points at which it is met. */
export interface Piece {
  /** The link that is cut. */
  readonly of: number;
  /** Shares of the whole at which the part begins and ends, as drawn. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds of the whole forward and backward, by profile. */
  readonly wholeMs: readonly (readonly [forward: number, backward: number])[];
  readonly wholeMm: number;
}

export interface Cuts {
  /** By the number of a part. */
  readonly pieces: ReadonlyMap<number, Piece>;
  /** Parts of a link in the order they are drawn. */
  readonly partsOf: ReadonlyMap<number, readonly number[]>;
}

/** Of a network that is as it was imported. */
export const NO_CUTS: Cuts = { pieces: new Map(), partsOf: new Map() };

/** Shares between which a step runs: 0 and 1, or those of its part of a link, in the direction it is driven. */
export function toSpan({ pieces }: Cuts, step: number): readonly [from: number, to: number] {
  const piece = pieces.get(step >>> 1);
  if (piece === undefined) return [0, 1];
  return (step & 1) === 0 ? [piece.from, piece.to] : [1 - piece.to, 1 - piece.from];
}

/** The link, or the part of it, on which the point at a share lies. */
export function findPart({ pieces, partsOf }: Cuts, link: number, share: number): number {
  return (partsOf.get(link) ?? []).find((part) => share <= (pieces.get(part)?.to ?? 1)) ?? link;
}

/** A share of a step as one of its own line. */
export function toOwnShare(cuts: Cuts, step: number, share: number): number {
  const [from, to] = toSpan(cuts, step);
  return from === to ? 0 : (share - from) / (to - from);
}

/** Line of a step between two shares of it; `line` is that of the link, or the part, as drawn. */
export function cutStep(
  cuts: Cuts,
  line: readonly LonLat[],
  step: number,
  [fromShare, toShare]: readonly [number, number],
): readonly LonLat[] {
  const driven = (step & 1) === 0 ? line : line.toReversed();
  return cutLine(driven, toOwnShare(cuts, step, fromShare), toOwnShare(cuts, step, toShare));
}
