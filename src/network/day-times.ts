/**
 * Times of edges by the clock. A link's running time is its free-flow one times the profile's factor at the moment it
 * is entered, rounded once to whole milliseconds like any time; pieces of a cut link are split from that whole. A
 * factor of 1 gives the free-flow time bit for bit.
 */
import type { Dataset } from '../model/dataset.ts';
import type { HourlyFactors } from '../model/day.ts';
import type { LatestEntry } from '../routing/departures.ts';
import type { Travel } from '../routing/arrivals.ts';
import { MS_PER_SECOND, roundHalfUp } from '../units.ts';
import {
  coversLink,
  findFreeEntry,
  listBansInForce,
  MS_PER_DAY,
  MS_PER_HOUR,
  toBannedHours,
  type BannedHours,
} from './bans.ts';
import type { Clock } from './clock.ts';
import { connectorTimeMs } from './impedance.ts';
import { listLinkParts } from './link-times.ts';
import type { Setting } from './setting.ts';
import { toCumulative, type Topology } from './topology.ts';

export interface DayTimes {
  /** Milliseconds on an edge entered at a moment, waiting before a ban included. */
  readonly travel: Travel;
  readonly latestEntry: LatestEntry;
  /** Part of `travel` that is waiting. */
  readonly wait: (edge: number, at: number) => number;
}

/** Factors at the full hours, one more than there are so that the last hour has an end. */
function listFactors(row: HourlyFactors, corner: Setting['corner']): Float64Array {
  const hours = corner === 'mid' ? row.value : corner === 'fast' ? row.low : row.high;
  return Float64Array.from([...hours, hours[0] ?? 1]);
}

/** Factor at a moment: straight from one full hour to the next. */
function toFactor(factors: Float64Array, at: number): number {
  const ofDay = at - Math.floor(at / MS_PER_DAY) * MS_PER_DAY;
  const hour = Math.floor(ofDay / MS_PER_HOUR);
  const [from, to] = [factors[hour] as number, factors[hour + 1] as number];
  return from + (to - from) * ((ofDay - hour * MS_PER_HOUR) / MS_PER_HOUR);
}

/** Factors by link in the order of the state. */
function listRows({ state }: Topology, { profile }: Clock, setting: Setting): readonly Float64Array[] {
  const own = profile.byVehicleClass[setting.vehicleClass.id] ?? {};
  const known = new Map<HourlyFactors, Float64Array>();
  return state.links.map((link) => {
    const facility = link.stateAs ?? link.facility;
    const row = own[facility] ?? profile.factors[facility];
    const factors = known.get(row) ?? listFactors(row, setting.corner);
    known.set(row, factors);
    return factors;
  });
}

/** Banned hours by link; null where nothing is banned. */
function listBanned(
  { bans }: Dataset,
  { state }: Topology,
  { vehicleClass }: Setting,
): readonly (readonly BannedHours[] | null)[] | null {
  const inForce = listBansInForce(bans, vehicleClass.id, state.day);
  if (inForce.length === 0) return null;
  return state.links.map((link) => {
    const own = inForce.filter((ban) => coversLink(ban, link));
    return own.length === 0 ? null : own.flatMap(({ hours }) => hours.map(toBannedHours));
  });
}

/** Longest that a search for an entry looks back. */
const LOOK_BACK_MS = 4 * MS_PER_DAY;

/** Latest whole moment from which a nondecreasing arrival is not after `by`; −Infinity where none is near. */
function findLatest(arrive: (at: number) => number, by: number, leastMs: number): number {
  let high = by - leastMs;
  if (arrive(high) <= by) return high;
  let step = 1024;
  let low = high - step;
  while (arrive(low) > by) {
    step *= 2;
    if (step > LOOK_BACK_MS) return -Infinity;
    high = low;
    low = high - step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (arrive(middle) <= by) low = middle;
    else high = middle;
  }
  return low;
}

/** The times of a topology by a clock. */
export function toDayTimes(dataset: Dataset, topology: Topology, setting: Setting, clock: Clock): DayTimes {
  const { link, connector, fromShare, toShare, connectors, state } = topology;
  const { runningS, delayS, plazaS } = listLinkParts(dataset, state, setting);
  const rows = listRows(topology, clock, setting);
  const banned = listBanned(dataset, topology, setting);
  const connectorMs = connectors.map(({ lengthMm }) => connectorTimeMs(dataset, lengthMm, setting));

  const wholeMs = (of: number, at: number): number => {
    const running = (runningS[of] as number) * toFactor(rows[of] as Float64Array, at);
    return roundHalfUp(MS_PER_SECOND * (running + (delayS[of] as number) + (plazaS[of] as number)));
  };
  const pass = (edge: number, at: number): number => {
    const of = link[edge] as number;
    const [from, to] = [fromShare[edge] as number, toShare[edge] as number];
    const whole = of < 0 ? (connectorMs[connector[edge] as number] as number) : wholeMs(of, at);
    return from === 0 && to === 1 ? whole : toCumulative(to, whole) - toCumulative(from, whole);
  };
  /** A ban is obeyed to the end of the link, so that where it is cut for another place changes nothing. */
  const passRest = (edge: number, at: number): number => {
    const whole = wholeMs(link[edge] as number, at);
    return whole - toCumulative(fromShare[edge] as number, whole);
  };
  const wait = (edge: number, at: number): number => {
    const hours = banned?.[link[edge] as number] ?? null;
    return hours === null ? 0 : findFreeEntry(hours, at, (moment) => passRest(edge, moment)) - at;
  };
  const travel: Travel = (edge, at) => {
    const waited = banned === null ? 0 : wait(edge, at);
    return waited === Infinity ? Infinity : waited + pass(edge, at + waited);
  };
  return { travel, wait, latestEntry: (edge, by) => findLatest((at) => at + travel(edge, at), by, 0) };
}
