/** What a scenario file stands on, and what it needs of other scenarios compared with that. */
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import { findStanding, toScenario, type FindById, type Member } from '../scenario/stand-on.ts';
import type { Report, Spot } from './report.ts';
import { listSound, type Rows } from './rows.ts';

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

/** The scenario of a file; null after telling what is wrong with what it stands on. */
export function chainScenario(
  file: ScenarioFile,
  find: FindById,
  ids: readonly string[],
  spot: Spot,
  report: Report,
): Scenario | null {
  const standing = findStanding(file, find);
  if (standing === null) {
    tellUnknownBase(file, ids, spot, report);
    return null;
  }
  checkDependencies(standing.members, spot, report);
  return toScenario(file, standing);
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
