/** Turn restrictions as the map has them: relations of ways and nodes, for some vehicles. */
import type { Member, Tags } from '../osm/element.ts';
import type { Interpreter } from '../roads/traits.ts';

export interface RawRestriction {
  readonly id: number;
  /** `no`: the turn is forbidden; `only`: every other one is. */
  readonly kind: 'no' | 'only';
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** One node, or ways in their order. */
  readonly viaNode: number | null;
  readonly viaWays: readonly number[];
  /** Bit p: it holds for profile p. */
  readonly profiles: number;
}

const TYPE = /^restriction(?::(.+))?$/;

/** A restriction, or null where the relation is none, or none that can be used: that is tallied. */
export function readRestriction(
  id: number,
  members: readonly Member[],
  tags: Tags,
  interpreter: Interpreter,
): RawRestriction | null {
  const [whole, typeVehicle] = TYPE.exec(tags.get('type') ?? '') ?? [];
  if (whole === undefined) return null;
  const { tally } = interpreter;
  for (const key of tags.keys()) {
    if (/^restriction(?::[a-z_]+)*:conditional$/.test(key)) tally.add('conditional', key, id);
  }
  const rule = findRule(tags, typeVehicle, interpreter, id);
  if (rule === null) return null;
  const ways = (role: string): number[] =>
    members.filter((one) => one.kind === 'way' && one.role === role).map((one) => one.id);
  const viaNodes = members.filter(({ kind, role }) => kind === 'node' && role === 'via');
  const [from, to, viaWays] = [ways('from'), ways('to'), ways('via')];
  const isSound = from.length > 0 && to.length > 0 && (viaNodes.length === 1) !== viaWays.length > 0;
  if (!isSound || (rule.kind === 'only' && to.length > 1)) {
    tally.add('restriction', 'members that make no turn', id);
    return null;
  }
  return { id, ...rule, from, to, viaNode: viaNodes[0]?.id ?? null, viaWays };
}

interface Rule {
  readonly kind: 'no' | 'only';
  readonly profiles: number;
}

/** Kind and vehicles. `restriction:hgv` holds for trucks alone; `except` lifts it for some. */
function findRule(
  tags: Tags,
  typeVehicle: string | undefined,
  { rules, tally }: Interpreter,
  id: number,
): Rule | null {
  const excepted = new Set((tags.get('except') ?? '').split(';').map((word) => word.trim()));
  let kind: Rule['kind'] | null = null;
  let profiles = 0;
  for (const [p, { restriction }] of rules.profiles.entries()) {
    const word = restriction.findLast((one) => tags.has(`restriction:${one}`));
    const common =
      typeVehicle === undefined || restriction.includes(typeVehicle) ? tags.get('restriction') : undefined;
    const text = word === undefined ? common : tags.get(`restriction:${word}`);
    if (text === undefined || restriction.some((one) => excepted.has(one))) continue;
    const found = toKind(text);
    if (found === null) tally.add('restriction', text, id);
    // Two vehicles with rules of opposite kinds: the first one's holds, the other is told.
    else if (kind !== null && found !== kind) tally.add('restriction', `${text} beside ${kind}_…`, id);
    else {
      kind = found;
      profiles |= 1 << p;
    }
  }
  return kind === null ? null : { kind, profiles };
}

function toKind(text: string): Rule['kind'] | null {
  if (text.startsWith('no_')) return 'no';
  return text.startsWith('only_') ? 'only' : null;
}
