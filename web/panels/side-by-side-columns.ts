/**
 * Counts by traffic state: the state asked for, free flow and the slowest one. Free flow alone is biased against
 * a bypass, so the three stand beside each other as far as they have been computed.
 */
import type { Analysis, AnswerCompanion, Dataset, QuickAnalysis } from '../../src/index.ts';
import type { Counts, Pair } from './answer-counts.ts';

/** One traffic state; `counts` is null while it is still being computed. */
export interface Column {
  readonly traffic: string;
  readonly counts: ColumnCounts | null;
}

export interface ColumnCounts {
  readonly strict: ReadonlyMap<string, Pair>;
  readonly tolerant: ReadonlyMap<string, Pair>;
  readonly all: Pair;
  /** Suppliers that reach a group outside their keiretsu; null = nobody has one. */
  readonly outside: Pair | null;
}

export interface ColumnInput {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly full: Analysis | null;
  readonly counts: Counts;
  readonly base: string;
  readonly build: string;
}

const FREE = 'free';
/** Column of an answer by the hour, which is no traffic state. */
export const BY_HOUR = 'by-hour';

/** What the answer's own column is of. */
function toOwn({ clock, traffic }: Pick<QuickAnalysis, 'clock' | 'traffic'>): string {
  return clock === null ? traffic : BY_HOUR;
}

/** The columns in order: free flow, the state asked for, the slowest. */
export function listColumns(input: ColumnInput): readonly Column[] {
  const { answer, dataset } = input;
  const beside = toColumn(answer.slowest, input);
  const slowest = beside?.traffic ?? findSlowest(dataset) ?? answer.traffic;
  const own = toOwn(answer);
  return [...new Set([FREE, own, slowest])].map((traffic) => {
    if (traffic === own) return toOwnColumn(input);
    if (traffic === beside?.traffic) return beside;
    const rows = listCompanions(input).filter((one) => one.traffic === traffic);
    return toColumn(rows, input) ?? { traffic, counts: null };
  });
}

function toOwnColumn({ answer, counts }: ColumnInput): Column {
  const by = (pick: 'strict' | 'tolerant'): ReadonlyMap<string, Pair> =>
    new Map(counts.groups.map((one) => [one.group, one[pick]]));
  const outside = counts.tagged === 0 ? null : counts.outside;
  return {
    traffic: toOwn(answer),
    counts: { strict: by('strict'), tolerant: by('tolerant'), all: counts.all, outside },
  };
}

/** Base and build of companions; where they are one scenario it counts as both. */
function toColumn(rows: readonly AnswerCompanion[], { counts, base, build }: ColumnInput): Column | null {
  const before = rows.find(({ scenario }) => scenario === base);
  const after = rows.find(({ scenario }) => scenario === build) ?? before;
  if (before === undefined || after === undefined) return null;
  const by = (pick: 'strict' | 'tolerant'): ReadonlyMap<string, Pair> =>
    new Map(
      counts.groups.map(({ group }) => [
        group,
        { base: before[pick][group] ?? 0, build: after[pick][group] ?? 0 },
      ]),
    );
  const toCount = (share: number | null): number => Math.round((share ?? 0) * counts.tagged);
  return {
    traffic: after.traffic,
    counts: {
      strict: by('strict'),
      tolerant: by('tolerant'),
      all: { base: before.allGroups, build: after.allGroups },
      outside: after.iOut === null ? null : { base: toCount(before.iOut), build: toCount(after.iOut) },
    },
  };
}

/** Companions for the same vehicle and plants, if the full answer is of the same question. */
function listCompanions({ answer, full }: ColumnInput): readonly AnswerCompanion[] {
  if (full === null || !isSameQuestion(answer, full)) return [];
  const choice = JSON.stringify(answer.groupChoice);
  return full.companions.filter(
    ({ vehicleClass, groupChoice }) =>
      vehicleClass === answer.vehicleClass && JSON.stringify(groupChoice) === choice,
  );
}

type Asked = Pick<
  QuickAnalysis,
  | 'scenarios'
  | 'vehicleClass'
  | 'traffic'
  | 'clock'
  | 'cutoffS'
  | 'toleranceS'
  | 'groupChoice'
  | 'population'
  | 'data'
>;

/** Whether two answers are of one question, so that numbers of one may stand beside those of the other. */
export function isSameQuestion(one: Asked, other: Asked): boolean {
  const toKey = ({ scenarios, data, ...asked }: Asked): string => {
    const { vehicleClass, traffic, clock, cutoffS, toleranceS, groupChoice, population } = asked;
    const roads = scenarios.filter(({ role }) => role !== 'beside').map(({ id }) => id);
    return JSON.stringify([
      ...[roads, data.digest, vehicleClass, traffic, clock, cutoffS, toleranceS],
      ...[groupChoice, population.id, population.placed],
    ]);
  };
  return toKey(one) === toKey(other);
}

/** The state whose factors slow most: the one the answer puts beside free flow. */
function findSlowest({ trafficStates }: Dataset): string | undefined {
  const sum = ({ factors }: Dataset['trafficStates'][number]): number =>
    Object.values(factors).reduce((total, { value }) => total + value, 0);
  return trafficStates.toSorted((a, b) => sum(b) - sum(a))[0]?.id;
}
