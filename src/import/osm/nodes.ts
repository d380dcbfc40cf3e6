/** Nodes of a PBF block: dense ones, stored in columns of differences, and single ones. */
import { toTags, type BlockContext } from './block-context.ts';
import { MAX_TAGS, type Tags, type Visitor } from './element.ts';
import { checkId, NO_NUMBERS, readMessage, readPacked, readSigned, skipField, toIds } from './wire.ts';

type NodeVisit = NonNullable<Visitor['node']>;
const NO_TAGS: Tags = new Map();

/** Reads a list of nodes stored in columns. */
export function readDenseNodes(context: BlockContext, outerEnd: number, visit: NodeVisit): void {
  const { wire } = context;
  let [ids, lats, lons, texts] = [NO_NUMBERS, NO_NUMBERS, NO_NUMBERS, NO_NUMBERS];
  readMessage(wire, outerEnd, (field, end) => {
    if (field === 1) ids = readPacked(wire, end, true, ids);
    else if (field === 8) lats = readPacked(wire, end, true, lats);
    else if (field === 9) lons = readPacked(wire, end, true, lons);
    else if (field === 10) texts = readPacked(wire, end, false, texts);
    else skipField(wire);
  });
  if (lats.length !== ids.length || lons.length !== ids.length) {
    const found = `${ids.length} ids, ${lats.length} latitudes, ${lons.length} longitudes`;
    throw wire.refuse(wire.pbf.pos, 'as many coordinates as ids', found);
  }
  visitColumns(context, toIds(wire, ids), lats, lons, texts, visit);
}

function visitColumns(
  context: BlockContext,
  ids: Float64Array,
  lats: Float64Array,
  lons: Float64Array,
  texts: Float64Array,
  visit: NodeVisit,
): void {
  let [lat, lon] = [0, 0];
  /** Tags of the node at hand are the pairs of texts in between; a zero ends those of each node. */
  let [from, to] = [0, 0];
  const readTags = (): Tags => readPairs(context, texts, from, to);
  for (let i = 0; i < ids.length; i += 1) {
    lat += lats[i] as number;
    lon += lons[i] as number;
    if (texts.length > 0) {
      from = i === 0 ? 0 : to + 1;
      to = findZero(context, texts, from);
    }
    visit(ids[i] as number, context.toLonE7(lon), context.toLatE7(lat), readTags);
  }
}

function findZero({ wire }: BlockContext, texts: Float64Array, from: number): number {
  for (let at = from; at < texts.length; at += 2) if (texts[at] === 0) return at;
  throw wire.refuse(wire.pbf.pos, 'the tags of every node', 'a list that ends before');
}

function readPairs({ wire, readText }: BlockContext, texts: Float64Array, from: number, to: number): Tags {
  if (from === to) return NO_TAGS;
  if (to - from > 2 * MAX_TAGS) {
    throw wire.refuse(wire.pbf.pos, `at most ${MAX_TAGS} tags`, `${(to - from) / 2}`, 'too-large');
  }
  const tags = new Map<string, string>();
  for (let at = from; at < to; at += 2) {
    tags.set(readText(texts[at] as number), readText(texts[at + 1] as number));
  }
  return tags;
}

/** Reads one node stored by itself. */
export function readNode(context: BlockContext, outerEnd: number, visit: NodeVisit): void {
  const { wire } = context;
  let [keys, values] = [NO_NUMBERS, NO_NUMBERS];
  let [id, lat, lon] = [0, 0, 0];
  readMessage(wire, outerEnd, (field, end) => {
    if (field === 1) id = readSigned(wire);
    else if (field === 2) keys = readPacked(wire, end, false, keys);
    else if (field === 3) values = readPacked(wire, end, false, values);
    else if (field === 8) lat = readSigned(wire);
    else if (field === 9) lon = readSigned(wire);
    else skipField(wire);
  });
  visit(checkId(wire, id), context.toLonE7(lon), context.toLatE7(lat), () => toTags(context, keys, values));
}
