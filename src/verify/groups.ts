/** Group times and one-hour verdicts of an answer, from cells derived again. */
import type { AnswerGroup, GroupVerdict } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ReadAnswer } from './answer-shape.ts';
import { toKey, type DerivedCells } from './cells.ts';
import { tell, type Findings } from './shape.ts';
import { listProducing } from './sites.ts';

/** A group row without the names it stands under. */
type DerivedGroup = Pick<AnswerGroup, 'plant' | 'timeS' | 'verdict' | 'corners'>;

/** By scenario, origin and group. */
export type DerivedGroups = ReadonlyMap<string, DerivedGroup>;

type Measure = 'timeS' | 'lowS' | 'highS';

/** Plants that answer for a group, rising by id: those in production for any and every, else the one named. */
function listPlants(dataset: Dataset, answer: ReadAnswer, group: string): readonly string[] {
  const choice = answer.groupChoice[group] ?? 'any';
  if (choice === 'any' || choice === 'every') return listProducing(dataset, group, answer.plantDate);
  const named = dataset.plants.find(({ id }) => id === choice);
  return named?.group === group && named.kind === 'vehicle' ? [choice] : [];
}

function toVerdict(timeS: number, answer: ReadAnswer): GroupVerdict {
  if (timeS === Infinity) return 'unreachable';
  if (timeS <= answer.cutoffS) return 'strict';
  return timeS <= answer.cutoffS + answer.toleranceS ? 'tolerant' : 'no';
}

function toCorners(lowS: number, highS: number, cutoffS: number): AnswerGroup['corners'] {
  if (highS <= cutoffS) return 'all';
  return lowS <= cutoffS ? 'some' : 'none';
}

/** Nearest of the plants, or for `every` the farthest; unreached counts as endless, and so does a group without any. */
function deriveGroup(
  answer: ReadAnswer,
  plants: readonly string[],
  every: boolean,
  read: (plant: string, measure: Measure) => number,
): DerivedGroup {
  const decide = (measure: Measure): number => {
    const times = plants.map((plant) => read(plant, measure));
    return every && times.length > 0 ? Math.max(...times) : Math.min(...times);
  };
  const timeS = decide('timeS');
  const reached = timeS < Infinity;
  return {
    plant: (reached ? plants.find((plant) => read(plant, 'timeS') === timeS) : undefined) ?? null,
    timeS: reached ? timeS : null,
    verdict: toVerdict(timeS, answer),
    corners: toCorners(decide('lowS'), decide('highS'), answer.cutoffS),
  };
}

/** Every group of the data from every origin in every scenario. */
export function deriveGroups(dataset: Dataset, answer: ReadAnswer, cells: DerivedCells): DerivedGroups {
  const groups = dataset.header.groups.map(({ id }) => ({ id, plants: listPlants(dataset, answer, id) }));
  const derived = new Map<string, DerivedGroup>();
  for (const { id: scenario } of answer.scenarios) {
    for (const origin of answer.origins) {
      for (const group of groups) {
        const every = answer.groupChoice[group.id] === 'every';
        const read = (plant: string, measure: Measure): number =>
          cells.get(toKey(scenario, origin.site, plant))?.[measure] ?? Infinity;
        const key = toKey(scenario, origin.id, group.id);
        derived.set(key, deriveGroup(answer, group.plants, every, read));
      }
    }
  }
  return derived;
}

/** Reports group rows that differ from the derived ones, that are missing, strange or stand twice. */
export function checkGroups(answer: ReadAnswer, derived: DerivedGroups, findings: Findings): void {
  const left = new Set(derived.keys());
  for (const [i, row] of answer.groups.entries()) {
    const own = toKey(row.scenario, row.origin, row.group);
    const where = `groups[${i}] (${row.scenario}: ${row.origin} to ${row.group})`;
    const expected = derived.get(own);
    if (expected === undefined || !left.delete(own)) {
      tell(findings, where, 'each group the answer asks about once', own, 'duplicate-id');
      continue;
    }
    for (const key of ['plant', 'timeS', 'verdict', 'corners'] as const) {
      if (row[key] === expected[key]) continue;
      tell(findings, `${where}.${key}`, String(expected[key]), String(row[key]), 'contradiction');
    }
  }
  for (const own of left) tell(findings, 'groups', own, 'none', 'missing');
}
