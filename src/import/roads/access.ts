/** Who may drive along a road, or past a node of it: the most particular key that is understood decides. */
import type { RoadRules } from '../../model/road-rules.ts';
import type { Tags } from '../osm/element.ts';
import type { Tally } from './tally.ts';

/** Closed, open to whoever has business there, open. */
export const ACCESS = { closed: 0, destination: 1, open: 2 } as const;
export type Access = (typeof ACCESS)[keyof typeof ACCESS];

export type Direction = 'forward' | 'backward';

/** Values by what they mean. */
export type AccessWords = ReadonlyMap<string, Access>;

/** Words that say nothing. */
const UNSAID: ReadonlySet<string> = new Set(['unknown', 'fixme', '']);

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

/**
 * What tags say of a direction; null where they say nothing that is understood. Keys come from the most general to the
 * most particular. What is not understood is tallied.
 */
export function readAccess(
  tags: Tags,
  keys: readonly string[],
  direction: Direction | null,
  words: AccessWords,
  tally: Tally,
  id: number,
): Access | null {
  for (const key of keys.toReversed()) {
    const both = tags.get(key);
    const text = (direction === null ? undefined : tags.get(`${key}:${direction}`)) ?? both;
    if (text === undefined) continue;
    const access = readWord(text, words);
    if (access !== null) return access;
    if (!UNSAID.has(text)) tally.add('access', `${key}=${text}`, id);
  }
  return null;
}
