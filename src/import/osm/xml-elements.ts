/** From tags of an XML file to nodes, ways and relations. */
import {
  MAX_LAT_E7,
  MAX_LON_E7,
  MAX_MEMBERS,
  MAX_TAGS,
  MAX_WAY_NODES,
  type Member,
  type Tags,
  type Visitor,
} from './element.ts';
import type { DataError, ProblemCode } from '../../problems.ts';
import { E7 } from '../../units.ts';

type Refuse = (expected: string, found: string, code?: ProblemCode) => DataError;
type Attributes = Readonly<Record<string, string>>;

/** The element at hand; its lists are emptied for the next one. */
interface Current {
  kind: 'node' | 'way' | 'relation' | null;
  attributes: Attributes;
  tags: Map<string, string>;
  refs: number[];
  members: Member[];
}

export interface XmlElements {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
}

const isKind = (name: string): name is 'node' | 'way' | 'relation' =>
  name === 'node' || name === 'way' || name === 'relation';

const WHOLE = /^-?\d{1,17}$/;
const DECIMAL = /^-?\d{1,3}(?:\.\d+)?(?:e-\d+)?$/i;

/** What a file says of itself. */
export interface XmlNotes {
  writer: string | null;
  asOfS: number | null;
  hasGeometry: boolean;
}

interface Reading {
  readonly notes: XmlNotes;
  readonly visitor: Visitor;
  readonly refuse: Refuse;
  readonly current: Current;
}

function readId({ refuse }: Reading, attribute: string, text: string | undefined): number {
  const id = Number(text);
  if (text !== undefined && WHOLE.test(text) && Number.isSafeInteger(id)) return id;
  const expected = `a whole number within ±(2^53 − 1) as ${attribute}`;
  throw refuse(expected, JSON.stringify(text ?? null), 'out-of-range');
}

function readE7({ refuse }: Reading, attribute: string, text: string | undefined, limitE7: number): number {
  const e7 = Math.round(Number(text) * E7);
  if (text !== undefined && DECIMAL.test(text) && Math.abs(e7) <= limitE7) return e7;
  const expected = `degrees within ±${limitE7 / E7} as ${attribute}`;
  throw refuse(expected, JSON.stringify(text ?? null), 'out-of-range');
}

function readMember(reading: Reading, { type: kind = '', ref, role = '' }: Attributes): Member {
  if (isKind(kind)) return { kind, id: readId(reading, 'ref', ref), role };
  throw reading.refuse('a member that is a node, way or relation', JSON.stringify(kind));
}

const NO_TAGS: Tags = new Map();

/** Id of a node of a way. Servers that are asked for geometry give its place there, and no node of its own. */
function readNodeOfWay(reading: Reading, { ref, lon, lat }: Attributes): number {
  const id = readId(reading, 'ref', ref);
  if (lon === undefined) return id;
  reading.notes.hasGeometry = true;
  const lonE7 = readE7(reading, 'lon', lon, MAX_LON_E7);
  reading.visitor.node?.(id, lonE7, readE7(reading, 'lat', lat, MAX_LAT_E7), () => NO_TAGS);
  return id;
}

/** A tag, a node of a way or a member of a relation begins. */
function openInside(reading: Reading, name: string, attributes: Attributes): void {
  const { kind, tags, refs, members } = reading.current;
  if (name === 'tag') tags.set(attributes['k'] ?? '', attributes['v'] ?? '');
  else if (name === 'nd' && kind === 'way') refs.push(readNodeOfWay(reading, attributes));
  else if (name === 'member' && kind === 'relation') members.push(readMember(reading, attributes));
  const { refuse } = reading;
  if (tags.size > MAX_TAGS) throw refuse(`at most ${MAX_TAGS} tags`, 'one more', 'too-large');
  if (refs.length > MAX_WAY_NODES) {
    throw refuse(`at most ${MAX_WAY_NODES} nodes in a way`, 'one more', 'too-large');
  }
  if (members.length > MAX_MEMBERS) throw refuse(`at most ${MAX_MEMBERS} members`, 'one more', 'too-large');
}

/** Hands the element at hand on, unless it is deleted. */
function giveElement(reading: Reading): void {
  const { visitor, current } = reading;
  const { kind, attributes, tags, refs, members } = current;
  if (attributes['visible'] === 'false' || attributes['action'] === 'delete') return;
  const id = readId(reading, 'id', attributes['id']);
  if (kind === 'node') {
    const lon = readE7(reading, 'lon', attributes['lon'], MAX_LON_E7);
    visitor.node?.(id, lon, readE7(reading, 'lat', attributes['lat'], MAX_LAT_E7), (): Tags => tags);
  } else if (kind === 'way') {
    visitor.way?.(id, Float64Array.from(refs), tags, toSecond(attributes['timestamp']));
  } else visitor.relation?.(id, members, tags);
}

/** Hands elements to a visitor as they close; `notes` takes what the file says of itself. */
export function createElements(visitor: Visitor, refuse: Refuse, notes: XmlNotes): XmlElements {
  const current: Current = { kind: null, attributes: {}, tags: new Map(), refs: [], members: [] };
  const reading: Reading = { visitor, refuse, current, notes };
  let depth = 0;
  return {
    open: (name, attributes) => {
      depth += 1;
      if (depth === 1 && name !== 'osm') throw refuse('an element <osm>', `<${name.slice(0, 40)}>`);
      if (depth === 1) notes.writer = attributes['generator'] ?? null;
      if (depth === 2 && name === 'meta') notes.asOfS = toSecond(attributes['osm_base']);
      if (depth === 2 && isKind(name)) {
        Object.assign(current, { kind: name, attributes, tags: new Map(), refs: [], members: [] });
      } else if (depth === 3 && current.kind !== null) openInside(reading, name, attributes);
    },
    close: (name) => {
      if (depth === 2 && isKind(name)) {
        giveElement(reading);
        current.kind = null;
      }
      depth -= 1;
    },
  };
}

/** `2026-08-01T12:00:00Z` as seconds since 1970. */
function toSecond(text: string | undefined): number | null {
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isFinite(ms) && ms > 0 ? Math.floor(ms / 1000) : null;
}
