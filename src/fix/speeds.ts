/**
 * The least driven speed of some links, one for all of them and both directions, that makes a goal hold; and the least
 * sign. Time on a link never rises with its speed, so that halving on a grid of speeds finds the first one that does,
 * and the one before it was found not to.
 */
import type { Link } from '../model/road.ts';
import { getDesiredKmh, getLimitKmh, linkImpedanceMs } from '../network/impedance.ts';
import { POSTED_KMH } from '../scenario/change.ts';
import { findFirst } from '../uncertainty/flip.ts';
import { withLinkTimes } from '../uncertainty/trip-times.ts';
import { boundByLinks, type Around } from './around.ts';
import type { Goal } from './goal.ts';
import { timeTrips } from './trips.ts';

/** Speeds are asked for in hundredths of a km/h, from the first one up to this many km/h. */
const STEPS_PER_KMH = 100;
const MOST_KMH = 1000;
/** What "a little less" means of a speed. */
const LESS = 0.99;
/** A time of nought: 1 mm/s more would not matter. */
const NO_TIME_KMH = 1e12;

export interface LeastSpeed {
  readonly kmh: number;
  readonly timesMs: Float64Array;
  /** Of the trips at 1 % less. */
  readonly lessMs: Float64Array;
  /** Least whole km/h of a sign on all of it; null = none that is allowed does. */
  readonly postedKmh: number | null;
}

/** Times of the trips with other times of some links. */
function timeWith({ roads }: Around, links: ReadonlySet<number>, toMs: (link: Link) => number): Float64Array {
  const { drawn } = roads;
  const linkMs = drawn.linkMs.slice();
  for (const link of links) linkMs[link] = toMs(drawn.roads.state.links[link] as Link);
  return timeTrips(roads, withLinkTimes(drawn, linkMs));
}

/** Times of the trips at one driven speed on some links, before the traffic state. */
function timeAtKmh(around: Around, links: ReadonlySet<number>, kmh: number): Float64Array {
  const { roads, values } = around.roads.drawn;
  const { dataset, setting } = values;
  return timeWith(around, links, (link) =>
    linkImpedanceMs(dataset, link, { ...setting, speedsKmh: { [link.facility]: kmh } }, roads.state.day),
  );
}

/** Times of the trips with one sign on some links. */
function timeAtSign(around: Around, links: ReadonlySet<number>, postedKmh: number): Float64Array {
  const { roads, values } = around.roads.drawn;
  const { dataset, setting } = values;
  return timeWith(around, links, (link) =>
    linkImpedanceMs(dataset, { ...link, postedKmh }, setting, roads.state.day),
  );
}

/** Times of the trips where some links take no running time; null where no way over them could do. */
export function timeWithout(around: Around, goal: Goal, links: ReadonlySet<number>): Float64Array | null {
  return goal.isMet(boundByLinks(around, links)) ? timeAtKmh(around, links, NO_TIME_KMH) : null;
}

function findSign(around: Around, goal: Goal, links: ReadonlySet<number>): number | null {
  const [least, most] = POSTED_KMH;
  const first = findFirst(most - least + 1, (k) => goal.isMet(timeAtSign(around, links, least + k - 1)));
  return first === null ? null : least + first - 1;
}

/** The least speed of some links, by place in the state; null where none up to 1,000 km/h does. */
export function findLeastSpeed(around: Around, goal: Goal, links: ReadonlySet<number>): LeastSpeed | null {
  const step = findFirst(MOST_KMH * STEPS_PER_KMH, (k) =>
    goal.isMet(timeAtKmh(around, links, k / STEPS_PER_KMH)),
  );
  if (step === null) return null;
  const kmh = step / STEPS_PER_KMH;
  return {
    kmh,
    timesMs: timeAtKmh(around, links, kmh),
    lessMs: timeAtKmh(around, links, kmh * LESS),
    postedKmh: findSign(around, goal, links),
  };
}

/** What is driven and allowed on some links now, in km/h. */
export interface SpeedsNow {
  /** Over the whole length. */
  readonly nowKmh: number;
  /** Least of the limits, and of what the law allows the vehicle there. */
  readonly limitKmh: number;
  readonly legalKmh: number;
}

/** The speeds of links as they are; the law allows what it says of the class, and nowhere more than any sign may say. */
export function readSpeeds({ roads: { drawn } }: Around, links: readonly Link[]): SpeedsNow {
  const { dataset, setting } = drawn.values;
  const lengthM = links.reduce((sum, link) => sum + link.lengthM, 0);
  const hours = links.reduce((sum, link) => sum + link.lengthM / getDesiredKmh(dataset, link, setting), 0);
  const legal = links.map(
    ({ facility }) => setting.vehicleClass.facilities[facility].legalKmh ?? POSTED_KMH[1],
  );
  return {
    nowKmh: lengthM / hours,
    limitKmh: Math.min(...links.map((link) => getLimitKmh(dataset, link, setting))),
    legalKmh: Math.min(POSTED_KMH[1], ...legal),
  };
}
