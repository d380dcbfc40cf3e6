/**
 * Times along links from a search, for whoever draws them: by direction at both ends of every link, and on the links
 * that the place itself joins, of which a trip drives a part alone. A point is within the cutoff where one of them is.
 */
import { CLOSED } from '../model/imported-network.ts';
import { MS_PER_SECOND } from '../units.ts';
import type { City, Site } from './city.ts';
import { toStepMs } from './graph.ts';
import { toOwnShare } from './pieces.ts';
import type { ReachDirection, StepTimes } from './times.ts';

/** Seconds at the beginning and the end of a link as drawn, driven forward and backward: four a link. */
export function listLinkTimes({ network, profile }: City, { direction, ms }: StepTimes): Float32Array {
  const seconds = new Float32Array(4 * network.links.from.length).fill(Infinity);
  for (let step = 0; step < ms.length; step += 1) {
    const stepMs = toStepMs(network, profile, step);
    const near = ms[step] as number;
    if (stepMs === CLOSED || near === Infinity) continue;
    // Where the step is near the place: its beginning as driven from there, its end as driven to there.
    const nearFirst = ((step & 1) === 0) === (direction === 'from');
    const [first, last] = nearFirst ? [near, near + stepMs] : [near + stepMs, near];
    seconds[2 * step] = first / MS_PER_SECOND;
    seconds[2 * step + 1] = last / MS_PER_SECOND;
  }
  return seconds;
}

/** A stretch of a link that a place joins, with the seconds at its ends. */
export interface OwnStretch {
  readonly link: number;
  /** Shares of the drawn length, the lower first. */
  readonly from: number;
  readonly to: number;
  readonly fromS: number;
  readonly toS: number;
}

/** What of the links that a place joins is driven without leaving them. */
export function listOwnStretches(
  { network, profile, cuts }: City,
  { connectors }: Site,
  direction: ReachDirection,
): readonly OwnStretch[] {
  return connectors.flatMap(({ link, share: whole, timeMs }) => {
    const share = toOwnShare(cuts, 2 * link, whole);
    return [0, 1].flatMap((side): readonly OwnStretch[] => {
      const stepMs = toStepMs(network, profile, 2 * link + side);
      if (stepMs === CLOSED) return [];
      // Driven from the place it goes on in the step's direction; driven to the place it comes from behind.
      const goesUp = (side === 0) === (direction === 'from');
      const [from, to] = goesUp ? [share, 1] : [0, share];
      const far = timeMs + (to - from) * stepMs;
      const [fromMs, toMs] = goesUp ? [timeMs, far] : [far, timeMs];
      return [{ link, from, to, fromS: fromMs / MS_PER_SECOND, toS: toMs / MS_PER_SECOND }];
    });
  });
}
