/** Minutes gained and lost against base at a place, from the answer: the one reading of map, legend and table. */
import type { QuickAnalysis } from '../../src/index.ts';

/** A group id; `best`: the nearest group; `worst`: the farthest one. */
export type ChangeOf = string;

export interface SiteChange {
  readonly origin: string;
  readonly baseS: number | null;
  readonly buildS: number | null;
  /** Build less base; null where either is unreachable. */
  readonly changeS: number | null;
  /** The cutoff is kept in one scenario and not in the other, for the group or groups looked at. */
  readonly flips: boolean;
}

/** Limits between the steps of the scale in seconds of change: gained is below 0. */
const STEP_LIMITS_S = [-900, -300, -30, 30, 300, 900] as const;

/** Step of the scale, 0 = most gained … 6 = most lost; null = cannot be said. */
export function toStep(changeS: number | null): number | null {
  return changeS === null ? null : STEP_LIMITS_S.filter((limit) => changeS >= limit).length;
}

interface Times {
  readonly times: Map<string, number | null>;
  readonly strict: Map<string, boolean>;
}

/** Times and verdicts by origin and group in a scenario. */
function listTimes({ groups }: QuickAnalysis, scenario: string): ReadonlyMap<string, Times> {
  const byOrigin = new Map<string, Times>();
  for (const { scenario: of, origin, group, timeS, verdict } of groups) {
    if (of !== scenario) continue;
    const known = byOrigin.get(origin) ?? { times: new Map(), strict: new Map() };
    known.times.set(group, timeS);
    known.strict.set(group, verdict === 'strict');
    byOrigin.set(origin, known);
  }
  return byOrigin;
}

/** The time looked at: of a group, of the nearest, of the farthest (unreachable is farther than all). */
function pick({ times }: Times, of: ChangeOf): number | null {
  if (of !== 'best' && of !== 'worst') return times.get(of) ?? null;
  const all = [...times.values()].map((timeS) => timeS ?? Infinity);
  const value = of === 'best' ? Math.min(...all) : Math.max(...all);
  return Number.isFinite(value) ? value : null;
}

function isFlipped(base: Times, build: Times, of: ChangeOf): boolean {
  const groups = of === 'best' || of === 'worst' ? [...base.strict.keys()] : [of];
  return groups.some((group) => base.strict.get(group) !== build.strict.get(group));
}

/** Change of every origin of the answer. */
export function listChanges(
  answer: QuickAnalysis,
  roles: { readonly base: string; readonly build: string },
  of: ChangeOf,
): readonly SiteChange[] {
  const [base, build] = [listTimes(answer, roles.base), listTimes(answer, roles.build)];
  return answer.origins.flatMap(({ id: origin }) => {
    const [without, withRoad] = [base.get(origin), build.get(origin)];
    if (without === undefined || withRoad === undefined) return [];
    const [baseS, buildS] = [pick(without, of), pick(withRoad, of)];
    const changeS = baseS === null || buildS === null ? null : buildS - baseS;
    return [{ origin, baseS, buildS, changeS, flips: isFlipped(without, withRoad, of) }];
  });
}
