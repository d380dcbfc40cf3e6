/** What is waited for along a link: signals and toll booths, in the direction they are met. */
import type { RoadRules } from '../../model/road-rules.ts';
import { SIGNAL, type PointTraits } from '../roads/point-traits.ts';

/** A point of a link that somebody may wait at. */
export interface Stop {
  /** Metres from the start of the link. */
  readonly atM: number;
  readonly traits: PointTraits;
  /** The way it stands on is drawn against the link. */
  readonly isReversed: boolean;
  /** Start or end of the link, where several roads meet, so that signals hold for all of them; null in between. */
  readonly end: 'start' | 'end' | null;
}

const MS_PER_SECOND = 1000;

/** Whether a signal stops who drives along the link, or against it. */
function isMet({ traits, isReversed, end }: Stop, forward: boolean): boolean {
  if (traits.signal === SIGNAL.none) return false;
  const bit = forward === isReversed ? SIGNAL.backward : SIGNAL.forward;
  return end !== null || (traits.signal & bit) !== 0;
}

/**
 * Milliseconds lost along a link of a length, in one direction. What stands at the start was met by whoever came there;
 * signals closer to the one before than a cluster are the same junction's.
 */
export function sumDelayMs(
  stops: readonly Stop[],
  lengthM: number,
  forward: boolean,
  { parameters }: RoadRules,
): number {
  const { signalDelayS, signalClusterM, tollBoothS } = parameters;
  const ahead = forward ? stops : stops.map((stop) => turn(stop, lengthM)).toReversed();
  let lastM = -Infinity;
  let [signals, booths] = [0, 0];
  for (const stop of ahead) {
    const isStart = stop.end === 'start';
    if (stop.traits.tollBooth && !isStart) booths += 1;
    if (!isMet(stop, forward)) continue;
    if (!isStart && stop.atM - lastM < signalClusterM.value) continue;
    if (!isStart) signals += 1;
    lastM = stop.atM;
  }
  return Math.round((signals * signalDelayS.value + booths * tollBoothS.value) * MS_PER_SECOND);
}

/** The same stop for whoever drives the other way. */
function turn(stop: Stop, lengthM: number): Stop {
  const atM = lengthM - stop.atM;
  if (stop.end === null) return { ...stop, atM };
  return { ...stop, atM, end: stop.end === 'start' ? 'end' : 'start' };
}
