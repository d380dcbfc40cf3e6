/** Ways and relations of a PBF block. */
import { toTags, type BlockContext } from './block-context.ts';
import {
  MAX_MEMBERS,
  MAX_WAY_NODES,
  type Member,
  type MemberKind,
  type Tags,
  type Visitor,
} from './element.ts';
import { checkId, NO_NUMBERS, readMessage, readPacked, skipField, toIds } from './wire.ts';

const MS_PER_SECOND = 1000;

/** Reads one way; true where it gives the places of its nodes (`readWayPlaces`). */
export function readWay(
  context: BlockContext,
  outerEnd: number,
  visit: NonNullable<Visitor['way']>,
): boolean {
  const { wire, dateStepMs } = context;
  const { pbf, refuse } = wire;
  let [keys, values, refs] = [NO_NUMBERS, NO_NUMBERS, NO_NUMBERS];
  let id = 0;
  let changed: number | null = null;
  let hasPlaces = false;
  readMessage(wire, outerEnd, (field, end) => {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) keys = readPacked(wire, end, false, keys);
    else if (field === 3) values = readPacked(wire, end, false, values);
    else if (field === 4) {
      readMessage(wire, end, (infoField) => {
        if (infoField === 2) changed = pbf.readVarint(true);
        else skipField(wire);
      });
    } else if (field === 8) refs = readPacked(wire, end, true, refs);
    else {
      hasPlaces ||= field === LAT_FIELD;
      skipField(wire);
    }
  });
  if (refs.length > MAX_WAY_NODES) {
    throw refuse(pbf.pos, `at most ${MAX_WAY_NODES} nodes in a way`, `${refs.length}`, 'too-large');
  }
  const changedS = changed === null ? null : Math.floor((changed * dateStepMs) / MS_PER_SECOND);
  visit(checkId(wire, id), toIds(wire, refs), toTags(context, keys, values), changedS);
  return hasPlaces;
}

const LAT_FIELD = 9;
const LON_FIELD = 10;
const NO_TAGS: Tags = new Map();

/** Hands the nodes of a way on that gives their places, as some programs write it; they have no tags here. */
export function readWayPlaces(
  context: BlockContext,
  outerEnd: number,
  visit: NonNullable<Visitor['node']>,
): void {
  const { wire, toLonE7, toLatE7 } = context;
  let [refs, lats, lons] = [NO_NUMBERS, NO_NUMBERS, NO_NUMBERS];
  readMessage(wire, outerEnd, (field, end) => {
    if (field === 8) refs = readPacked(wire, end, true, refs);
    else if (field === LAT_FIELD) lats = readPacked(wire, end, true, lats);
    else if (field === LON_FIELD) lons = readPacked(wire, end, true, lons);
    else skipField(wire);
  });
  if (lats.length === 0 && lons.length === 0) return;
  if (lats.length !== refs.length || lons.length !== refs.length) {
    const found = `${lats.length} latitudes, ${lons.length} longitudes`;
    throw wire.refuse(wire.pbf.pos, `as many places as nodes, ${refs.length}`, found);
  }
  let [lat, lon] = [0, 0];
  for (const [i, id] of toIds(wire, refs).entries()) {
    lat += lats[i] as number;
    lon += lons[i] as number;
    visit(id, toLonE7(lon), toLatE7(lat), () => NO_TAGS);
  }
}

const KINDS: readonly MemberKind[] = ['node', 'way', 'relation'];

/** Reads one relation. */
export function readRelation(
  context: BlockContext,
  outerEnd: number,
  visit: NonNullable<Visitor['relation']>,
): void {
  const { wire } = context;
  const { pbf, refuse } = wire;
  let [keys, values, roles, refs, kinds] = [NO_NUMBERS, NO_NUMBERS, NO_NUMBERS, NO_NUMBERS, NO_NUMBERS];
  let id = 0;
  readMessage(wire, outerEnd, (field, end) => {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) keys = readPacked(wire, end, false, keys);
    else if (field === 3) values = readPacked(wire, end, false, values);
    else if (field === 8) roles = readPacked(wire, end, false, roles);
    else if (field === 9) refs = readPacked(wire, end, true, refs);
    else if (field === 10) kinds = readPacked(wire, end, false, kinds);
    else skipField(wire);
  });
  if (refs.length !== roles.length || refs.length !== kinds.length || refs.length > MAX_MEMBERS) {
    const expected = `as many roles and kinds as members, at most ${MAX_MEMBERS}`;
    throw refuse(pbf.pos, expected, `${refs.length} members, ${roles.length} roles, ${kinds.length} kinds`);
  }
  const members = [...toIds(wire, refs)].map((ref, i): Member => {
    const kind = KINDS[kinds[i] as number];
    if (kind === undefined)
      throw refuse(pbf.pos, 'a member that is a node, way or relation', `kind ${kinds[i]}`);
    return { kind, id: ref, role: context.readText(roles[i] as number) };
  });
  visit(checkId(wire, id), members, toTags(context, keys, values));
}
