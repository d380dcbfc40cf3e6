/** Turn restrictions as the map has them: relations of ways and nodes, for some vehicles. */
import type { Member, Tags } from '../osm/element.ts';
import type { RoadProfile } from '../../model/road-rules.ts';
import { findConditional, isDecided } from '../roads/conditional.ts';
import type { Tally } from '../roads/tally.ts';
import type { Interpreter } from '../roads/traits.ts';

export interface RawRestriction {
  readonly id: number;
  /** `no`: the turn is forbidden; `only`: every other one is. */
  readonly kind: 'no' | 'only';
  /** Turning round is meant. */
  readonly isUTurn: boolean;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** One node, or ways in their order. */
  readonly viaNode: number | null;
  readonly viaWays: readonly number[];
  /** Bit p: it holds for profile p. */
  readonly profiles: number;
}

const TYPE = /^restriction(?::(.+))?$/;
const CONDITIONAL = /^restriction(?::[a-z_]+)*:conditional$/;
const GUESSED = 'restriction:probable';
const HOURS = ['day_on', 'day_off', 'hour_on', 'hour_off'];

/** A restriction, or null where the relation is none, or none that can be used: that is tallied. */
export function readRestriction(
  id: number,
  members: readonly Member[],
  tags: Tags,
  interpreter: Interpreter,
): RawRestriction | null {
  const [whole, typeVehicle] = TYPE.exec(tags.get('type') ?? '') ?? [];
  if (whole === undefined) return null;
  const { rules, tally } = interpreter;
  if (HOURS.some((key) => tags.has(key))) {
    // The form of old for what holds at some hours: it is not known at which.
    tally.add('conditional', 'restriction with hours or days', id);
    return null;
  }
  for (const [key, text] of tags) {
    if (CONDITIONAL.test(key) && !isDecided(text, rules.profiles)) tally.add('conditional', key, id);
  }
  tallyUnread(tags, tally, id);
  const rule = findRule(tags, typeVehicle, interpreter, id);
  if (rule === null) return null;
  const ways = (role: string): number[] => [
    ...new Set(members.filter((one) => one.kind === 'way' && one.role === role).map((one) => one.id)),
  ];
  const viaNodes = members.filter(({ kind, role }) => kind === 'node' && role === 'via');
  const [from, to, viaWays] = [ways('from'), ways('to'), ways('via')];
  if (!isSound(rule.word, from, to, viaNodes.length, viaWays)) {
    tally.add('restriction', 'members that make no turn', id);
    return null;
  }
  const { kind, profiles, word } = rule;
  const isUTurn = word === 'no_u_turn';
  return { id, kind, profiles, isUTurn, from, to, viaNode: viaNodes[0]?.id ?? null, viaWays };
}

/** Tells a turn that a machine guessed, beside no rule that somebody saw, and a relation that says no turn at all. */
function tallyUnread(tags: Tags, tally: Tally, id: number): void {
  const rules = [...tags.keys()].filter((key) => key.startsWith('restriction'));
  if (rules.length === 0) tally.add('restriction', 'without a rule', id);
  else if (rules.every((key) => key === GUESSED)) tally.add('restriction', GUESSED, id);
}

/** One road in, one out, over one node or some ways; no_entry may have several in, no_exit several out. */
function isSound(
  word: string,
  from: readonly number[],
  to: readonly number[],
  viaNodes: number,
  viaWays: readonly number[],
): boolean {
  const isIn = from.length === 1 || (from.length > 1 && word === 'no_entry');
  const isOut = to.length === 1 || (to.length > 1 && word === 'no_exit');
  return isIn && isOut && (viaNodes === 1) !== viaWays.length > 0 && viaNodes < 2;
}

interface Rule {
  readonly kind: 'no' | 'only';
  readonly word: string;
  readonly profiles: number;
}

/** What holds for a vehicle, of the keys that speak of it the most particular. */
function findText(tags: Tags, typeVehicle: string | undefined, profile: RoadProfile): string | undefined {
  const { restriction } = profile;
  const own = restriction.toReversed().map((word) => `restriction:${word}`);
  const isCommon = typeVehicle === undefined || restriction.includes(typeVehicle);
  for (const key of isCommon ? [...own, 'restriction'] : own) {
    const text = findConditional(tags, key, profile) ?? tags.get(key);
    if (text !== undefined) return text.trim().toLowerCase();
  }
  return undefined;
}

/** Kind and vehicles. `restriction:hgv` holds for trucks alone; `except` lifts it for some. */
function findRule(
  tags: Tags,
  typeVehicle: string | undefined,
  { rules, tally }: Interpreter,
  id: number,
): Rule | null {
  const excepted = new Set((tags.get('except') ?? '').split(/[;,]/).map((word) => word.trim()));
  let rule: Omit<Rule, 'profiles'> | null = null;
  let profiles = 0;
  for (const [p, profile] of rules.profiles.entries()) {
    const word = findText(tags, typeVehicle, profile);
    if (word === undefined || word === 'none') continue;
    if (profile.restriction.some((one) => excepted.has(one))) continue;
    const kind = toKind(word);
    if (kind === null) tally.add('restriction', word, id);
    // Two vehicles with rules of opposite kinds: the first one's holds, the other is told.
    else if (rule !== null && kind !== rule.kind)
      tally.add('restriction', `${word} beside ${rule.kind}_…`, id);
    else {
      rule ??= { kind, word };
      profiles |= 1 << p;
    }
  }
  return rule === null ? null : { ...rule, profiles };
}

/** What is forbidden at red alone may be driven at green. */
function toKind(text: string): Rule['kind'] | null {
  if (text.endsWith('_on_red')) return null;
  if (text.startsWith('no_')) return 'no';
  return text.startsWith('only_') ? 'only' : null;
}
