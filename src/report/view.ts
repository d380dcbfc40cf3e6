/** An analysis with its rows findable by scenario, origin and group, and its suppliers gathered by site. */
import type {
  Analysis,
  AnswerAttribution,
  AnswerCell,
  AnswerGroup,
  AnswerOrigin,
  AnswerScenario,
} from '../model/answer.ts';

/** A place at which suppliers stand, or one origin of another kind. */
export interface SiteRow {
  readonly site: string;
  readonly origins: readonly AnswerOrigin[];
}

export interface View {
  readonly analysis: Analysis;
  readonly base: AnswerScenario;
  readonly build: AnswerScenario;
  /** Base, then whatever stands beside, then build. */
  readonly columns: readonly AnswerScenario[];
  /** Group ids in the order of the answer. */
  readonly groups: readonly string[];
  readonly suppliers: readonly AnswerOrigin[];
  readonly sites: readonly SiteRow[];
  readonly findGroup: (scenario: string, origin: string, group: string) => AnswerGroup | undefined;
  readonly findCell: (scenario: string, origin: string, destination: string) => AnswerCell | undefined;
  readonly findAttribution: (origin: string, group: string) => AnswerAttribution | undefined;
}

const toKey = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Prepares an analysis for its sections. Throws RangeError for one without a base or a build scenario. */
export function createView(analysis: Analysis): View {
  const groups = new Map(analysis.groups.map((row) => [toKey(row.scenario, row.origin, row.group), row]));
  const cells = new Map(analysis.cells.map((row) => [toKey(row.scenario, row.origin, row.destination), row]));
  const attribution = new Map(analysis.attribution.map((row) => [toKey(row.origin, row.group), row]));
  const suppliers = analysis.origins.filter(({ kind }) => kind === 'supplier');
  const [base, build] = [getRole(analysis, 'base'), getRole(analysis, 'build')];
  const beside = analysis.scenarios.filter(({ role }) => role === 'beside');
  return {
    analysis,
    base,
    build,
    columns: [base, ...beside, ...(build.id === base.id ? [] : [build])],
    groups: [...new Set(analysis.groups.map(({ group }) => group))],
    suppliers,
    sites: gatherSites(suppliers),
    findGroup: (scenario, origin, group) => groups.get(toKey(scenario, origin, group)),
    findCell: (scenario, origin, destination) => cells.get(toKey(scenario, origin, destination)),
    findAttribution: (origin, group) => attribution.get(toKey(origin, group)),
  };
}

function getRole(analysis: Analysis, role: AnswerScenario['role']): AnswerScenario {
  const scenario = analysis.scenarios.find((one) => one.role === role) ?? analysis.scenarios.at(-1);
  if (scenario === undefined) throw new RangeError(`the analysis has no ${role} scenario`);
  return scenario;
}

/** Width of the interval above which a time is marked as approximate (seconds). */
export const WIDE_S = 600;

/** Whether a time is marked ≈: another verdict, or ten minutes more or less, lies within the ranges. */
export function isRough(view: View, { scenario, origin, plant, corners }: AnswerGroup): boolean {
  const cell = plant === null ? undefined : view.findCell(scenario, origin, plant);
  const isWide =
    cell !== undefined && cell.lowS !== null && cell.highS !== null && cell.highS - cell.lowS > WIDE_S;
  return corners === 'some' || isWide;
}

/** Origins that share a site share every time: one row each site, in the order of first appearance. */
export function gatherSites(origins: readonly AnswerOrigin[]): readonly SiteRow[] {
  const sites = new Map<string, AnswerOrigin[]>();
  for (const origin of origins) {
    const row = sites.get(origin.site) ?? [];
    row.push(origin);
    sites.set(origin.site, row);
  }
  return [...sites].map(([site, gathered]) => ({ site, origins: gathered }));
}

/** The two scenarios compared, as a heading says them. */
export function toPairTitle({ base, build }: View): string {
  return base.id === build.id ? base.id : `${base.id} → ${build.id}`;
}
