/**
 * Turn restrictions on roads that are cut: each becomes sequences of segments that may not be driven one after the
 * other. A segment driven forward is `2 × segment`, backward one more.
 */
import { ACCESS } from '../roads/access.ts';
import type { Tally } from '../roads/tally.ts';
import type { RawRestriction } from './raw-restriction.ts';
import type { RoadStore } from './road-store.ts';
import type { Segments } from './segments.ts';

/** Steps that may not follow one another, for the profiles whose bits are set. */
export interface SegmentBan {
  readonly steps: readonly number[];
  readonly profiles: number;
}

export interface TurnFinder {
  /** Bans of a restriction; none, tallied, where it makes no turn that anybody could drive. */
  readonly find: (restriction: RawRestriction) => readonly SegmentBan[];
}

/** Corner a step comes to. */
export function toHead({ from, to }: Segments, step: number): number {
  return (step & 1) === 0 ? (to[step >>> 1] as number) : (from[step >>> 1] as number);
}

/** Corner a step leaves. */
export function toTail({ from, to }: Segments, step: number): number {
  return (step & 1) === 0 ? (from[step >>> 1] as number) : (to[step >>> 1] as number);
}

/** Steps out of each corner: those of corner c are list[start[c]] … list[start[c + 1] − 1]. */
export interface StepsOut {
  readonly start: Uint32Array;
  readonly list: Uint32Array;
}

/** Groups the steps of segments by the corner they leave. */
export function groupSteps(segments: Segments): StepsOut {
  const corners = segments.cornerPoint.length;
  const start = new Uint32Array(corners + 1);
  for (let step = 0; step < 2 * segments.count; step += 1) {
    const at = toTail(segments, step) + 1;
    start[at] = (start[at] as number) + 1;
  }
  for (let c = 0; c < corners; c += 1) start[c + 1] = (start[c + 1] as number) + (start[c] as number);
  const next = start.slice();
  const list = new Uint32Array(2 * segments.count);
  for (let step = 0; step < list.length; step += 1) {
    const tail = toTail(segments, step);
    list[next[tail] as number] = step;
    next[tail] = (next[tail] as number) + 1;
  }
  return { start, list };
}

/** A restriction that cannot be used, with the reason. */
class NoTurn extends Error {}

interface Context {
  readonly segments: Segments;
  readonly out: StepsOut;
  /** Segments of a way of the map, in order; empty where it is no road here. */
  readonly ofWay: (id: number) => readonly number[];
  /** Whether anybody may drive a step. */
  readonly isDriven: (step: number) => boolean;
}

/** The one step of a way that comes to a corner, or leaves it. */
function findStep(context: Context, way: number, corner: number, leaves: boolean): number {
  const { segments, ofWay, isDriven } = context;
  const all = ofWay(way).flatMap((segment) => [2 * segment, 2 * segment + 1]);
  if (all.length === 0) throw new NoTurn('a way that is no road here');
  const touching = all.filter((step) => (leaves ? toTail : toHead)(segments, step) === corner);
  if (touching.length === 0) throw new NoTurn('a way that does not meet the turn');
  const [first, ...more] = touching.filter(isDriven);
  if (first === undefined) throw new NoTurn('a turn that nobody can make');
  if (more.length > 0) throw new NoTurn('a way that goes on past the turn');
  return first;
}

/** Corners along a way, its ends first and last. */
function listCorners({ segments, ofWay }: Context, way: number): readonly number[] {
  const [first, ...more] = ofWay(way);
  if (first === undefined) return [];
  return [first, ...more].reduce<number[]>(
    (corners, segment) => [...corners, segments.to[segment] as number],
    [segments.from[first] as number],
  );
}

/** Steps along a whole way from one of its ends. */
function followWay({ ofWay, segments }: Context, way: number, from: number): readonly number[] {
  const all = ofWay(way);
  const forward = segments.from[all[0] as number] === from;
  return forward ? all.map((one) => 2 * one) : all.toReversed().map((one) => 2 * one + 1);
}

/** Every way to go through all via ways, one after the other, from a corner to a corner of the last way. */
function listVias(
  context: Context,
  corner: number,
  vias: readonly number[],
  goals: ReadonlySet<number>,
): readonly (readonly number[])[] {
  if (vias.length === 0) return goals.has(corner) ? [[]] : [];
  return vias.flatMap((way, i) => {
    const corners = listCorners(context, way);
    const ends = [...new Set([corners[0], corners.at(-1)])];
    return ends
      .filter((end) => end === corner)
      .flatMap(() => {
        const steps = followWay(context, way, corner);
        const last = steps.at(-1);
        if (last === undefined) return [];
        const rest = listVias(context, toHead(context.segments, last), vias.toSpliced(i, 1), goals);
        return rest.map((more) => [...steps, ...more]);
      });
  });
}

interface Turn {
  /** Steps up to the corner where the restriction decides. */
  readonly before: readonly number[];
  readonly after: number;
}

