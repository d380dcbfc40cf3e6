/** Chains of segments between which nobody can choose, joined into links; their drawn line is kept. */
import type { Traits } from '../roads/traits.ts';
import { createGrowing } from './growing.ts';
import type { RoadStore } from './road-store.ts';
import { groupSteps, toHead, toTail, type StepsOut } from './turns.ts';
import type { Segments } from './segments.ts';

/** Links as columns. A link's steps are those from stepStart[l] to stepStart[l + 1] − 1, in the drawn direction. */
export interface Chains {
  readonly count: number;
  readonly stepStart: Uint32Array;
  readonly steps: Uint32Array;
  /** Index of the traits. */
  readonly traits: Uint32Array;
  /** Link of each segment, and 1 where the link runs against it. */
  readonly linkOf: Uint32Array;
  readonly isReversed: Uint8Array;
}

/** Both directions are alike, so that it does not matter which way a piece is drawn. */
function isEven({ drives, limits }: Traits): boolean {
  return (
    limits.forward === limits.backward &&
    drives.every(
      ({ forward, backward }) => forward.access === backward.access && forward.speed === backward.speed,
    )
  );
}

/** The step that goes on where another one ends and nobody can choose; −1 where somebody can or something changes. */
function findNext(
  step: number,
  segments: Segments,
  out: StepsOut,
  canJoin: (a: number, b: number) => boolean,
): number {
  const corner = toHead(segments, step);
  const start = out.start[corner] as number;
  if (segments.isFixed[corner] === 1 || (out.start[corner + 1] as number) - start !== 2) return -1;
  const back = step ^ 1;
  const [one, other] = [out.list[start] as number, out.list[start + 1] as number];
  const next = one === back ? other : one;
  return next >>> 1 !== step >>> 1 && canJoin(step, next) ? next : -1;
}

/** Joins segments. */
export function joinSegments(roads: RoadStore, segments: Segments): Chains {
  const out = groupSteps(segments);
  const traitsOf = (step: number): number => roads.wayTraits[segments.way[step >>> 1] as number] as number;
  const isGiven = (step: number): boolean => (segments.givenMs[step >>> 1] as number) >= 0;
  const even = roads.traits.map(isEven);
  const canJoin = (a: number, b: number): boolean => {
    const traits = traitsOf(a);
    if (traits !== traitsOf(b) || isGiven(a) !== isGiven(b)) return false;
    return (a & 1) === (b & 1) || even[traits] === true;
  };
  const isTaken = new Uint8Array(segments.count);
  const linkOf = new Uint32Array(segments.count);
  const isReversed = new Uint8Array(segments.count);
  const stepStart = createGrowing((length) => new Uint32Array(length));
  const steps = createGrowing((length) => new Uint32Array(length));
  const traits = createGrowing((length) => new Uint32Array(length));

  const follow = (first: number): void => {
    const link = stepStart.length();
    stepStart.push(steps.length());
    traits.push(traitsOf(first));
    for (let step = first; step >= 0 && isTaken[step >>> 1] === 0;) {
      isTaken[step >>> 1] = 1;
      linkOf[step >>> 1] = link;
      isReversed[step >>> 1] = step & 1;
      steps.push(step);
      step = findNext(step, segments, out, canJoin);
    }
  };
  /** First step of the chain that a segment is part of, drawn as the segment is. */
  const findFirst = (segment: number): number => {
    const back = 2 * segment + 1;
    let last = back;
    for (let step = back; step >= 0;) {
      last = step;
      step = findNext(step, segments, out, canJoin);
      if (step >>> 1 === segment) break;
    }
    return last ^ 1;
  };
  for (let segment = 0; segment < segments.count; segment += 1) {
    if (isTaken[segment] === 0) follow(findFirst(segment));
  }
  stepStart.push(steps.length());
  return {
    count: traits.length(),
    stepStart: stepStart.finish(),
    steps: steps.finish(),
    traits: traits.finish(),
    linkOf,
    isReversed,
  };
}

/** Corners where a chain begins and ends. */
export function toChainEnds(
  { stepStart, steps }: Chains,
  segments: Segments,
  link: number,
): [from: number, to: number] {
  const first = steps[stepStart[link] as number] as number;
  const last = steps[(stepStart[link + 1] as number) - 1] as number;
  return [toTail(segments, first), toHead(segments, last)];
}
