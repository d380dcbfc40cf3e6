/**
 * What a scenario over a city is made of, as things that are there or not: a road that is built, a road to come that is
 * opened, a row that changes roads, or several rows of one name. A thing stands on another where a row of it cannot be
 * applied without the other; every other set of them has to be a scenario, or it is told.
 */
import type { Modification, Scenario } from '../../model/scenario.ts';
import { DataError, type Problem } from '../../problems.ts';
import { toProblem } from '../../scenario/check.ts';
import { MM_PER_M } from '../../units.ts';
import { listPlayers, MOST_PLAYERS } from '../../value/game.ts';
import { closeNeeds, listFeasibleSets, toDirectNeeds, type Needs } from '../../value/precedence.ts';
import { findAdded, toLinkId, type CityTrial } from './draft.ts';
import { listStepLinks } from './effects.ts';
import { listCitySteps } from './modifications.ts';
import { nameRows, type NamedRow } from './rows.ts';

/** A thing that a scenario can do without, or a thing that stands on it. */
export interface RoadPlayer {
  /** Label, id of a road that is built, name of a road to come, or `row-3`. */
  readonly id: string;
  /** Its rows, the first one first; of a row that dates several roads its part. */
  readonly rows: readonly NamedRow[];
  /** Ids of links that it builds, closes or gives other values, with their lengths. */
  readonly links: ReadonlyMap<string, number>;
}

export interface RoadPlayers {
  readonly players: readonly RoadPlayer[];
  /** All that each stands on, directly or over others. */
  readonly needs: Needs;
  /** Those that each stands on with nothing between. */
  readonly direct: Needs;
  /** Feasible sets, rising; each of them is a scenario. */
  readonly sets: readonly number[];
  /** Rows that are there in every set: those of places and those that were not asked about. */
  readonly given: readonly NamedRow[];
  /** The scenario with the players of a set. */
  readonly toScenario: (set: number) => Scenario;
}

/** So many things that are wrong are told: each set has its own. */
const TOLD = 5;

/** What is wrong with rows, each beside the row. */
interface Wrong {
  readonly row: NamedRow;
  readonly problem: Problem;
}

function listWrong(trial: CityTrial, rows: readonly NamedRow[]): readonly Wrong[] {
  const steps = listCitySteps(
    trial,
    rows.map(({ modification }) => modification),
  );
  return steps.flatMap(({ problems }, i) => {
    const row = rows[i] as NamedRow;
    return problems.map(({ path, ...problem }) => {
      const own = path.replace(/^modifications\[\d+\]/, `modifications[${row.place}]`);
      return { row, problem: { ...problem, path: own } };
    });
  });
}

/** The rows of a scenario that can be applied; where a row cannot be split, none is. */
function listRows(trial: CityTrial, { modifications }: Scenario): readonly NamedRow[] {
  const split = nameRows(modifications, true);
  return listWrong(trial, split).length === 0 ? split : nameRows(modifications, false);
}

function toLengthM({ ground: { network } }: CityTrial, link: number, builtMm: number | undefined): number {
  return (builtMm ?? network.links.lengthMm[link] ?? 0) / MM_PER_M;
}

