/** What each modification of a scenario does to the roads and places of a data set, and what is wrong with it. */
import type { Dataset } from '../model/dataset.ts';
import type { Modification, Scenario } from '../model/scenario.ts';
import { findConnectors, type Place } from '../network/connectors.ts';
import { DataError, type Problem } from '../problems.ts';
import { applyScenario, checkWhole } from '../scenario/apply.ts';
import type { Draft } from '../scenario/draft.ts';
import { listDraftSteps } from '../scenario/modifications.ts';
import type { Step } from '../scenario/steps.ts';

/** What one modification does. */
export interface TriedModification {
  /** Each at a path from the modification on, such as `line[2]`; none where it is right or switched off. */
  readonly problems: readonly Problem[];
  /** Ids of the features that it builds, closes or changes. */
  readonly features: readonly string[];
  /** Metres of road that it builds: both directions once, ramps not at all. */
  readonly builtM: number;
}

export interface TriedScenario {
  /** One a modification, in order; those of the scenarios it stands on come first. */
  readonly modifications: readonly TriedModification[];
  /** Of the scenario as a whole: it cannot be applied at all. */
  readonly problems: readonly Problem[];
  /** The scenario with what is wrong switched off; the very scenario where nothing is. */
  readonly sound: Scenario;
}

/** Ids of the features whose links a step adds, takes away or gives other values. */
function listFeatures({ before, after }: Step<Draft>): readonly string[] {
  if (before.links === after.links) return [];
  const [old, now] = [new Set(before.links), new Set(after.links)];
  const changed = [
    ...before.links.filter((link) => !now.has(link)),
    ...after.links.filter((link) => !old.has(link)),
  ];
  return [...new Set(changed.map(({ featureId }) => featureId))];
}

function measureBuiltM({ before, after }: Step<Draft>): number {
  return after.built.links
    .slice(before.built.links.length)
    .filter(({ id, featureId, facility }) => id === featureId && facility !== 'ramp')
    .reduce((sumM, { lengthM }) => sumM + lengthM, 0);
}

/** The place that a modification puts somewhere. */
function findPlaced(modification: Modification): Place | null {
  const { kind } = modification;
  if (kind === 'add-plant') return modification;
  if (kind === 'move-plant') return { id: modification.plant, at: modification.at };
  return kind === 'add-supplier' ? { id: `${modification.id}-site`, at: modification.at } : null;
}

/** A place out of reach of every road, or across the water from it. */
function checkReach(dataset: Dataset, modification: Modification): readonly Problem[] {
  const place = modification.off === true ? null : findPlaced(modification);
  if (place === null) return [];
  try {
    findConnectors(dataset, place);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems;
  }
}

/** The roads that are left where what is wrong is passed over. */
function findRoads(dataset: Dataset, scenario: Scenario, draft: Draft | undefined): Dataset {
  if (draft === undefined || draft.built.links.length === 0) return dataset;
  return applyScenario(dataset, scenario).dataset;
}

function switchOff(scenario: Scenario, isWrong: (i: number) => boolean): Scenario {
  const modifications = scenario.modifications.map((modification, i): Modification => {
    return isWrong(i) ? { ...modification, off: true } : modification;
  });
  return { ...scenario, modifications };
}

/** `modifications[2].line[0]` → `line[0]`. */
function toPathWithin({ path, ...problem }: Problem): Problem {
  return { ...problem, path: path.replace(/^modifications\[\d+\]\.?/, '') };
}

/**
 * Tries the modifications of a scenario one after the other, each on what the sound ones before it leave. Nothing is
 * thrown for what is wrong.
 *
 * @example
 * const { dataset } = loadDataset(new Map());
 * const empty = { id: 'mine', title: 'Mine', titleZh: 'Mine', date: '2010-12', modifications: [] };
 * dataset === null ? null : tryModifications(dataset, empty).sound === empty; // → null
 */
export function tryModifications(dataset: Dataset, scenario: Scenario): TriedScenario {
  const steps = listDraftSteps(dataset, scenario.modifications);
  const problems = checkWhole(scenario);
  const roads = switchOff(scenario, (i) => (steps[i]?.problems.length ?? 0) > 0);
  const built = problems.length > 0 ? dataset : findRoads(dataset, roads, steps.at(-1)?.after);
  const modifications = steps.map((step, i): TriedModification => {
    const modification = scenario.modifications[i] as Modification;
    const own = step.problems.length > 0 ? step.problems : checkReach(built, modification);
    return { problems: own.map(toPathWithin), features: listFeatures(step), builtM: measureBuiltM(step) };
  });
  const isWrong = (i: number): boolean => (modifications[i]?.problems.length ?? 0) > 0;
  const sound = modifications.some((_, i) => isWrong(i)) ? switchOff(scenario, isWrong) : scenario;
  return { modifications, problems, sound };
}