/** Turning round at a node that the way goes on past: both ways of coming there are meant. */
function listRounds(context: Context, way: number, corner: number): readonly Turn[] {
  const steps = context.ofWay(way).flatMap((segment) => [2 * segment, 2 * segment + 1]);
  return steps
    .filter((step) => toHead(context.segments, step) === corner)
    .filter((step) => context.isDriven(step) && context.isDriven(step ^ 1))
    .map((step) => ({ before: [step], after: step ^ 1 }));
}

function findNodeTurns(
  context: Context,
  from: number,
  to: number,
  corners: readonly number[],
  isUTurn: boolean,
): readonly Turn[] {
  const met = corners.filter((corner) => listCorners(context, from).includes(corner));
  const [corner = corners[0], ...more] = met;
  if (corner === undefined) throw new NoTurn('a node that is on no road here');
  if (more.length > 0) throw new NoTurn('a barrier at the turn');
  const rounds = isUTurn && from === to ? listRounds(context, from, corner) : [];
  if (rounds.length > 1) return rounds;
  return [{ before: [findStep(context, from, corner, false)], after: findStep(context, to, corner, true) }];
}

function findWayTurn(context: Context, from: number, to: number, vias: readonly number[]): Turn {
  for (const way of [from, to, ...vias]) {
    if (context.ofWay(way).length === 0) throw new NoTurn('a way that is no road here');
  }
  if (vias.length > 8) throw new NoTurn('more than eight ways between');
  const goals = new Set(listCorners(context, to));
  const turns = [...new Set(listCorners(context, from))].flatMap((corner) =>
    listVias(context, corner, vias, goals).map((steps) => ({ corner, steps })),
  );
  const driven = turns.filter(({ steps }) => steps.every(context.isDriven));
  const [first, ...more] = driven;
  if (first === undefined)
    throw new NoTurn(turns.length === 0 ? 'ways that do not meet' : 'a turn that nobody can make');
  if (more.length > 0) throw new NoTurn('ways that meet in more than one order');
  const head = toHead(context.segments, first.steps.at(-1) as number);
  return {
    before: [findStep(context, from, first.corner, false), ...first.steps],
    after: findStep(context, to, head, true),
  };
}

function toBans(
  { segments, out }: Context,
  { before, after }: Turn,
  { kind, profiles }: RawRestriction,
): readonly SegmentBan[] {
  const path = [...before, after];
  if (kind === 'no') return [{ steps: path, profiles }];
  // From its road only this way may be taken: what leaves it before the end is banned as well.
  return path.slice(1).flatMap((next, i) => {
    const corner = toHead(segments, path[i] as number);
    const others = [...out.list.subarray(out.start[corner], out.start[corner + 1])];
    const driven = path.slice(0, i + 1);
    return others.filter((step) => step !== next).map((step) => ({ steps: [...driven, step], profiles }));
  });
}

/** Makes ready to look restrictions up. `cornersOfNode` gives the corners of a node of the map. */
export function createTurnFinder(
  roads: RoadStore,
  segments: Segments,
  cornersOfNode: (id: number) => readonly number[],
  tally: Tally,
): TurnFinder {
  const indexOfWay = new Map([...roads.wayId.entries()].map(([index, id]) => [id, index]));
  const segmentStart = findSegmentStarts(roads, segments);
  const context: Context = {
    segments,
    out: groupSteps(segments),
    ofWay: (id) => {
      const way = indexOfWay.get(id);
      if (way === undefined) return [];
      const start = segmentStart[way] as number;
      return Array.from({ length: (segmentStart[way + 1] as number) - start }, (_, i) => start + i);
    },
    isDriven: (step) => {
      const traits = roads.traits[roads.wayTraits[segments.way[step >>> 1] as number] as number];
      const side = (step & 1) === 0 ? 'forward' : 'backward';
      return traits?.drives.some((drive) => drive[side].access !== ACCESS.closed) ?? false;
    },
  };
  const find: TurnFinder['find'] = (restriction) => {
    const { id, from, to, viaNode, viaWays, isUTurn } = restriction;
    try {
      return from.flatMap((one) =>
        to.flatMap((other) => {
          const turns =
            viaNode === null
              ? [findWayTurn(context, one, other, viaWays)]
              : findNodeTurns(context, one, other, cornersOfNode(viaNode), isUTurn);
          return turns.flatMap((turn) => toBans(context, turn, restriction));
        }),
      );
    } catch (error) {
      if (!(error instanceof NoTurn)) throw error;
      tally.add('restriction', error.message, id);
      return [];
    }
  };
  return { find };
}

/** First segment of each way, and the number of segments. */
function findSegmentStarts({ wayId }: RoadStore, { way, count }: Segments): Uint32Array {
  const start = new Uint32Array(wayId.length + 1);
  for (const one of way) start[one + 1] = (start[one + 1] as number) + 1;
  for (let w = 0; w < wayId.length; w += 1) start[w + 1] = (start[w + 1] as number) + (start[w] as number);
  if (start[wayId.length] !== count) throw new RangeError('segments out of order');
  return start;
}
