/** How sure the answer is and what it hangs on, in plain sentences made of the rows beside them. */
import type { ConfidenceDocument, DrawVerdict } from '../model/confidence.ts';
import type { AssemblerGroup } from '../model/place.ts';
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

const toKindText = ({ origins }: Body): string =>
  origins.every(({ kind }) => kind === 'supplier') ? 'suppliers' : 'places';

function toLeverText({ levers }: Body): string {
  const strong = levers
    .filter(({ rankCorrelation }) => Math.abs(rankCorrelation) >= LEAST_STRENGTH)
    .slice(0, 3);
  if (strong.length === 0) return '';
  return ` It hangs most on: ${strong.map(({ label }) => label).join('; ')}.`;
}

const WORDS: Readonly<Record<DrawVerdict, string>> = {
  holds: 'surely',
  fails: 'surely not',
  'cannot-tell': 'cannot be told',
};

/** One origin: in how many draws it reaches each group. */
function toTripText({ pairs, draws }: Body, scenario: string, groups: readonly AssemblerGroup[]): string {
  const rows = groups.flatMap(({ id, name }) => {
    const row = pairs.find((one) => one.scenario === scenario && one.group === id);
    return row === undefined ? [] : [`${name} in ${row.holds} of ${draws} (${WORDS[row.verdict]})`];
  });
  return rows.join('; ');
}

/** What the last scenario's draws say, and what moves them. */
export function toConfidenceSentence({ dataset }: Question, body: Body): string {
  const side = body.scenarios.at(-1);
  const [only, ...more] = body.origins;
  if (side === undefined || only === undefined || body.draws === 0) return '';
  const { groups } = dataset.header;
  const minutes = body.cutoffS / SECONDS_PER_MINUTE;
  const head = `In ${body.draws} draws under the ranges of the data, ${side.title},`;
  const said =
    more.length === 0
      ? `${only.name} reaches within ${minutes} minutes: ${toTripText(body, side.id, groups)}`
      : `of ${body.origins.length} ${toKindText(body)} within ${minutes} minutes: ${groups.map(({ id, name }) => toGroupText(body, side.id, id, name)).join('; ')}`;
  return `${head} ${said}.${toLeverText(body)}`;
}
