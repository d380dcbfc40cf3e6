/**
 * The chosen path between two vertices of a network and how long each of its edges takes: the same everywhere without
 * a clock, and by the moment each edge is entered with one. The one search behind cells, routes and drawn trips.
 */
import type { Network } from '../network/network.ts';
import { searchArrivals } from '../routing/arrivals.ts';
import { followDepartures, searchDepartures, type Departures } from '../routing/departures.ts';
import { toPath, type Tree } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';

/** A path with its times; without a clock the edges take what the network says. */
export interface TimedPath {
  readonly path: readonly number[];
  /** By edge of the path, waiting included; null = those of the network. */
  readonly edgeMs: readonly number[] | null;
  /** Of all waiting before banned links. */
  readonly waitMs: number;
  /** Before which edges of the path how long is waited. */
  readonly waits: readonly { readonly edge: number; readonly waitMs: number; readonly untilMs: number }[];
  /** Moment of departure in ms after midnight, which may lie on the day before; null without a clock. */
  readonly departMs: number | null;
}

/** A path of a network without a clock. */
export function toTimedPath(path: readonly number[]): TimedPath {
  return { path, edgeMs: null, waitMs: 0, waits: [], departMs: null };
}

/** A path driven from a moment on. */
function drive({ day }: Network, path: readonly number[], departMs: number): TimedPath {
  if (day === null) return toTimedPath(path);
  const waits: { edge: number; waitMs: number; untilMs: number }[] = [];
  let at = departMs;
  const edgeMs = path.map((edge) => {
    const [ms, waitMs] = [day.travel(edge, at), day.wait(edge, at)];
    if (waitMs > 0) waits.push({ edge, waitMs, untilMs: at + waitMs });
    at += ms;
    return ms;
  });
  return { path, edgeMs, waitMs: waits.reduce((sum, one) => sum + one.waitMs, 0), waits, departMs };
}

/** Milliseconds from departure to arrival. */
export function sumMs(network: Network, { path, edgeMs }: TimedPath): number {
  if (edgeMs !== null) return edgeMs.reduce((sum, ms) => sum + ms, 0);
  return path.reduce((sum, edge) => sum + (network.timeMs[edge] as number), 0);
}

export interface TripSearch {
  /** Null where there is no way (in time). */
  readonly findPath: (origin: number, destination: number) => TimedPath | null;
  /** Milliseconds; Infinity where there is no way. */
  readonly findMs: (origin: number, destination: number) => number;
}

/** Values by vertex, each made when first asked for. */
export function keepByVertex<T>(make: (vertex: number) => T): (vertex: number) => T {
  const made = new Map<number, T>();
  return (vertex) => {
    const value = made.get(vertex) ?? make(vertex);
    made.set(vertex, value);
    return value;
  };
}

/** Leaving at a moment: one search an origin. */
function searchFromMoment(network: Network, departMs: number): TripSearch {
  const { graph, day } = network;
  const treeOf = keepByVertex((origin): Tree =>
    day === null ? searchTree(graph, origin) : searchArrivals(graph, origin, departMs, day.travel),
  );
  return {
    findPath: (origin, destination) => {
      const path = toPath(graph, treeOf(origin), destination);
      return path === null ? null : drive(network, path, departMs);
    },
    findMs: (origin, destination) => treeOf(origin).cost[destination] as number,
  };
}

/** Arriving by a moment: one search a destination, and the path driven from its latest departure. */
function searchByMoment(network: Network, arriveByMs: number): TripSearch {
  const { graph, day } = network;
  if (day === null) throw new RangeError('no clock');
  const departuresOf = keepByVertex((destination): Departures =>
    searchDepartures(graph, destination, arriveByMs, day.latestEntry),
  );
  const findPath = (origin: number, destination: number): TimedPath | null => {
    const departures = departuresOf(destination);
    const path = followDepartures(graph, departures, origin);
    return path === null ? null : drive(network, path, departures.moment[origin] as number);
  };
  return {
    findPath,
    findMs: (origin, destination) => {
      const path = findPath(origin, destination);
      return path === null ? Infinity : sumMs(network, path);
    },
  };
}

/** The search of a network by its clock. Throws RangeError for a network without one. */
export function createClockSearch(network: Network): TripSearch {
  const { clock } = network.setting;
  if (clock === null) throw new RangeError('no clock');
  const { moment } = clock;
  return 'departMs' in moment
    ? searchFromMoment(network, moment.departMs)
    : searchByMoment(network, moment.arriveByMs);
}

const SEARCHES = new WeakMap<Network, TripSearch>();

/** The search of a network, by its clock where it has one; made once a network. */
export function findTripSearch(network: Network): TripSearch {
  const known = SEARCHES.get(network);
  if (known !== undefined) return known;
  const search = network.setting.clock === null ? searchStatic(network) : createClockSearch(network);
  SEARCHES.set(network, search);
  return search;
}

function searchStatic(network: Network): TripSearch {
  const { graph } = network;
  const treeOf = keepByVertex((origin) => searchTree(graph, origin));
  const findPath = (origin: number, destination: number): TimedPath | null => {
    const path = toPath(graph, treeOf(origin), destination);
    return path === null ? null : toTimedPath(path);
  };
  return {
    findPath,
    findMs: (origin, destination) => {
      const path = findPath(origin, destination);
      return path === null ? Infinity : sumMs(network, path);
    },
  };
}
