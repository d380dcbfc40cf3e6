/**
 * The plain sentences of an answer: what the road changes, what was so without it, and what the numbers are.
 * They are made of the counts beside them and of nothing else.
 */
import type { AnswerAttribution, AnswerCell, AnswerCompanion, AnswerGroup } from '../model/answer.ts';
import { applyScenario } from '../scenario/apply.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import { findSlowestState } from './companions.ts';
import type { Question } from './question.ts';

/** Verdicts of the suppliers alone: plants and zones are asked about, not counted. */
export interface Counted {
  readonly attribution: readonly AnswerAttribution[];
  readonly base: readonly AnswerGroup[];
  readonly build: readonly AnswerGroup[];
}

function countPassing(rows: readonly AnswerGroup[], group: string): number {
  return rows.filter((row) => row.group === group && row.verdict === 'strict').length;
}

/** "12 → 15" or "12 either way", by group. */
function toGroupCounts({ dataset }: Question, { base, build }: Counted): string {
  return dataset.header.groups
    .map(({ id, name }) => toChange(name, countPassing(base, id), countPassing(build, id)))
    .join(', ');
}

/** A count that stays and one that changes are told apart in words. */
function toChange(name: string, before: number, after: number): string {
  return before === after ? `${name} ${before} in both` : `${name} ${before} → ${after}`;
}

function toPairs(count: number): string {
  return `${count} supplier–maker pair${count === 1 ? '' : 's'}`;
}

/** What the difference between the scenarios does to the verdicts. */
function toEffect(question: Question, { attribution }: Counted): string {
  const count = (one: string): number => attribution.filter(({ strict }) => strict === one).length;
  const minutes = question.cutoffS / SECONDS_PER_MINUTE;
  const [gained, lost] = [count('no-to-yes'), count('yes-to-no')];
  const rest = `${count('yes-in-both')} hold without it, ${count('no-in-both')} fail with it as well`;
  const { name } = question.dataset.header.belt;
  if (gained === 0 && lost === 0) return `${name} changes no ${minutes}-minute verdict: ${rest}.`;
  const loses = lost === 0 ? '' : ` and takes ${toPairs(lost)} out of it`;
  return `${name} brings ${toPairs(gained)} within ${minutes} minutes${loses}; ${rest}.`;
}

/** Whether the two scenarios differ by the belt's sections and nothing else, so that an effect may carry its name. */
function isBeltContrast({ dataset, base, build }: Question): boolean {
  const [before, after] = [base, build].map((scenario) => applyScenario(dataset, scenario).links);
  const [old, now] = [new Set(before), new Set(after)];
  const changed = [
    ...(before ?? []).filter((link) => !now.has(link)),
    ...(after ?? []).filter((link) => !old.has(link)),
  ];
  const belt = new Set(dataset.header.belt.sections);
  return changed.every(({ section }) => belt.has(section));
}

/** "Nissan 9 in both, Honda 16 → 20" of a companion in base and build. */
function toCompanionCounts({ dataset }: Question, base: AnswerCompanion, build: AnswerCompanion): string {
  return dataset.header.groups
    .map(({ id, name }) => toChange(name, base.strict[id] ?? 0, build.strict[id] ?? 0))
    .join(', ');
}

/** What the slowest traffic says beside the question's own; empty where it is the question's own. */
function toSlowestSentence(question: Question, companions: readonly AnswerCompanion[]): string {
  const state = findSlowestState(question);
  const rows = companions.filter(
    ({ traffic, vehicleClass }) =>
      traffic === state?.id &&
      traffic !== question.setting.trafficState.id &&
      vehicleClass === question.setting.vehicleClass.id,
  );
  const base = rows.find(({ scenario }) => scenario === question.base.id);
  const build = rows.find(({ scenario }) => scenario === question.build.id);
  if (state === undefined || base === undefined || build === undefined) return '';
  return ` ${state.name} (assumed factors): ${toCompanionCounts(question, base, build)}.`;
}

/** The headline: counts in both scenarios, what the difference does, and the same in the slowest traffic. */
export function toHeadline(
  question: Question,
  rows: Counted,
  { placed, sites }: { readonly placed: number; readonly sites: number },
  companions: readonly AnswerCompanion[],
): string {
  if (placed === 0) return '';
  const minutes = question.cutoffS / SECONDS_PER_MINUTE;
  const counts = `Of ${placed} placed suppliers at ${sites} sites within ${minutes} minutes: ${toGroupCounts(question, rows)}.`;
  const slowest = toSlowestSentence(question, companions);
  if (question.base.id === question.build.id) return `${counts}${slowest}`;
  const effect = isBeltContrast(question)
    ? toEffect(question, rows)
    : 'The scenarios differ by other roads too: this is not the effect of the belt alone.';
  return `${counts} ${effect}${slowest}`;
}

function toPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Smallest and largest share of a list in percent. */
function toRange(shares: readonly number[]): string {
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map(toPercent);
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** How much of the suppliers' minutes rests on estimated lengths and connectors, and on chains of towns. */
export function toEstimateSentence(cells: readonly AnswerCell[]): string {
  const reached = cells.filter(({ timeS }) => timeS !== null && timeS > 0);
  if (reached.length === 0) return '';
  const estimated = reached.map(({ estimatedShare }) => estimatedShare ?? 0);
  const chains = reached.map(({ townChainShare }) => townChainShare ?? 0);
  const mean = (shares: readonly number[]): string =>
    toPercent(shares.reduce((sum, share) => sum + share, 0) / shares.length);
  return `Of the suppliers' minutes ${mean(estimated)} rest on estimated lengths and connectors (${toRange(estimated)} of a trip), ${mean(chains)} of them all on roads drawn as chains of towns (${toRange(chains)}).`;
}

/** The standing sentence on what is computed and what is not. */
export const SCOPE =
  'Drive time, one way, without loading, at the limits and delays we assume. Scenarios delete road records; they are not a forecast of what would have been built instead. Nothing here forecasts traffic, purchases or innovation. Free flow alone is biased against a bypass: read it beside peak.';
