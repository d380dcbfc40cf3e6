/**
 * What an answer of the command line looks like in English on the page. Formats are those of the style rules and
 * are written here a second time, so that a wrong one on the page is seen.
 */
import type { Analysis, AnswerGroup } from '../../../src/index.ts';

const DASH = '—';

/** Rounded as the command line rounds, by `toFixed`: 43.15, which lies a little below, is 43.1. */
function format(value: number, options: Intl.NumberFormatOptions): string {
  const rounded = Number(value.toFixed(options.maximumFractionDigits));
  return new Intl.NumberFormat('en', options).format(rounded).replace('-', '−');
}

export function toMinutes(timeS: number | null): string {
  if (timeS === null) return DASH;
  return format(timeS / 60, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

export function toChange(beforeS: number | null, afterS: number | null): string {
  if (beforeS === null || afterS === null) return DASH;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return format((afterS - beforeS) / 60, { ...digits, signDisplay: 'exceptZero' });
}

export function toPercent(share: number | null): string {
  if (share === null) return DASH;
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share >= 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

export function toNumber(value: number | null, digits = 0): string {
  return value === null ? DASH : format(value, { maximumFractionDigits: digits });
}

/** An index with two decimals, or a whole number. */
export function toIndex(value: number | null): string {
  if (value === null) return DASH;
  const digits = Number.isInteger(value) ? 0 : 2;
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An answer with the parts that every expectation asks for. */
export interface Expected {
  readonly analysis: Analysis;
  readonly base: string;
  readonly build: string;
  readonly groups: readonly string[];
  readonly suppliers: Analysis['origins'];
  /** Tier-1 suppliers with a keiretsu. */
  readonly tagged: number;
}

export function expectFrom(analysis: Analysis): Expected {
  const find = (role: string): string | undefined => analysis.scenarios.find((one) => one.role === role)?.id;
  const build = find('build') ?? find('base') ?? '';
  const suppliers = analysis.origins.filter(({ kind }) => kind === 'supplier');
  return {
    analysis,
    base: find('base') ?? build,
    build,
    groups: Object.keys(analysis.groupChoice),
    suppliers,
    tagged: suppliers.filter(({ group, tier }) => group !== null && tier === 1).length,
  };
}

export function findGroup(
  { analysis }: Expected,
  scenario: string,
  origin: string,
  group: string,
): AnswerGroup {
  const found = analysis.groups.find(
    (one) => one.scenario === scenario && one.origin === origin && one.group === group,
  );
  if (found === undefined) throw new Error(`no verdict of ${origin} to ${group} in ${scenario}`);
  return found;
}

function countVerdicts(expected: Expected, group: string, verdicts: readonly string[]): string {
  const count = (scenario: string): number =>
    expected.suppliers.filter(({ id }) => verdicts.includes(findGroup(expected, scenario, id, group).verdict))
      .length;
  return `${count(expected.base)} → ${count(expected.build)}`;
}

/** Pairs base → build of one traffic state: each group strict and tolerant, all groups, outside own keiretsu. */
export function toCounts(expected: Expected, traffic: string): readonly string[] {
  const { analysis, base, build, groups, suppliers, tagged } = expected;
  const toOutside = (before: number | null, after: number | null): readonly string[] =>
    tagged === 0 ? [] : [`${Math.round((before ?? 0) * tagged)} → ${Math.round((after ?? 0) * tagged)}`];
  if (traffic === analysis.traffic) {
    const reachesAll = (scenario: string): number =>
      suppliers.filter(({ id }) =>
        groups.every((group) => findGroup(expected, scenario, id, group).verdict === 'strict'),
      ).length;
    const iOut = (scenario: string): number | null => findIndices(expected, scenario).iOut;
    return [
      ...groups.flatMap((group) => [
        countVerdicts(expected, group, ['strict']),
        countVerdicts(expected, group, ['strict', 'tolerant']),
      ]),
      `${reachesAll(base)} → ${reachesAll(build)}`,
      ...toOutside(iOut(base), iOut(build)),
    ];
  }
  const [before, after] = [base, build].map((scenario) =>
    analysis.companions.find(
      (one) =>
        one.scenario === scenario &&
        one.traffic === traffic &&
        one.vehicleClass === analysis.vehicleClass &&
        JSON.stringify(one.groupChoice) === JSON.stringify(analysis.groupChoice),
    ),
  );
  if (before === undefined || after === undefined) throw new Error(`nothing is said of ${traffic}`);
  return [
    ...groups.flatMap((group) => [
      `${before.strict[group]} → ${after.strict[group]}`,
      `${before.tolerant[group]} → ${after.tolerant[group]}`,
    ]),
    `${before.allGroups} → ${after.allGroups}`,
    ...toOutside(before.iOut, after.iOut),
  ];
}

export function findIndices({ analysis }: Expected, scenario: string): Analysis['independence'][number] {
  const found = analysis.independence.find(
    (one) => one.scenario === scenario && one.cutoffS === analysis.cutoffS,
  );
  if (found === undefined) throw new Error(`no index in ${scenario}`);
  return found;
}

const SIGNS = { strict: '✓', tolerant: '~', no: '✗', unreachable: '✗' } as const;
/** An interval wider than this, in seconds, is marked as approximate. */
const WIDE_S = 600;

function toCell(expected: Expected, scenario: string, origin: string, group: string): string {
  const { timeS, verdict, corners, plant } = findGroup(expected, scenario, origin, group);
  const cell = expected.analysis.cells.find(
    (one) => one.scenario === scenario && one.origin === origin && one.destination === plant,
  );
  const isWide = (cell?.highS ?? 0) - (cell?.lowS ?? 0) > WIDE_S && cell?.highS !== null;
  return `${corners === 'some' || isWide ? '≈' : ''}${toMinutes(timeS)} ${SIGNS[verdict]}`;
}

/** The supplier × assembler table with all columns: base, build, difference of each group. */
export function toGrid(expected: Expected): readonly string[][] {
  const { analysis, base, build, groups } = expected;
  const origins = analysis.origins.filter(({ kind }) => kind === 'supplier' || kind === 'point');
  return origins.map(({ id, name }) => [
    name,
    ...groups.flatMap((group) => {
      const [before, after] = [base, build].map((scenario) => findGroup(expected, scenario, id, group).timeS);
      return [
        toCell(expected, base, id, group),
        toCell(expected, build, id, group),
        toDifference(before ?? null, after ?? null),
      ];
    }),
  ]);
}

function toDifference(beforeS: number | null, afterS: number | null): string {
  if (beforeS === null && afterS !== null) return 'new';
  if (beforeS !== null && afterS === null) return 'cut off';
  if (beforeS === null || afterS === null) return DASH;
  return Math.abs(afterS - beforeS) < 3 ? '0.0' : toChange(beforeS, afterS);
}

/** Numbers of the attribution bar: so before, because of it, not at all, lost. */
export function toAttribution({ analysis, suppliers }: Expected): readonly string[] {
  const ids = new Set(suppliers.map(({ id }) => id));
  return (['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no'] as const).map((kind) =>
    toNumber(analysis.attribution.filter((one) => ids.has(one.origin) && one.strict === kind).length),
  );
}
