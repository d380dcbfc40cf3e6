/** How sure the answer is and what it hangs on, in plain sentences made of the rows beside them. */
import type { ConfidenceDocument } from '../model/confidence.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import type { Question } from './question.ts';

type Body = Omit<ConfidenceDocument, 'sentence' | 'command'>;

/** Weaker than this nothing is said to hang on a dimension. */
const LEAST_STRENGTH = 0.2;

function toGroupText({ pairs, origins }: Body, scenario: string, group: string, name: string): string {
  const own = pairs.filter((one) => one.scenario === scenario && one.group === group);
  const count = (verdict: string): number => own.filter((one) => one.verdict === verdict).length;
  const [surely, never] = [count('holds'), count('fails')];
  const open = origins.length - surely - never;
  const parts = [
    `${surely} surely`,
    ...(never === 0 ? [] : [`${never} surely not`]),
    ...(open === 0 ? [] : [`${open} cannot be told`]),
  ];
  return `${name} ${parts.join(', ')}`;
}

function toLeverText({ levers }: Body): string {
  const strong = levers
    .filter(({ rankCorrelation }) => Math.abs(rankCorrelation) >= LEAST_STRENGTH)
    .slice(0, 3);
  if (strong.length === 0) return '';
  return ` It hangs most on: ${strong.map(({ label }) => label).join('; ')}.`;
}

/** What the last scenario's draws say, and what moves them. */
export function toConfidenceSentence({ dataset }: Question, body: Body): string {
  const side = body.scenarios.at(-1);
  if (side === undefined || body.draws === 0) return '';
  const minutes = body.cutoffS / SECONDS_PER_MINUTE;
  const groups = dataset.header.groups.map(({ id, name }) => toGroupText(body, side.id, id, name));
  return `In ${body.draws} draws under the ranges of the data, ${side.title}, of ${body.origins.length} suppliers within ${minutes} minutes: ${groups.join('; ')}.${toLeverText(body)}`;
}
