/**
 * Two routes beside the best one, each by its definition and exact: the second-best one, which shares little
 * of the best, and the cheaper one, which saves toll for a bounded loss of time.
 */
import type { Network } from '../network/network.ts';
import { searchConstrained } from '../routing/constrained.ts';
import { FEN_PER_CNY, MS_PER_SECOND, SECONDS_PER_HOUR } from '../units.ts';
import { toRoute, type Route, type TracedRoute } from './steps.ts';
import { toTimedPath } from './timed-path.ts';

/** The fastest route that shares no more than a given part of the best one's time. */
export interface SecondBest {
  readonly route: Route;
  /** Milliseconds on edges of the best route, connectors included. */
  readonly sharedMs: number;
}

/** The route of least toll within the extra time; of equal ones the fastest. */
export interface CheaperAlternative {
  readonly route: Route;
  readonly savedFen: number;
  readonly extraMs: number;
  /** Value of time in CNY/h above which the tolled route is chosen; Infinity where it is no faster. */
  readonly breakEvenCnyPerH: number;
}

/** Keeps a product such as 0.7 × 30 000 whole where floating point falls a hair short of it. */
const HAIR = 1e-6;

function getPart(network: Network): number {
  return network.dataset.parameters.secondBestShare.value;
}

/**
 * The second-best route between two vertices, or null where every other route shares more. With a value of
 * time, best means least time plus toll for both.
 */
export function findSecondBest(
  network: Network,
  origin: number,
  destination: number,
  best: TracedRoute,
): SecondBest | null {
  const shared = new Int32Array(network.graph.edgeCount);
  for (const edge of best.path) shared[edge] = network.timeMs[edge] as number;
  const cap = Math.floor(getPart(network) * best.route.timeMs + HAIR);
  const path = searchConstrained(network.graph, origin, destination, network.graph.cost, shared, cap);
  if (path === null) return null;
  return {
    route: toRoute(network, toTimedPath(path)),
    sharedMs: path.reduce((sum, edge) => sum + (shared[edge] as number), 0),
  };
}

/** Value of time at which toll saved and time lost weigh the same, in CNY/h. */
function toBreakEven(savedFen: number, extraMs: number): number {
  if (extraMs <= 0) return Infinity;
  return savedFen / FEN_PER_CNY / (extraMs / MS_PER_SECOND / SECONDS_PER_HOUR);
}

/**
 * The cheaper route between two vertices, at most `alternativeExtraS` slower than the best; null where the
 * best is free of toll already or none is cheaper.
 */
export function findCheaper(
  network: Network,
  origin: number,
  destination: number,
  best: TracedRoute,
): CheaperAlternative | null {
  if (best.route.tollFen === 0) return null;
  const cap = best.route.timeMs + network.dataset.parameters.alternativeExtraS.value * MS_PER_SECOND;
  const path = searchConstrained(network.graph, origin, destination, network.tollFen, network.timeMs, cap);
  const route = path === null ? best.route : toRoute(network, toTimedPath(path));
  const savedFen = best.route.tollFen - route.tollFen;
  if (savedFen <= 0) return null;
  const extraMs = route.timeMs - best.route.timeMs;
  return { route, savedFen, extraMs, breakEvenCnyPerH: toBreakEven(savedFen, extraMs) };
}