/** Links by the name of the rows that touch them. */
function findLinks(
  trial: CityTrial,
  rows: readonly NamedRow[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const steps = listCitySteps(
    trial,
    rows.map(({ modification }) => modification),
  );
  const found = new Map<string, Map<string, number>>();
  for (const [i, step] of steps.entries()) {
    const name = rows[i]?.name ?? null;
    if (name === null) continue;
    const own = found.get(name) ?? new Map<string, number>();
    found.set(name, own);
    const { built, closed, changed } = listStepLinks(step);
    for (const link of [...built, ...closed, ...changed].toSorted((a, b) => a - b))
      own.set(toLinkId(step.after, link), toLengthM(trial, link, findAdded(step.after, link)?.lengthMm));
  }
  return found;
}

const toRequestProblem = (expected: string, found: unknown, code: Problem['code']): Problem => ({
  ...toProblem('sections', expected, found, code),
  file: 'request',
});

/** What is wrong with the names that are asked about: none, too many, twice, or not there. */
function checkNames(names: readonly string[], asked: readonly string[]): readonly Problem[] {
  const expected = `a road or a row of the scenario: ${names.join(', ')}`;
  const isMany = asked.length === 0 || asked.length > MOST_PLAYERS;
  const count = `1 to ${MOST_PLAYERS} roads and rows that change roads: rows of one label count as one, and --sections names some`;
  return [
    ...asked.filter((id) => !names.includes(id)).map((id) => toRequestProblem(expected, id, 'unknown-id')),
    ...asked
      .filter((id, i) => asked.indexOf(id) !== i)
      .map((id) => toRequestProblem('every one once', id, 'duplicate-id')),
    ...(isMany ? [toRequestProblem(count, asked.length, 'out-of-range')] : []),
  ];
}

/** Rows by the set of players there is. */
type ListRows = (set: number) => readonly NamedRow[];

/** What each player stands on: all without whom a row of it is none. */
function findNeeds(
  trial: CityTrial,
  names: readonly string[],
  list: ListRows,
): { readonly needs: Needs; readonly problems: readonly Problem[] } {
  const all = 2 ** names.length - 1;
  const needs = names.map(() => 0);
  const problems: Problem[] = [];
  for (const [player, name] of names.entries()) {
    for (const { row } of listWrong(trial, list(all - 2 ** player))) {
      const over = names.indexOf(row.name ?? '');
      if (over >= 0) needs[over] = (needs[over] ?? 0) | (1 << player);
      else problems.push(toGivenProblem(row, name));
    }
  }
  return { needs: closeNeeds(needs), problems };
}

/** A row that is to be there in every set cannot stand on a player. */
function toGivenProblem({ place, name }: NamedRow, player: string): Problem {
  const expected = `${name ?? 'this row'} to be asked about too: it stands on ${player}`;
  return { ...toProblem(`modifications[${place}]`, expected, 'not among --sections', 'contradiction') };
}

/** Players that stand on one another are one, by the same label. */
function listCircles(names: readonly string[], needs: Needs): readonly Problem[] {
  const own = names.filter((_, player) => ((needs[player] as number) >>> player) & 1);
  if (own.length === 0) return [];
  const expected = 'rows that stand on one another to bear one label';
  return [toProblem('modifications', expected, own, 'contradiction')];
}

/** Feasible sets that are no scenario: a row needs one of some players, whichever. */
function listNoScenarios(
  trial: CityTrial,
  names: readonly string[],
  sets: readonly number[],
  list: ListRows,
): readonly Problem[] {
  const told: Problem[] = [];
  for (const set of sets) {
    const there = listPlayers(set).map((player) => names[player] ?? '');
    for (const { problem } of listWrong(trial, list(set))) {
      const expected = `a scenario with ${there.join(', ')} alone (rows that need one of several others bear a label with them): ${problem.expected}`;
      told.push({ ...problem, expected });
    }
    if (told.length >= TOLD) break;
  }
  return told.slice(0, TOLD);
}

function expectNone(problems: readonly Problem[], { id }: Scenario): void {
  if (problems.length === 0) return;
  throw new DataError(problems.map((one) => (one.file === '' ? { ...one, file: `scenario ${id}` } : one)));
}

/**
 * The players of a scenario that can be applied: those asked about, else all. Throws DataError with everything wrong:
 * names that are not there, more than 12, rows that stand on one another, and sets that are no scenario.
 */
export function openPlayers(trial: CityTrial, scenario: Scenario, asked?: readonly string[]): RoadPlayers {
  const rows = listRows(trial, scenario);
  const names = [...new Set(rows.flatMap(({ name }) => name ?? []))];
  const chosen = asked ?? names;
  expectNone(checkNames(names, chosen), scenario);
  const list: ListRows = (set) =>
    rows.filter(({ name }) => {
      const player = chosen.indexOf(name ?? '');
      return player < 0 || ((set >>> player) & 1) === 1;
    });
  const { needs, problems } = findNeeds(trial, chosen, list);
  expectNone(problems.length > 0 ? problems : listCircles(chosen, needs), scenario);
  const sets = listFeasibleSets(needs);
  expectNone(listNoScenarios(trial, chosen, sets, list), scenario);
  const links = findLinks(trial, rows);
  return {
    ...{ needs, direct: toDirectNeeds(needs), sets, given: list(0) },
    players: chosen.map((id): RoadPlayer => {
      const own = rows.filter(({ name }) => name === id);
      return { id, rows: own, links: links.get(id) ?? new Map<string, number>() };
    }),
    toScenario: (set) => {
      const modifications = list(set).map(({ modification }): Modification => modification);
      return { ...scenario, modifications };
    },
  };
}
