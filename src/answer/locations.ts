/**
 * Where to locate: zones and seats ranked by the assembler groups they reach within the cutoff, without and
 * with the belt. More groups (strict) come first; among as many the one whose slowest group is nearer, a group
 * without any way counting as farther than all. Places equal in both share a rank, the next rank is left out
 * (1, 2, 2, 4), and they are listed by id. What the road allows: land, rent and labour are not in it.
 */
import { toGroupTime } from '../condition/groups.ts';
import { passes, toVerdict } from '../condition/verdict.ts';
import type { Dataset } from '../model/dataset.ts';
import type { RankedLocation, Locations, LocationSide, LocationTime } from '../model/locations.ts';
import type { Scenario } from '../model/scenario.ts';
import { toSeconds } from './cells.ts';
import { findPlace, type KnownPlace } from './place.ts';
import type { Question } from './question.ts';
import type { AnalysisRequest } from './request.ts';
import { toTripScenario } from './trip-explanation.ts';
import { findTripNetwork, findTripTimeMs } from './trip-network.ts';
import { toTripQuestion } from './trip-question.ts';

type Unranked = Omit<LocationSide, 'rank'>;

function toSide(question: Question, scenario: Scenario, site: string): Unranked {
  const { dataset, setting, groups, sites, cutoffS, toleranceS } = question;
  const network = findTripNetwork(dataset, scenario, setting, sites);
  const found = groups.map(({ group, choice, plants }) => ({
    ...{ group, ...toGroupTime(choice, plants, (plant) => findTripTimeMs(network, site, plant)) },
  }));
  const times = found.map(({ group, plant, timeMs }): LocationTime => {
    return { group, plant, timeS: toSeconds(timeMs), verdict: toVerdict(timeMs, cutoffS, toleranceS) };
  });
  return {
    strict: times.filter(({ verdict }) => passes(verdict, 'strict')).length,
    tolerant: times.filter(({ verdict }) => passes(verdict, 'tolerant')).length,
    worstS: toSeconds(Math.max(...found.map(({ timeMs }) => timeMs))),
    times,
  };
}

/** Below 0 = the first is the better location. */
function compare(a: Unranked, b: Unranked): number {
  if (a.strict !== b.strict) return b.strict - a.strict;
  if (a.worstS === b.worstS) return 0;
  return (a.worstS ?? Infinity) < (b.worstS ?? Infinity) ? -1 : 1;
}

/** Ranks in the order given: one more than the number of better ones. */
function addRanks(sides: readonly Unranked[]): readonly LocationSide[] {
  return sides.map((side) => {
    const rank = 1 + sides.filter((other) => compare(other, side) < 0).length;
    return { ...side, rank };
  });
}

function toLocation({ origin, place }: KnownPlace, base: LocationSide, build: LocationSide): RankedLocation {
  const { id, name, nameZh, district, kind } = origin;
  const rankGain = base.rank - build.rank;
  return { id, name, nameZh, district, kind, at: place.at, base, build, rankGain };
}

function listRanked(question: Question): readonly RankedLocation[] {
  const known = question.origins.map(({ id }) => findPlace(question.dataset, id));
  const rankIn = (scenario: Scenario): readonly LocationSide[] =>
    addRanks(known.map(({ place }) => toSide(question, scenario, place.id)));
  const [base, build] = [rankIn(question.base), rankIn(question.build)];
  return known
    .flatMap((one, i) => {
      const [before, after] = [base[i], build[i]];
      return before === undefined || after === undefined ? [] : [toLocation(one, before, after)];
    })
    .toSorted((a, b) => a.build.rank - b.build.rank || (a.id < b.id ? -1 : 1));
}

/**
 * Ranks the zones and seats of a data set, or the origins that the request names, in base and build. Throws
 * DataError with everything wrong in the request.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * dataset === null ? null : rankLocations(dataset, { cutoffS: 2700 }).locations[0]?.id; // → null
 */
export function rankLocations(dataset: Dataset, request: AnalysisRequest = {}): Locations {
  const origins = request.origins ?? dataset.zones.map(({ id }) => id);
  const question = toTripQuestion(dataset, { ...request, origins, destinations: [] });
  const { setting, groups, cutoffS, toleranceS } = question;
  return {
    schema: 'beltway/locations@1',
    data: { id: dataset.header.id, title: dataset.header.title, digest: dataset.digest },
    vehicleClass: setting.vehicleClass.id,
    traffic: setting.trafficState.id,
    valueOfTimeCnyPerH: setting.valueOfTimeCnyPerH,
    groupChoice: Object.fromEntries(groups.map(({ group, choice }) => [group, choice])),
    ...{ cutoffS, toleranceS },
    base: toTripScenario(question.base),
    build: toTripScenario(question.build),
    locations: listRanked(question),
  };
}
