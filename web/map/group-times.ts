/** Times of one origin to every group, base beside build, from the answer. */
import type { AnswerGroup, QuickAnalysis } from '../../src/index.ts';

export interface GroupTime {
  readonly group: string;
  readonly baseS: number | null;
  readonly buildS: number | null;
  readonly base: AnswerGroup;
  readonly build: AnswerGroup;
}

/** In the answer's order of groups; empty where the answer has no such origin. */
export function listGroupTimes(
  { groups }: QuickAnalysis,
  roles: { readonly base: string; readonly build: string },
  origin: string,
): readonly GroupTime[] {
  const own = groups.filter((one) => one.origin === origin);
  return own
    .filter(({ scenario }) => scenario === roles.base)
    .flatMap((base) => {
      const build = own.find(({ scenario, group }) => scenario === roles.build && group === base.group);
      if (build === undefined) return [];
      return [{ group: base.group, baseS: base.timeS, buildS: build.timeS, base, build }];
    });
}
