/**
 * Searches by the clock. They run over whole drives along a link (`network/runs.ts`) and give back paths of the
 * network, with the time that each of its edges takes at the moment it is driven.
 */
import { MS_PER_DAY } from '../network/bans.ts';
import type { DayTimes } from '../network/day-times.ts';
import { getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { findRuns, type Runs } from '../network/runs.ts';
import { searchArrivals, type Travel } from '../routing/arrivals.ts';
import { followDepartures, searchDepartures, type LatestEntry } from '../routing/departures.ts';
import { toPath } from '../routing/path.ts';
import { keepByVertex, sumMs, type TimedPath, type TripSearch } from './timed-path.ts';

/** A network with the times of its day. */
interface Timetable {
  readonly network: Network;
  readonly day: DayTimes;
}

const NONE = -1;

function toTravel({ network: { timeMs }, day }: Timetable, runs: Runs): Travel {
  const { access, egress, link, fromShare, toShare } = runs;
  // Connectors take the same time at every hour.
  const connectorMs = (edge: number): number => (edge === NONE ? 0 : (timeMs[edge] as number));
  return (run, at) => {
    const [of, from] = [link[run] as number, fromShare[run] as number];
    let moment = at + connectorMs(access[run] as number);
    if (of !== NONE) {
      moment += day.wait(of, from, moment);
      if (moment === Infinity) return Infinity;
      moment += day.pass(of, from, toShare[run] as number, moment);
    }
    return moment + connectorMs(egress[run] as number) - at;
  };
}

/** Longest that a search for an entry looks back. */
const LOOK_BACK_MS = 4 * MS_PER_DAY;
const FIRST_STEP_MS = 1024;

/** Latest whole moment from which a nondecreasing arrival is not after `by`; −Infinity where none is near. */
function findLatest(arrive: (at: number) => number, by: number): number {
  if (arrive(by) <= by) return by;
  let [high, step] = [by, FIRST_STEP_MS];
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

function toLatestEntry(travel: Travel): LatestEntry {
  return (run, by) => findLatest((at) => at + travel(run, at), by);
}

interface Drive {
  readonly path: number[];
  readonly edgeMs: number[];
  readonly waits: { edge: number; waitMs: number; untilMs: number }[];
  at: number;
}

function pass(drive: Drive, edge: number, ms: number): void {
  if (edge === NONE) return;
  drive.path.push(edge);
  drive.edgeMs.push(ms);
  drive.at += ms;
}

/** Drives along the pieces of a link, all timed by the moment at which it is joined. */
function driveLink(drive: Drive, { network, day }: Timetable, runs: Runs, run: number): void {
  const [link, pieces] = [runs.link[run] as number, runs.listPieces(run)];
  const waitMs = link === NONE ? 0 : day.wait(link, runs.fromShare[run] as number, drive.at);
  const joined = drive.at + waitMs;
  for (const [i, edge] of pieces.entries()) {
    const [from, to] = [network.fromShare[edge] as number, network.toShare[edge] as number];
    const ms = link === NONE ? 0 : day.pass(link, from, to, joined);
    if (i === 0 && waitMs > 0) drive.waits.push({ edge, waitMs, untilMs: joined });
    pass(drive, edge, i === 0 ? waitMs + ms : ms);
  }
}

/** Runs driven one after another from a moment on. */
function driveRuns(timetable: Timetable, runs: Runs, path: readonly number[], departMs: number): TimedPath {
  const { timeMs } = timetable.network;
  const drive: Drive = { path: [], edgeMs: [], waits: [], at: departMs };
  for (const run of path) {
    const [access, egress] = [runs.access[run] as number, runs.egress[run] as number];
    pass(drive, access, timeMs[access] ?? 0);
    driveLink(drive, timetable, runs, run);
    pass(drive, egress, timeMs[egress] ?? 0);
  }
  const { path: edges, edgeMs, waits } = drive;
  const waitMs = waits.reduce((sum, one) => sum + one.waitMs, 0);
  return { path: edges, edgeMs, waits, waitMs, departMs };
}

/** Ids of the places that are asked for, by their vertices. */
interface Ends {
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
}

/** Leaving at a moment: one search an origin. */
function searchFromMoment(
  timetable: Timetable,
  { origins, destinations }: Ends,
  departMs: number,
): TripSearch {
  const { network } = timetable;
  const idOf = new Map(origins.map((id) => [getOriginVertex(network, id), id]));
  const searchOf = keepByVertex((origin) => {
    const runs = findRuns(network, [idOf.get(origin) ?? ''], destinations);
    return { runs, tree: searchArrivals(runs.graph, origin, departMs, toTravel(timetable, runs)) };
  });
  return {
    findPath: (origin, destination) => {
      const { runs, tree } = searchOf(origin);
      const path = toPath(runs.graph, tree, destination);
      return path === null ? null : driveRuns(timetable, runs, path, departMs);
    },
    findMs: (origin, destination) => searchOf(origin).tree.cost[destination] as number,
  };
}

/**
 * Arriving by a moment: one search a destination, and the path driven from its latest departure. Before a ban several
 * paths may leave so late and arrive in time: then the one is taken that a trip leaving at that moment takes.
 */
function searchByMoment(timetable: Timetable, ends: Ends, arriveByMs: number): TripSearch {
  const { network, day } = timetable;
  const idOf = new Map(ends.destinations.map((id) => [getDestinationVertex(network, id), id]));
  const searchOf = keepByVertex((destination) => {
    const runs = findRuns(network, ends.origins, [idOf.get(destination) ?? '']);
    const latestEntry = toLatestEntry(toTravel(timetable, runs));
    return { runs, departures: searchDepartures(runs.graph, destination, arriveByMs, latestEntry) };
  });
  const findPath = (origin: number, destination: number): TimedPath | null => {
    const { runs, departures } = searchOf(destination);
    const path = followDepartures(runs.graph, departures, origin);
    const departMs = departures.moment[origin] as number;
    if (path === null) return null;
    if (!day.isBanned) return driveRuns(timetable, runs, path, departMs);
    return searchFromMoment(timetable, ends, departMs).findPath(origin, destination);
  };
  return {
    findPath,
    findMs: (origin, destination) => {
      const path = findPath(origin, destination);
      return path === null ? Infinity : sumMs(network, path);
    },
  };
}

/**
 * The search of a network by its clock between places of it. Throws RangeError for a network without a clock, DataError
 * for a place that it was not built with.
 */
export function createClockSearch(network: Network, ends: Ends): TripSearch {
  const { day } = network;
  const { clock } = network.setting;
  if (clock === null || day === null) throw new RangeError('no clock');
  const { moment } = clock;
  const timetable = { network, day };
  return 'departMs' in moment
    ? searchFromMoment(timetable, ends, moment.departMs)
    : searchByMoment(timetable, ends, moment.arriveByMs);
}
