/**
 * Times of claims in one scenario, at every level of the ladder and with any expressway speed: the fastest trip
 * and the fastest over the belt. Every setting is timed once, whoever asks for it.
 */
import { createTripTimer, type TripTimes } from '../condition/trip-times.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Setting } from '../network/setting.ts';
import type { LadderCorner, Level } from './ladder.ts';
import { getLegalKmh, toLevelSetting, toSignedSetting } from './level-settings.ts';
import { measureStraightMs, type ClaimPlace } from './places.ts';

/** Any way, or only ways over at least one link of the belt. */
export type Way = 'fastest' | 'via-belt';

export interface ClaimTimer {
  /** Ms to the nearest of the destinations at a level; Infinity where there is no (such) way. */
  readonly timeAt: (
    from: ClaimPlace,
    to: readonly ClaimPlace[],
    level: Level,
    corner: LadderCorner,
    way: Way,
  ) => number;
  /** Ms at signed limits without delays, with one speed on every expressway. */
  readonly timeAtSpeed: (from: ClaimPlace, to: readonly ClaimPlace[], expresswayKmh: number) => number;
}

/**
 * The timer of a scenario between some places. Throws DataError for a scenario that cannot be applied, a place
 * off the map, and a data set without car or traffic states.
 */
export function createClaimTimer(
  dataset: Dataset,
  scenario: Scenario,
  places: readonly ClaimPlace[],
): ClaimTimer {
  const timeTrips = createTripTimer(dataset, scenario, places);
  const kept = new Map<string, TripTimes>();
  const keep = (key: string, makeSetting: () => Setting): TripTimes => {
    const times = kept.get(key) ?? timeTrips(makeSetting());
    kept.set(key, times);
    return times;
  };
  const legalKmh = getLegalKmh(dataset);
  return {
    timeAt: (from, to, level, corner, way) => {
      if (level === 'straight-line')
        return Math.min(...to.map((one) => measureStraightMs(from, one, legalKmh)));
      const times = keep(`${level} ${corner}`, () => toLevelSetting(dataset, level, corner));
      const find = way === 'fastest' ? times.findTimeMs : times.findViaBeltMs;
      return Math.min(...to.map((one) => find(from.id, one.id)));
    },
    timeAtSpeed: (from, to, expressway) => {
      const times = keep(`${expressway} km/h`, () => toSignedSetting(dataset, 'mid', { expressway }));
      return Math.min(...to.map((one) => times.findTimeMs(from.id, one.id)));
    },
  };
}
