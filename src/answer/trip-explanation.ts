/**
 * One trip explained in base and build: what it is made of, what stands beside it, what changed, and by how
 * much it keeps or misses the cutoff. It is the readable twin of a matrix cell and of `beltway route`: same
 * network, same search, equal to the millisecond.
 */
import { toAttribution } from '../condition/attribution.ts';
import { toGroupTime, type GroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { passes, toCorners, toSlackMs, toVerdict } from '../condition/verdict.ts';
import type { Attribution } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type {
  TripChange,
  TripExplanation,
  TripPlace,
  TripRoad,
  TripScenario,
  TripSide,
} from '../model/trip.ts';
import type { Place } from '../network/connectors.ts';
import type { Network } from '../network/network.ts';
import type { Corner } from '../network/setting.ts';
import { MS_PER_SECOND } from '../units.ts';
import { findPlace, type KnownPlace } from './place.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { toRoadKey } from './trip-legs.ts';
import { findTripNetwork, findTripPath, findTripTimeMs } from './trip-network.ts';
import { toTripQuestion } from './trip-question.ts';
import { toTripRoute } from './trip-route.ts';

/** Where the trip goes: the plants of a group with their choice, or one place. */
interface Target {
  readonly group: string | null;
  readonly plants: GroupPlants;
  readonly places: readonly KnownPlace[];
}

function toTarget({ dataset, groups, destinations }: Question, destination: string): Target {
  const chosen = groups.find(({ group }) => group === destination);
  if (chosen !== undefined) {
    const places = chosen.plants.map((id) => findPlace(dataset, id));
    return { group: destination, plants: chosen, places };
  }
  const ids = destinations.map(({ id }) => id);
  return {
    ...{ group: null, plants: { group: '', choice: 'any', plants: ids } },
    places: [findPlace(dataset, destination)],
  };
}

/** A scenario as a trip names it. */
export function toTripScenario({ id, title, titleZh, date }: Scenario): TripScenario {
  return { id, title, titleZh, date };
}

interface Trip {
  readonly question: Question;
  readonly origin: Place;
  readonly target: Target;
}

function findNetwork({ question, origin, target }: Trip, scenario: Scenario, corner: Corner): Network {
  const { dataset, setting } = question;
  const places = [origin, ...target.places.map(({ place }) => place)];
  return findTripNetwork(dataset, scenario, { ...setting, corner }, places);
}

/** Time at a corner, and the plant that decides there. */
function decide({ origin, target }: Trip, network: Network): GroupTime {
  const { choice, plants } = target.plants;
  return toGroupTime(choice, plants, (plant) => findTripTimeMs(network, origin.id, plant));
}

function toSide(trip: Trip, scenario: Scenario): TripSide {
  const { question, origin, target } = trip;
  const { cutoffS, toleranceS } = question;
  const network = findNetwork(trip, scenario, 'mid');
  const [fast, slow] = [findNetwork(trip, scenario, 'fast'), findNetwork(trip, scenario, 'slow')];
  const { timeMs, plant } = decide(trip, network);
  const to = target.places.find(({ place }) => place.id === plant);
  const path = plant === null ? null : findTripPath(network, origin.id, plant);
  const head = {
    scenario: toTripScenario(scenario),
    to: to === undefined ? null : toTripPlace(to),
    verdict: toVerdict(timeMs, cutoffS, toleranceS),
    corners: toCorners(decide(trip, fast).timeMs, decide(trip, slow).timeMs, cutoffS),
  } as const;
  if (plant === null || path === null) return { ...head, slackS: null, route: null };
  const lowMs = findTripTimeMs(fast, origin.id, plant);
  const highMs = findTripTimeMs(slow, origin.id, plant);
  return {
    ...head,
    slackS: toSlackMs(timeMs, cutoffS) / MS_PER_SECOND,
    route: toTripRoute(network, { origin: origin.id, destination: plant, path, lowMs, highMs }),
  };
}

/** A place as a trip names it. */
export function toTripPlace({ origin: { id, name, nameZh }, place }: KnownPlace): TripPlace {
  return { id, name, nameZh, at: place.at };
}

/** Roads of one side that the other has none of. */
function listOwn(roads: readonly TripRoad[], others: readonly TripRoad[]): readonly TripRoad[] {
  const known = new Set(others.map(toRoadKey));
  return roads.filter((road) => !known.has(toRoadKey(road)));
}

function toChange(base: TripSide, build: TripSide): TripChange {
  const [before, after] = [base.route, build.route];
  const [old, now] = [before?.roads ?? [], after?.roads ?? []];
  const changeMs =
    before === null || after === null ? null : Math.round((after.timeS - before.timeS) * MS_PER_SECOND);
  const compare = (reading: 'strict' | 'tolerant'): Attribution =>
    toAttribution(passes(base.verdict, reading), passes(build.verdict, reading));
  return {
    changeS: changeMs === null ? null : changeMs / MS_PER_SECOND,
    roadsGained: listOwn(now, old),
    roadsLeft: listOwn(old, now),
    strict: compare('strict'),
    tolerant: compare('tolerant'),
  };
}

/**
 * Explains a trip from a place to a plant, a place or an assembler group (its id, read first): of a group the
 * plant that decides in each scenario. Times in seconds, lengths in metres, tolls in CNY; what the request says
 * of origins, destinations and a third scenario is left aside. Throws DataError with everything wrong in it.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : explainTrip(dataset, {}, 'Z_SS_LP', 'toyota').build.slackS; // → null
 */
export function explainTrip(
  dataset: Dataset,
  request: AnalysisRequest,
  origin: string,
  destination: string,
): TripExplanation {
  const isGroup = dataset.header.groups.some(({ id }) => id === destination);
  const destinations = isGroup ? [] : [destination];
  const question = toTripQuestion(dataset, { ...request, origins: [origin], destinations });
  const from = findPlace(dataset, origin);
  const target = toTarget(question, destination);
  const trip = { question, origin: from.place, target };
  const [base, build] = [toSide(trip, question.base), toSide(trip, question.build)];
  const { setting, cutoffS, toleranceS } = question;
  return {
    asked: { origin, destination },
    from: { ...from.origin, at: from.place.at },
    group: target.group,
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    ...{ cutoffS, toleranceS, base, build, change: toChange(base, build) },
  };
}
