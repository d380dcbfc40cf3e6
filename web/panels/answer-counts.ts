/**
 * The counts behind the answer's words: who reaches whom in both scenarios, what the difference between them
 * does, and where it first does something. Only counting of what the engine said; no times are computed here.
 */
import {
  isWithin,
  type AnswerGroup,
  type AnswerOrigin,
  type Attribution,
  type QuickAnalysis,
} from '../../src/index.ts';

/** A number in base and in build. */
export interface Pair {
  readonly base: number;
  readonly build: number;
}

interface GroupCount {
  readonly group: string;
  readonly strict: Pair;
  readonly tolerant: Pair;
}

export interface Counts {
  readonly cutoffMin: number;
  readonly toleranceMin: number;
  readonly placed: number;
  readonly sites: number;
  /** Tier-1 suppliers with a keiretsu, their sites, and how many reach a group outside it. */
  readonly tagged: number;
  readonly taggedSites: number;
  readonly outside: Pair;
  readonly groups: readonly GroupCount[];
  readonly all: Pair;
  /** Supplier–maker pairs by attribution, strict. */
  readonly attribution: Readonly<Record<Attribution, number>>;
  /** The cutoff nearest to the one asked for at which verdicts differ, and how many do; null = at none. */
  readonly nearest: { readonly cutoffMin: number; readonly pairs: number } | null;
}

export const ATTRIBUTIONS = ['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no'] as const;
/** Range of the curve in whole minutes. */
export const CUTOFFS_MIN = { from: 20, to: 120 } as const;

/** Verdict rows by scenario, origin and group. */
export type FindVerdict = (scenario: string, origin: string, group: string) => AnswerGroup | undefined;

const lookups = new WeakMap<readonly AnswerGroup[], FindVerdict>();

/** A look-up over the verdicts of an answer, made once for each list. */
export function findVerdicts(groups: readonly AnswerGroup[]): FindVerdict {
  const known = lookups.get(groups);
  if (known !== undefined) return known;
  const rows = new Map(groups.map((row) => [`${row.scenario}|${row.origin}|${row.group}`, row]));
  const find: FindVerdict = (scenario, origin, group) => rows.get(`${scenario}|${origin}|${group}`);
  lookups.set(groups, find);
  return find;
}

export function listSuppliers({ origins }: Pick<QuickAnalysis, 'origins'>): readonly AnswerOrigin[] {
  return origins.filter(({ kind }) => kind === 'supplier');
}

/** Group ids in the order of the answer. */
export function listGroups({ groups }: Pick<QuickAnalysis, 'groups'>): readonly string[] {
  return [...new Set(groups.map(({ group }) => group))];
}

function countSites(origins: readonly AnswerOrigin[]): number {
  return new Set(origins.map(({ site }) => site)).size;
}

/** All counts of an answer between the scenarios `base` and `build`. */
export function countAnswer(answer: QuickAnalysis, base: string, build: string): Counts {
  const suppliers = listSuppliers(answer);
  const tagged = suppliers.filter(({ group, tier }) => group !== null && tier === 1);
  const groups = listGroups(answer);
  const { cutoffS, toleranceS } = answer;
  const find = findVerdicts(answer.groups);
  const within = (scenario: string, origin: string, group: string, limitS = cutoffS): boolean =>
    isWithin(toMs(find(scenario, origin, group)?.timeS ?? null), limitS);
  const count = (
    from: readonly AnswerOrigin[],
    passes: (o: AnswerOrigin, scenario: string) => boolean,
  ): Pair => ({
    base: from.filter((origin) => passes(origin, base)).length,
    build: from.filter((origin) => passes(origin, build)).length,
  });
  return {
    cutoffMin: cutoffS / 60,
    toleranceMin: toleranceS / 60,
    placed: suppliers.length,
    sites: countSites(suppliers),
    tagged: tagged.length,
    taggedSites: countSites(tagged),
    outside: count(tagged, ({ id, group: own }, scenario) =>
      groups.some((group) => group !== own && within(scenario, id, group)),
    ),
    groups: groups.map((group) => ({
      group,
      strict: count(suppliers, ({ id }, scenario) => within(scenario, id, group)),
      tolerant: count(suppliers, ({ id }, scenario) => within(scenario, id, group, cutoffS + toleranceS)),
    })),
    all: count(suppliers, ({ id }, scenario) => groups.every((group) => within(scenario, id, group))),
    attribution: countAttribution(answer, suppliers),
    nearest: findNearest(answer, base, build),
  };
}

/** Whole milliseconds, so that the cutoff is compared as the engine compares it. */
function toMs(timeS: number | null): number {
  return timeS === null ? Infinity : Math.round(timeS * 1000);
}

function countAttribution(
  { attribution }: QuickAnalysis,
  suppliers: readonly AnswerOrigin[],
): Readonly<Record<Attribution, number>> {
  const ids = new Set(suppliers.map(({ id }) => id));
  const counts = { 'yes-in-both': 0, 'no-to-yes': 0, 'no-in-both': 0, 'yes-to-no': 0 };
  for (const { origin, strict } of attribution) if (ids.has(origin)) counts[strict] += 1;
  return counts;
}

/** How many supplier–maker pairs have another verdict at each whole minute of the curve. */
export function countChanged(
  answer: QuickAnalysis,
  base: string,
  build: string,
): ReadonlyMap<number, number> {
  const find = findVerdicts(answer.groups);
  const groups = listGroups(answer);
  const pairs = listSuppliers(answer).flatMap(({ id }) =>
    groups.map((group) => [base, build].map((one) => toMs(find(one, id, group)?.timeS ?? null))),
  );
  const minutes = Array.from(
    { length: CUTOFFS_MIN.to - CUTOFFS_MIN.from + 1 },
    (_, i) => CUTOFFS_MIN.from + i,
  );
  return new Map(
    minutes.map((minute) => [
      minute,
      pairs.filter(([a, b]) => isWithin(a ?? Infinity, minute * 60) !== isWithin(b ?? Infinity, minute * 60))
        .length,
    ]),
  );
}

function findNearest(answer: QuickAnalysis, base: string, build: string): Counts['nearest'] {
  const asked = answer.cutoffS / 60;
  const changed = [...countChanged(answer, base, build)].filter(([, pairs]) => pairs > 0);
  const [nearest] = changed.toSorted(([a], [b]) => Math.abs(a - asked) - Math.abs(b - asked) || a - b);
  return nearest === undefined ? null : { cutoffMin: nearest[0], pairs: nearest[1] };
}

/** Least count of suppliers whose share meets the level. */
export function findNeeded(of: number, level: number): number {
  // A millionth absorbs that 0.55 × 20 is a hair above 11.
  return Math.ceil(level * of - 1e-6);
}

/** How far a count is above the least that meets the level; below 0 = how many are missing. */
export function findMargin(count: number, of: number, level: number): number {
  return count - findNeeded(of, level);
}
