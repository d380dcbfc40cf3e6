/** What each modification of a scenario does to the roads and places of a city: counted, not judged. */
import { CLOSED, ROAD_STATUS, type ImportedNetwork } from '../../model/imported-network.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Effect } from '../../scenario/effects.ts';
import type { Step } from '../../scenario/steps.ts';
import { MM_PER_M } from '../../units.ts';
import { toStepMs } from '../graph.ts';
import { findAdded, type CityDraft, type CityTrial } from './draft.ts';
import { listCitySteps } from './modifications.ts';

/** Directions of a link that the vehicle may drive where it is open. */
function countWays(draft: CityDraft, link: number): number {
  const added = findAdded(draft, link);
  if (added !== null) return added.oneWay ? 1 : 2;
  const isDriven = (step: number): boolean => toStepMs(draft.ground.network, draft.profile, step) !== CLOSED;
  return [2 * link, 2 * link + 1].filter(isDriven).length;
}

const sum = (draft: CityDraft, links: Iterable<number>): number =>
  [...links].reduce((all, link) => all + countWays(draft, link), 0);

/** Links that have another value than before. */
function listOthers<T>(before: ReadonlyMap<number, T>, after: ReadonlyMap<number, T>): readonly number[] {
  return [...after].filter(([link, value]) => before.get(link) !== value).map(([link]) => link);
}

/** Links that a modification adds, takes away and gives other values, by number. */
interface StepLinks {
  readonly built: readonly number[];
  readonly closed: readonly number[];
  readonly changed: readonly number[];
}

/** What a modification does to links. */
export function listStepLinks({ before, after }: Step<CityDraft>): StepLinks {
  const first = after.ground.network.links.from.length;
  const added = Array.from({ length: after.links.length - before.links.length }, (_, i) => i);
  const changed = new Set([
    ...listOthers(before.postedKmh, after.postedKmh),
    ...listOthers(before.factors, after.factors),
    ...listOthers(before.dates, after.dates),
  ]);
  return {
    built: added.map((i) => first + before.links.length + i),
    closed: [...after.closed].filter((link) => !before.closed.has(link)),
    changed: [...changed],
  };
}

function compare(step: Step<CityDraft>): Effect {
  const { modification, before, after } = step;
  const { built, closed, changed } = listStepLinks(step);
  const moved = [...after.firms].filter(([id, firm]) => before.firms.get(id) !== firm);
  const builtMm = built.reduce((all, link) => all + (findAdded(after, link)?.lengthMm ?? 0), 0);
  return {
    modification,
    added: sum(after, built),
    removed: sum(after, closed),
    changed: sum(after, changed),
    builtM: builtMm / MM_PER_M,
    places: moved.length,
  };
}

/** The effects of a scenario that can be applied, in order; one that is switched off has none. */
export function listCityEffects(trial: CityTrial, { modifications }: Scenario): readonly Effect[] {
  return listCitySteps(trial, modifications).map(compare);
}

/** Directions of links that a vehicle may drive, roads to come and links that are cut left aside. */
export function countOpenWays(network: ImportedNetwork, profile: number): number {
  const { links, roads } = network;
  let count = 0;
  for (let step = 0; step < 2 * links.from.length; step += 1) {
    const isOpen = roads.status[links.road[step >>> 1] as number] === ROAD_STATUS.open;
    if (isOpen && toStepMs(network, profile, step) !== CLOSED) count += 1;
  }
  return count;
}
