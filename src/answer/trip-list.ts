/**
 * The trips that a map shows for a selected place: from a supplier, zone or point the fastest one to every
 * group; to a plant the fastest one from every supplier site. Base and build, each with its drawn line.
 */
import { toGroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import { toVerdict } from '../condition/verdict.ts';
import { toRouteLine } from '../matrix/line.ts';
import { toRoute } from '../matrix/steps.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TripLine, TripLineSide, TripsFrom } from '../model/trip.ts';
import type { Place } from '../network/connectors.ts';
import { toSeconds } from './cells.ts';
import { findPlace, type KnownPlace } from './place.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { toTripPlace, toTripScenario } from './trip-explanation.ts';
import { findTripNetwork, findTripPath, findTripTimeMs } from './trip-network.ts';
import { toTripQuestion } from './trip-question.ts';

/** One trip to be drawn: where it begins, and the plants of which one decides. */
interface Asked {
  readonly from: KnownPlace;
  readonly group: string | null;
  readonly plants: GroupPlants;
  readonly suppliers: readonly string[];
}

function toSide(question: Question, scenario: Scenario, { from, plants }: Asked, place: Place): TripLineSide {
  const { dataset, setting, cutoffS, toleranceS } = question;
  const network = findTripNetwork(dataset, scenario, setting, [place]);
  const timeTo = (plant: string): number => findTripTimeMs(network, from.place.id, plant);
  const { timeMs, plant } = toGroupTime(plants.choice, plants.plants, timeTo);
  const path = plant === null ? null : findTripPath(network, from.place.id, plant);
  return {
    to: plant,
    timeS: toSeconds(timeMs),
    verdict: toVerdict(timeMs, cutoffS, toleranceS),
    line: path === null ? [] : toRouteLine(network.state.dataset, toRoute(network, path)),
  };
}

function toTrip(question: Question, asked: Asked, place: Place): TripLine {
  return {
    from: toTripPlace(asked.from),
    group: asked.group,
    suppliers: asked.suppliers,
    base: toSide(question, question.base, asked, place),
    build: toSide(question, question.build, asked, place),
  };
}

/** From the place to every group, in the order of the data set. */
function listOutward({ groups }: Question, from: KnownPlace): readonly Asked[] {
  return groups.map((plants) => ({ from, group: plants.group, plants, suppliers: [] }));
}

/** From every site of the population's suppliers to the plant, by site id. */
function listInward({ dataset, origins }: Question, plant: KnownPlace): readonly Asked[] {
  const suppliersAt = new Map<string, string[]>();
  for (const { id, site, kind } of origins) {
    if (kind === 'supplier') suppliersAt.set(site, [...(suppliersAt.get(site) ?? []), id]);
  }
  const { id, group } = plant.origin;
  const plants = { group: group ?? '', choice: id, plants: [id] };
  return [...suppliersAt.keys()].toSorted().map((site) => ({
    ...{ from: findPlace(dataset, site), group, plants, suppliers: suppliersAt.get(site) ?? [] },
  }));
}

/**
 * The trips of a place: of a supplier, zone, seat or `lon,lat` to each group's deciding plant, of a plant from
 * each site of the request's suppliers. Times in seconds. Throws DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : listTripsFrom(dataset, {}, 'Z_SS_LP').trips.length; // → null
 */
export function listTripsFrom(dataset: Dataset, request: AnalysisRequest, place: string): TripsFrom {
  const isPlant = dataset.plants.some(({ id }) => id === place);
  const asked = { ...request, destinations: [] };
  const question = toTripQuestion(dataset, isPlant ? asked : { ...asked, origins: [place] });
  const known = findPlace(dataset, place);
  const trips = isPlant ? listInward(question, known) : listOutward(question, known);
  return {
    place: { ...known.origin, at: known.place.at },
    direction: isPlant ? 'to' : 'from',
    base: toTripScenario(question.base),
    build: toTripScenario(question.build),
    trips: trips.map((one) => toTrip(question, one, known.place)),
  };
}
