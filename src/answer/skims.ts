/**
 * Skims kept between questions. Those between places on record are the same whoever is put beside them, so that a
 * supplier or plant that a scenario adds costs its own row and column; and they are the same for scenarios that neither
 * roads nor places tell apart, since a supplier is asked about without the road, too.
 */
import { toUnreachable } from '../matrix/cell.ts';
import { skim, type Skim } from '../matrix/skim.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Place } from '../network/connectors.ts';
import { toSettingKey, type Setting } from '../network/setting.ts';
import { toStandingKey } from '../network/topology.ts';
import { applyScenario } from '../scenario/apply.ts';
import { findWithoutPlaces } from '../scenario/what-if.ts';
import { keep } from './memory.ts';
import type { Question } from './question.ts';

/** Cells and times by the ids of places. */
export type PairTimes = Pick<Skim, 'find' | 'findMs'>;

interface Ends {
  readonly origins: readonly Place[];
  readonly targets: readonly Place[];
}

/** How times are asked for: in which scenario and setting, with both corners or not. */
export interface Asked {
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly corners: boolean;
}

function keepSkim({ dataset, onRecord }: Question, asked: Asked, { origins, targets }: Ends): Skim {
  const { scenario, setting, corners } = asked;
  const state = applyScenario(dataset, scenario);
  const stand = ({ id, at }: Place): Place => ({ id, at: state.at.get(id) ?? at });
  const standing = [origins, targets].map((places) => toStandingKey(state, places.map(stand)));
  const inputs = [state.roads, ...standing, toSettingKey(setting), corners];
  return keep(onRecord, 'skims', inputs, () =>
    skim(dataset, scenario, setting, origins, targets, { corners }),
  );
}

/** Ids of the places that scenarios have added to those on record. */
function listAdded({ dataset }: Question): ReadonlySet<string> {
  const before = findWithoutPlaces(dataset);
  if (before === dataset) return new Set();
  const known = new Set([...before.plants, ...before.zones].map(({ id }) => id));
  return new Set([...dataset.plants, ...dataset.zones].map(({ id }) => id).filter((id) => !known.has(id)));
}

/** From and to places that a scenario has not. */
function toNowhere({ corners }: Asked): PairTimes {
  const cornerMs = corners ? Infinity : NaN;
  return {
    find: (origin, destination) => {
      return { origin, destination, ...toUnreachable(), lowMs: cornerMs, highMs: cornerMs };
    },
    findMs: () => Infinity,
  };
}

/** Times between places, from skims that are kept. Throws DataError as `skim` does. */
export function findPairTimes(question: Question, asked: Asked, { origins, targets }: Ends): PairTimes {
  const added = listAdded(question);
  const isAdded = ({ id }: Place): boolean => added.has(id);
  const isKnown = ({ id }: Place): boolean => !added.has(id);
  const known = { origins: origins.filter(isKnown), targets: targets.filter(isKnown) };
  const table = keepSkim(question, asked, known);
  if (added.size === 0) return table;
  const { absent } = applyScenario(question.dataset, asked.scenario);
  const isNowhere = [...added].every((id) => absent.has(id));
  const time = (ends: Ends): PairTimes => (isNowhere ? toNowhere(asked) : keepSkim(question, asked, ends));
  const rows = time({ origins: origins.filter(isAdded), targets });
  const more = { origins: known.origins, targets: targets.filter(isAdded) };
  // Suppliers are no targets.
  const columns = more.targets.length === 0 ? table : time(more);
  const choose = (origin: string, target: string): PairTimes =>
    added.has(origin) ? rows : added.has(target) ? columns : table;
  return {
    find: (origin, target) => choose(origin, target).find(origin, target),
    findMs: (origin, target) => choose(origin, target).findMs(origin, target),
  };
}
