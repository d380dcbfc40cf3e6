/** Times of one origin to every group, base beside build, from the answer. */
import type { QuickAnalysis, TripsFrom } from '../../src/index.ts';

export interface GroupTime {
  readonly group: string;
  readonly baseS: number | null;
  readonly buildS: number | null;
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
      return [{ group: base.group, baseS: base.timeS, buildS: build.timeS }];
    });
}

/** The same of the trips out of a place that the answer does not have, such as a free point. */
export function listTripTimes({ direction, trips }: TripsFrom): readonly GroupTime[] {
  if (direction === 'to') return [];
  return trips.flatMap(({ group, base, build }) =>
    group === null ? [] : [{ group, baseS: base.timeS, buildS: build.timeS }],
  );
}
