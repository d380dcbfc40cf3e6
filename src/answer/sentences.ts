/**
 * The plain sentences of an answer: what the road changes, what was so without it, and what the numbers are.
 * They are made of the counts beside them and of nothing else.
 */
import type { AnswerAttribution, AnswerGroup } from '../model/answer.ts';
import { applyScenario } from '../scenario/apply.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { Question } from './question.ts';

/** Verdicts of the suppliers alone: plants and zones are asked about, not counted. */
interface Counted {
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
    .map(({ id, name }) => {
      const [before, after] = [countPassing(base, id), countPassing(build, id)];
      return before === after ? `${name} ${before} in both` : `${name} ${before} → ${after}`;
    })
    .join(', ');
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

/** The headline, e.g. "Of 38 placed suppliers at 12 sites: Nissan 12 → 15 …". */
export function toHeadline(question: Question, rows: Counted, suppliers: number, sites: number): string {
  if (suppliers === 0) return '';
  const counts = `Of ${suppliers} placed suppliers at ${sites} sites within ${question.cutoffS / SECONDS_PER_MINUTE} minutes: ${toGroupCounts(question, rows)}.`;
  if (question.base.id === question.build.id) return counts;
  if (isBeltContrast(question)) return `${counts} ${toEffect(question, rows)}`;
  return `${counts} The scenarios differ by other roads too: this is not the effect of the belt alone.`;
}

/** The standing sentence on what is computed and what is not. */
export const SCOPE =
  'Drive time, one way, without loading, at the limits and delays we assume. Scenarios delete road records; they are not a forecast of what would have been built instead. Nothing here forecasts traffic, purchases or innovation. Free flow alone is biased against a bypass: read it beside peak.';
