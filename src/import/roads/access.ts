/** Who may drive along a road, or past a node of it: the most particular key that is understood decides. */
import type { RoadProfile, RoadRules } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import { hasConditions, judgeClause, listClauses } from './conditional.ts';
import type { Tally } from './tally.ts';

/** Closed, open to whoever has business there, open. */
export const ACCESS = { closed: 0, destination: 1, open: 2 } as const;
export type Access = (typeof ACCESS)[keyof typeof ACCESS];

export type Direction = 'forward' | 'backward';

/** Values by what they mean. */
export type AccessWords = ReadonlyMap<string, Access>;

/** Words that say nothing here; of `hov` see `carpool.ts`. */
const UNSAID: ReadonlySet<string> = new Set(['unknown', 'fixme', 'hov', '']);

/** The table of values of a set of rules. */
export function toAccessWords({ access }: RoadRules): AccessWords {
  const kinds = ['open', 'destination', 'closed'] as const;
  return new Map(kinds.flatMap((kind) => access[kind].map((word): [string, Access] => [word, ACCESS[kind]])));
}

/** Meaning of a value; of a list the most open. Null where no part of it is understood. */
function readWord(text: string, words: AccessWords): Access | null {
  let best: Access | null = null;
  for (const part of text.split(';')) {
    const access = words.get(part.trim().toLowerCase());
    if (access !== undefined && (best === null || access > best)) best = access;
  }
  return best;
}

/** What a key says; null where it is not there or not understood, which is tallied. */
function readKey(tags: Tags, key: string, { words, tally }: AccessContext, id: number): Access | null {
  const text = tags.get(key);
  if (text === undefined) return null;
  const access = readWord(text, words);
  if (access === null && !UNSAID.has(text.trim().toLowerCase())) tally.add('access', `${key}=${text}`, id);
  return access;
}

/** What the conditions of a key that a vehicle meets make of what holds otherwise; business opens what is closed. */
function applyConditions(
  tags: Tags,
  key: string,
  { profile, words }: AccessContext,
  before: Access | null,
): Access | null {
  const text = tags.get(`${key}:conditional`);
  if (text === undefined) return before;
  return listClauses(text).reduce<Access | null>((access, clause) => {
    const word = readWord(clause.value, words);
    const verdict = word === null ? null : judgeClause(clause, profile);
    if (verdict === 'always') return word;
    const opens = verdict === 'business' && access === ACCESS.closed && word !== ACCESS.closed;
    return opens ? ACCESS.destination : access;
  }, before);
}

/** Who asks, and what values mean. */
export interface AccessContext {
  readonly profile: RoadProfile;
  readonly words: AccessWords;
  readonly tally: Tally;
}

/**
 * What tags say of a direction; `usual` where they say nothing that is understood. Keys come from the most general to
 * the most particular. What is not understood is tallied.
 */
export function readAccess<Usual extends Access | null>(
  tags: Tags,
  keys: readonly string[],
  direction: Direction | null,
  context: AccessContext,
  usual: Usual,
  id: number,
): Access | Usual {
  const names = direction === null ? keys : keys.flatMap((key) => [key, `${key}:${direction}`]);
  let access: Access | null = null;
  let at = names.length;
  while (access === null && at > 0) {
    at -= 1;
    access = readKey(tags, names[at] as string, context, id);
  }
  let found: Access | Usual = access ?? usual;
  if (!hasConditions(tags)) return found;
  for (const name of names.slice(at)) found = applyConditions(tags, name, context, found) ?? usual;
  return found;
}
