/**
 * From what a scenario file says to the scenario that is applied: the modifications of the scenarios it stands on come
 * first, and what it needs of other scenarios is compared with them.
 */
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import { isDate } from './dates.ts';
import type { Report, Spot } from './report.ts';
import { listSound, type Rows } from './rows.ts';

/** A day that a scenario may stand on: a year alone would leave the day to a guess. */
const MONTH_OR_DAY = /^\d{4}-\d{2}/;

/** A scenario of that id; undefined where there is none. */
export type FindById = (id: string) => Scenario | undefined;

type Member = Pick<Scenario, 'id' | 'dependencies'>;

/** The scenarios that one stands on and itself, the first one first. */
function listMembers(scenario: Scenario | undefined, find: FindById): readonly Member[] {
  if (scenario === undefined) return [];
  return [...(scenario.standsOn ?? []).flatMap((id) => find(id) ?? []), scenario];
}

function tellUnknownBase({ base }: ScenarioFile, ids: readonly string[], spot: Spot, report: Report): void {
  const expected = `the id of a scenario (${ids.join(', ')}) or a date YYYY-MM or YYYY-MM-DD`;
  report.tell(spot, ['base'], 'unknown-id', expected, base);
}

/** What a scenario has to stand on and does not, and what it may not be applied with. */
function checkDependencies(members: readonly Member[], spot: Spot, report: Report): void {
  for (const [i, { id, dependencies = {} }] of members.entries()) {
    const before = new Set(members.slice(0, i).map((one) => one.id));
    const others = new Set(members.map((one) => one.id).filter((one) => one !== id));
    const { prerequisites = [], conflicts = [] } = dependencies;
    const under = i === members.length - 1 ? 'it' : id;
    for (const one of prerequisites.filter((other) => !before.has(other)))
      report.tell(spot, ['dependencies', 'prerequisites'], 'contradiction', `${under} to stand on ${one}`, [
        ...before,
      ]);
    for (const one of conflicts.filter((other) => others.has(other)))
      report.tell(spot, ['dependencies', 'conflicts'], 'contradiction', `${under} without ${one}`, [
        ...others,
      ]);
  }
}

function listMissing(members: readonly Member[]): readonly string[] {
  const there = new Set(members.map(({ id }) => id));
  const asked = members.flatMap(({ dependencies }) => dependencies?.corequisites ?? []);
  return [...new Set(asked)].filter((id) => !there.has(id));
}

function toScenario(file: ScenarioFile, base: Scenario | undefined, members: readonly Member[]): Scenario {
  const { id, title, titleZh = title, dependencies, note } = file;
  const missing = listMissing(members);
  return {
    ...{ id, title, titleZh, date: base?.date ?? file.base },
    modifications: [...(base?.modifications ?? []), ...file.modifications],
    ...(base === undefined ? {} : { standsOn: members.slice(0, -1).map((one) => one.id) }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(missing.length === 0 ? {} : { missing }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The scenario of a file; null after telling what is wrong with what it stands on. */
export function chainScenario(
  file: ScenarioFile,
  find: FindById,
  ids: readonly string[],
  spot: Spot,
  report: Report,
): Scenario | null {
  // Named like the day it stands on: the day.
  const base = file.base === file.id ? undefined : find(file.base);
  if (base === undefined && !(MONTH_OR_DAY.test(file.base) && isDate(file.base))) {
    tellUnknownBase(file, ids, spot, report);
    return null;
  }
  const members = [...listMembers(base, find), file];
  checkDependencies(members, spot, report);
  return toScenario(file, base, members);
}

/** The scenarios of all sound files, in the order of the files; those that stand on themselves are told. */
export function chainScenarios(rows: Rows<ScenarioFile>, report: Report): readonly Scenario[] {
  const entries = listSound(rows);
  const ids = entries.map(({ value }) => value.id);
  const done = new Map<string, Scenario>();
  const under = new Set<string>();
  const find = (id: string): Scenario | undefined => {
    const entry = entries.find(({ value }) => value.id === id);
    if (entry === undefined || done.has(id)) return done.get(id);
    if (under.has(id)) {
      report.tell(
        entry.spot,
        ['base'],
        'contradiction',
        'a scenario that does not stand on itself',
        entry.value.base,
      );
      return undefined;
    }
    under.add(id);
    const scenario = chainScenario(entry.value, find, ids, entry.spot, report);
    under.delete(id);
    if (scenario !== null) done.set(id, scenario);
    return scenario ?? undefined;
  };
  return ids.flatMap((id) => find(id) ?? []);
}
