/** Times of one question in one scenario and setting: the skim, and what it says of each group. */
import { toGroupTime, type GroupTime } from '../condition/groups.ts';
import type { GroupPlants } from '../condition/group-pairs.ts';
import type { SupplierTimes } from '../independence/supplier-times.ts';
import type { AnswerOrigin } from '../model/answer.ts';
import type { Scenario } from '../model/scenario.ts';
import { toPlaceKey } from '../network/connectors.ts';
import { toSettingKey, type Setting } from '../network/setting.ts';
import { findTimes, keep, keepTimes } from './memory.ts';
import type { Question } from './question.ts';
import { findPairTimes, type PairTimes } from './skims.ts';

export interface Times {
  readonly scenario: Scenario;
  readonly setting: Setting;
  /** From every site and every plant to every target. */
  readonly skim: PairTimes;
}

/** Everything that times depend on; the same text only for the same times. */
function toKey(question: Question, scenario: Scenario, setting: Setting, corners: boolean): string {
  const { store, sites, targets } = question;
  // Sorted: another population is asked about at the same places in another order.
  const places = keep(store, 'places', [sites, targets], () =>
    JSON.stringify([sites, targets].map((list) => list.map(toPlaceKey).toSorted())),
  );
  return JSON.stringify([scenario, toSettingKey(setting), corners, places]);
}

/** All sites and plants in a scenario; what was timed before is given back, with corners also where none are asked. */
export function timeScenario(
  question: Question,
  scenario: Scenario,
  setting: Setting,
  corners: boolean,
): Times {
  const whole = toKey(question, scenario, setting, true);
  const known = corners ? undefined : findTimes<Times>(question.store, whole);
  if (known !== undefined) return known;
  const key = corners ? whole : toKey(question, scenario, setting, false);
  return keepTimes(question.store, key, () => searchScenario(question, scenario, setting, corners));
}

function searchScenario(question: Question, scenario: Scenario, setting: Setting, corners: boolean): Times {
  const { dataset, sites, targets } = question;
  const plantIds = new Set(dataset.plants.map(({ id }) => id));
  const plants = targets.filter(({ id }) => plantIds.has(id));
  const origins = [...new Map([...sites, ...plants].map((place) => [place.id, place])).values()];
  const asked = { scenario, setting, corners };
  return { scenario, setting, skim: findPairTimes(question, asked, { origins, targets }) };
}

/** Group time of a site: the choice's plant and its ms; `read` picks the time or one of its corners. */
export function findGroupTime(
  { skim: { find, findMs } }: Times,
  site: string,
  { choice, plants }: GroupPlants,
  read: 'timeMs' | 'lowMs' | 'highMs' = 'timeMs',
): GroupTime {
  return toGroupTime(choice, plants, (plant) =>
    read === 'timeMs' ? findMs(site, plant) : find(site, plant)[read],
  );
}

/** Placed suppliers among the origins with their times to every group. */
export function listSupplierTimes(
  question: Question,
  times: Times,
  groups: readonly GroupPlants[] = question.groups,
): readonly SupplierTimes[] {
  const { origins, store } = question;
  return keep(store, 'supplier-times', [times, origins, groups], () =>
    readSupplierTimes(question, times, groups),
  );
}

function readSupplierTimes(
  question: Question,
  times: Times,
  groups: readonly GroupPlants[],
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
