/** Barriers that some vehicles pass and others do not: for those, going on past them is banned like a turn. */
import { ACCESS, type Access } from '../roads/access.ts';
import { isBlocked } from './corners.ts';
import type { Points } from './points.ts';
import type { Segments } from './segments.ts';
import { groupSteps, type SegmentBan } from './turns.ts';

/** Bits of the profiles that may not pass. */
function findBarred(access: readonly Access[]): number {
  return access.reduce<number>((bits, one, p) => (one === ACCESS.closed ? bits | (1 << p) : bits), 0);
}

/** Bans of every way past such a barrier; turning round before it stays open. */
export function listBarrierBans(points: Points, segments: Segments): readonly SegmentBan[] {
  const { start, list } = groupSteps(segments);
  return [...segments.cornerPoint.entries()].flatMap(([corner, point]) => {
    const traits = points.traits.get(point);
    const profiles = traits === undefined || isBlocked(traits) ? 0 : findBarred(traits.access);
    if (profiles === 0) return [];
    const out = [...list.subarray(start[corner], start[corner + 1])];
    return out.flatMap((back) =>
      out.filter((step) => step !== back).map((step) => ({ steps: [back ^ 1, step], profiles })),
    );
  });
}
