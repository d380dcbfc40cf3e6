/**
 * Times of runs by the clock. A link's running time is its free-flow one times the profile's factor at the moment the
 * link is joined, rounded once to whole milliseconds like any time; a part of a link is split from that whole. A factor
 * of 1 gives the free-flow time bit for bit.
 */
import type { Dataset } from '../model/dataset.ts';
import type { HourlyFactors } from '../model/day.ts';
import type { RoadState } from '../scenario/apply.ts';
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
import { listLinkParts } from './link-times.ts';
import type { Setting } from './setting.ts';
import { toCumulative, type Topology } from './topology.ts';

/** Milliseconds on a link from one share of it to another, joined at a moment that is free of bans. */
type Pass = (link: number, fromShare: number, toShare: number, at: number) => number;

export interface DayTimes {
  /** Some ban is in force, so that a later departure may arrive much later. */
  readonly isBanned: boolean;
  readonly pass: Pass;
  /** Milliseconds to wait before a link may be joined at a share; Infinity = it cannot be any more. */
  readonly wait: (link: number, fromShare: number, at: number) => number;
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

/** Banned hours by link in the order of the state; null where nothing is banned. */
type Banned = readonly (readonly BannedHours[] | null)[] | null;

function makeBanned({ bans }: Dataset, { links, day }: RoadState, vehicleClass: string): Banned {
  const inForce = listBansInForce(bans, vehicleClass, day);
  if (inForce.length === 0) return null;
  return links.map((link) => {
    const own = inForce.filter((ban) => coversLink(ban, link));
    if (own.length === 0) return null;
    return own.flatMap(({ hours }) => hours.map(toBannedHours)).toSorted((a, b) => a.fromMs - b.fromMs);
  });
}

/** By the bans of a data set, then by road state: every hour of a day asks for the same. */
const BANNED = new WeakMap<Dataset['bans'], WeakMap<RoadState, Map<string, Banned>>>();

function listBanned(dataset: Dataset, state: RoadState, { vehicleClass }: Setting): Banned {
  const byState = BANNED.get(dataset.bans) ?? new WeakMap<RoadState, Map<string, Banned>>();
  BANNED.set(dataset.bans, byState);
  const byVehicle = byState.get(state) ?? new Map<string, Banned>();
  byState.set(state, byVehicle);
  const known = byVehicle.get(vehicleClass.id);
  if (known !== undefined) return known;
  const banned = makeBanned(dataset, state, vehicleClass.id);
  byVehicle.set(vehicleClass.id, banned);
  return banned;
}

/** The times of a topology by a clock. */
export function toDayTimes(dataset: Dataset, topology: Topology, setting: Setting, clock: Clock): DayTimes {
  const { runningS, delayS, plazaS } = listLinkParts(dataset, topology.state, setting);
  const rows = listRows(topology, clock, setting);
  const banned = listBanned(dataset, topology.state, setting);
  const pass: Pass = (link, fromShare, toShare, at) => {
    const running = (runningS[link] as number) * toFactor(rows[link] as Float64Array, at);
    const whole = roundHalfUp(
      MS_PER_SECOND * (running + (delayS[link] as number) + (plazaS[link] as number)),
    );
    return toCumulative(toShare, whole) - toCumulative(fromShare, whole);
  };
  return {
    isBanned: banned !== null,
    pass,
    wait: (link, fromShare, at) => {
      const hours = banned?.[link] ?? null;
      // To the end of the link, however little of it is driven: where a place lies on it changes nothing.
      return hours === null ? 0 : findFreeEntry(hours, at, (moment) => pass(link, fromShare, 1, moment)) - at;
    },
  };
}
