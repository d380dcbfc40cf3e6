/**
 * From what a scenario file says to the scenario that is applied: the modifications of the scenarios it stands on come
 * first. Whether the file is sound is for `load/`, whether it can be applied for `apply.ts`.
 */
import type { Scenario, ScenarioFile } from '../model/scenario.ts';
import { isMonthOrDay } from './dates.ts';

/** A scenario of that id; undefined where there is none. */
export type FindById = (id: string) => Scenario | undefined;

export type Member = Pick<Scenario, 'id' | 'dependencies'>;

/** What a scenario stands on. */
export interface Standing {
  /** Undefined where that is a day. */
  readonly base: Scenario | undefined;
  /** The scenarios it stands on and itself, the first one first. */
  readonly members: readonly Member[];
}

/** The scenarios that one stands on and itself, the first one first. */
function listMembers(scenario: Scenario | undefined, find: FindById): readonly Member[] {
  if (scenario === undefined) return [];
  return [...(scenario.standsOn ?? []).flatMap((id) => find(id) ?? []), scenario];
}

/** What a file stands on; null where it names neither a scenario there is nor a day. */
export function findStanding(file: ScenarioFile, find: FindById): Standing | null {
  // Named like the day it stands on: the day.
  const base = file.base === file.id ? undefined : find(file.base);
  if (base === undefined && !isMonthOrDay(file.base)) return null;
  return { base, members: [...listMembers(base, find), file] };
}

function listMissing(members: readonly Member[]): readonly string[] {
  const there = new Set(members.map(({ id }) => id));
  const asked = members.flatMap(({ dependencies }) => dependencies?.corequisites ?? []);
  return [...new Set(asked)].filter((id) => !there.has(id));
}

/** The scenario of a file on what it stands on. */
export function toScenario(file: ScenarioFile, { base, members }: Standing): Scenario {
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

/**
 * The scenario of a file that is known to be sound, as `readScenario` gives it; null where what it stands on is not
 * there.
 *
 * @example
 * const file = { schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: '2010-12', modifications: [] } as const;
 * standOn(file, () => undefined)?.date; // → '2010-12'
 */
export function standOn(file: ScenarioFile, find: FindById): Scenario | null {
  const standing = findStanding(file, find);
  return standing === null ? null : toScenario(file, standing);
}
