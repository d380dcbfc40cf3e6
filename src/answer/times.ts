/** Times of one question in one scenario and setting: the skim, and what it says of each group. */
import { toGroupTime, type GroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import { skim, type Skim } from '../matrix/skim.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Setting } from '../network/setting.ts';
import type { Question } from './question.ts';

export interface Times {
  readonly scenario: Scenario;
  readonly setting: Setting;
  /** From every site and every plant to every target. */
  readonly skim: Skim;
}

/** Times already made for a question, with corners and without: several parts of the answer ask for the same. */
const MADE = new WeakMap<Question, Map<string, Times>>();

/** All sites and plants in a scenario; what was timed for the question before is given back. */
export function timeScenario(
  question: Question,
  scenario: Scenario,
  setting: Setting,
  corners: boolean,
): Times {
  const made = MADE.get(question) ?? new Map<string, Times>();
  MADE.set(question, made);
  const toKey = (withCorners: boolean): string =>
    JSON.stringify([scenario.id, setting.vehicleClass.id, setting.trafficState.id, withCorners]);
  const known = made.get(toKey(true)) ?? made.get(toKey(corners));
  if (known !== undefined) return known;
  const times = searchScenario(question, scenario, setting, corners);
  made.set(toKey(corners), times);
  return times;
}

function searchScenario(question: Question, scenario: Scenario, setting: Setting, corners: boolean): Times {
  const { dataset, sites, targets } = question;
  const plants = targets.filter(({ id }) => dataset.plants.some((plant) => plant.id === id));
  const origins = [...new Map([...sites, ...plants].map((place) => [place.id, place])).values()];
  return { scenario, setting, skim: skim(dataset, scenario, setting, origins, targets, { corners }) };
}

/** Group time of a site: the choice's plant and its ms; `read` picks the time or one of its corners. */
export function findGroupTime(
  { skim: { find } }: Times,
  site: string,
  { choice, plants }: GroupPlants,
  read: 'timeMs' | 'lowMs' | 'highMs' = 'timeMs',
): GroupTime {
  return toGroupTime(choice, plants, (plant) => find(site, plant)[read]);
}

/** Placed suppliers among the origins with their times to every group. */
export function listSupplierTimes(
  question: Question,
  times: Times,
  groups: readonly GroupPlants[] = question.groups,
): readonly SupplierTimes[] {
  const records = new Map(question.dataset.suppliers.map((record) => [record.id, record]));
  return question.origins.flatMap((origin) => {
    const record = records.get(origin.id);
    if (origin.kind !== 'supplier' || record === undefined) return [];
    const timesMs = toTimesMs(times, origin, groups);
    const { keiretsu: ownGroup, tier, volume } = record;
    return [{ id: origin.id, site: origin.site, timesMs, ownGroup, tier, volume }];
  });
}

function toTimesMs(
  times: Times,
  { site }: AnswerOrigin,
  groups: readonly GroupPlants[],
): ReadonlyMap<string, number> {
  return new Map(groups.map((one) => [one.group, findGroupTime(times, site, one).timeMs]));
}
