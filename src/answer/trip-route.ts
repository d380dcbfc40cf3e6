/** The best route of a trip with everything beside it, in the units of every answer. */
import { findCheaper, findSecondBest } from '../matrix/alternatives.ts';
import { toRouteLine } from '../matrix/line.ts';
import { toRoute, type Route, type TracedRoute } from '../matrix/steps.ts';
import type { TimedPath } from '../matrix/timed-path.ts';
import type { TripCheaper, TripRoute, TripSecondBest, TripSums } from '../model/trip.ts';
import { getDestinationVertex, getOriginVertex, type Network } from '../network/network.ts';
import { FEN_PER_CNY, MM_PER_M, MS_PER_SECOND } from '../units.ts';
import { toSeconds } from './cells.ts';
import { listFacilities, listLegs, listPlazas, listRoads, toTripConnector } from './trip-legs.ts';

/** A path of a network between two of its places, and the times at the corners. */
interface TracedTrip {
  readonly origin: string;
  readonly destination: string;
  readonly path: TimedPath;
  readonly lowMs: number;
  /** Infinity where the unfavourable end has no way. */
  readonly highMs: number;
}

function toSums({ timeMs, lengthMm, tollFen }: Route): TripSums {
  return {
    timeS: timeMs / MS_PER_SECOND,
    lengthM: lengthMm / MM_PER_M,
    tollCny: tollFen / FEN_PER_CNY,
  };
}

function toSecondBest(network: Network, trip: TracedTrip, best: TracedRoute): TripSecondBest | null {
  const [origin, destination] = listEnds(network, trip);
  const second = findSecondBest(network, origin, destination, best);
  if (second === null) return null;
  const { route, sharedMs } = second;
  return {
    ...toSums(route),
    slowerS: (route.timeMs - best.route.timeMs) / MS_PER_SECOND,
    sharedShare: sharedMs / best.route.timeMs,
    roads: listRoads(route),
    line: toRouteLine(network.state.dataset, route),
  };
}

function listEnds(network: Network, { origin, destination }: TracedTrip): readonly [number, number] {
  return [getOriginVertex(network, origin), getDestinationVertex(network, destination)];
}

function toCheaper(network: Network, trip: TracedTrip, best: TracedRoute): TripCheaper | null {
  const [origin, destination] = listEnds(network, trip);
  const cheaper = findCheaper(network, origin, destination, best);
  if (cheaper === null) return null;
  const { route, savedFen, extraMs, breakEvenCnyPerH } = cheaper;
  return {
    ...toSums(route),
    savedCny: savedFen / FEN_PER_CNY,
    extraS: extraMs / MS_PER_SECOND,
    breakEvenCnyPerH: Number.isFinite(breakEvenCnyPerH) ? breakEvenCnyPerH : null,
    roads: listRoads(route),
  };
}

/** A traced trip with all that explains it. */
export function toTripRoute(network: Network, trip: TracedTrip): TripRoute {
  const { setting, state } = network;
  const { dataset } = state;
  const route = toRoute(network, trip.path);
  const best = { route, path: trip.path.path };
  // Other routes are searched at one time an edge: by the clock there is none.
  const hasOthers = setting.clock === null;
  return {
    ...toSums(route),
    lowS: trip.lowMs / MS_PER_SECOND,
    highS: toSeconds(trip.highMs),
    estimatedShare: route.estimatedMs / route.timeMs,
    townChainShare: route.townChainMs / route.timeMs,
    viaBeltM: route.viaBeltMm / MM_PER_M,
    byFacility: listFacilities(route),
    access: toTripConnector(dataset, route.access, true),
    egress: toTripConnector(dataset, route.egress, false),
    legs: listLegs(dataset, route),
    roads: listRoads(route),
    plazas: listPlazas(dataset, route, setting, state.day),
    waits: route.waits.map(({ link, nameEn, waitMs, untilMs }) => {
      return { link, nameEn, waitS: waitMs / MS_PER_SECOND, untilS: untilMs / MS_PER_SECOND };
    }),
    departS: route.departMs === null ? null : route.departMs / MS_PER_SECOND,
    secondBest: hasOthers ? toSecondBest(network, trip, best) : null,
    cheaper: hasOthers ? toCheaper(network, trip, best) : null,
    line: toRouteLine(dataset, route),
  };
}
