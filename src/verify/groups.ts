/** Group times and one-hour verdicts of an answer, from cells derived again. */
import type { AnswerGroup, GroupVerdict } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ReadAnswer } from './answer-shape.ts';
import { toKey, type Derived, type DerivedCells } from './cells.ts';
import { tell, type Findings } from './shape.ts';
import { listProducing } from './sites.ts';

interface Reached {
  readonly plant: string;
  readonly cell: Derived;
}

/** Unreached counts as endless: nearest of nothing, farthest of all. */
const orEndless = (timeS: number | null): number => timeS ?? Infinity;

/** Plants that answer for a group, rising by id: those in production for any and every, else the one named. */
function listPlants(dataset: Dataset, answer: ReadAnswer, group: string): readonly string[] {
  const choice = answer.groupChoice[group] ?? 'any';
  if (choice === 'any' || choice === 'every') return listProducing(dataset, group, answer.plantDate);
  const named = dataset.plants.find(({ id }) => id === choice);
  return named?.group === group && named.kind === 'vehicle' ? [choice] : [];
}

function timeOfGroup(
  plants: readonly Reached[],
  every: boolean,
  measure: 'timeS' | 'lowS' | 'highS',
): number {
  const times = plants.map(({ cell }) => orEndless(cell[measure]));
  return every ? Math.max(...times) : Math.min(...times);
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

function compareGroup(
  row: AnswerGroup,
  plants: readonly Reached[],
  answer: ReadAnswer,
  tellAt: (key: string, expected: unknown, found: unknown) => void,
): void {
  const every = answer.groupChoice[row.group] === 'every';
  const timeS = timeOfGroup(plants, every, 'timeS');
  const expected = timeS === Infinity ? null : timeS;
  if (row.timeS !== expected) tellAt('timeS', expected, row.timeS);
  const verdict = toVerdict(timeS, answer);
  if (row.verdict !== verdict) tellAt('verdict', verdict, row.verdict);
  const [lowS, highS] = [timeOfGroup(plants, every, 'lowS'), timeOfGroup(plants, every, 'highS')];
  const corners = toCorners(lowS, highS, answer.cutoffS);
  if (row.corners !== corners) tellAt('corners', corners, row.corners);
  const deciding = expected === null ? null : plants.find(({ cell }) => cell.timeS === expected)?.plant;
  if (row.plant !== deciding) tellAt('plant', deciding, row.plant);
}

/** Reports a row that differs from what the derived cells give. */
function checkGroup(
  dataset: Dataset,
  answer: ReadAnswer,
  derived: DerivedCells,
  site: string,
  row: AnswerGroup,
  tellAt: (key: string, expected: unknown, found: unknown) => void,
): void {
  const ids = listPlants(dataset, answer, row.group);
  const plants = ids.flatMap((plant): readonly Reached[] => {
    const cell = derived.get(toKey(row.scenario, site, plant));
    return cell === undefined ? [] : [{ plant, cell }];
  });
  if (plants.length === ids.length && ids.length > 0) compareGroup(row, plants, answer, tellAt);
  else tellAt('group', 'a group all whose plants the answer names', row.group);
}

/** Reports group rows that differ from what the derived cells give, that are missing or stand twice. */
export function checkGroups(
  dataset: Dataset,
  answer: ReadAnswer,
  derived: DerivedCells,
  findings: Findings,
): void {
  const siteOf = new Map(answer.origins.map(({ id, site }) => [id, site]));
  const seen = new Set<string>();
  for (const [i, row] of answer.groups.entries()) {
    const own = toKey(row.scenario, row.origin, row.group);
    const where = `groups[${i}] (${row.scenario}: ${row.origin} to ${row.group})`;
    if (seen.has(own)) tell(findings, where, 'each once', own, 'duplicate-id');
    seen.add(own);
    checkGroup(dataset, answer, derived, siteOf.get(row.origin) ?? '', row, (key, expected, found) =>
      tell(findings, `${where}.${key}`, String(expected), String(found), 'contradiction'),
    );
  }
  const groups = [...new Set(answer.destinations.flatMap(({ group }) => group ?? []))];
  const wanted = answer.scenarios.flatMap(({ id: scenario }) =>
    answer.origins.flatMap(({ id: origin }) => groups.map((group) => toKey(scenario, origin, group))),
  );
  for (const own of wanted.filter((key) => !seen.has(key))) tell(findings, 'groups', own, 'none', 'missing');
}
