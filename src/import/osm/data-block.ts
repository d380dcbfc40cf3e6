/** A block of elements: its texts, its grid of coordinates, and groups of nodes, ways and relations. */
import type { Block } from './blob.ts';
import type { BlockContext } from './block-context.ts';
import { MAX_LAT_E7, MAX_LON_E7, type Visitor } from './element.ts';
import { readDenseNodes, readNode } from './nodes.ts';
import { readRelation, readWay, readWayPlaces } from './ways.ts';
import { guard, readEnd, readFields, readMessage, readSlice, skipField, type Wire } from './wire.ts';

/** Kinds of elements in a block: a later pass opens only the blocks it needs. */
export interface BlockContents {
  /** Also where ways give the places of their nodes. */
  nodes: boolean;
  ways: boolean;
  relations: boolean;
  /** Ways give the places of their nodes. */
  places: boolean;
}

interface Parts {
  readonly texts: Uint8Array[];
  /** Start and end of each group. */
  readonly groups: (readonly [start: number, end: number])[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
  dateStepMs: number;
}

/** Groups may stand before the numbers they are read with, so that they are only found here. */
function readParts(wire: Wire, length: number): Parts {
  const { pbf } = wire;
  const parts: Parts = {
    texts: [],
    groups: [],
    granularity: 100,
    latOffset: 0,
    lonOffset: 0,
    dateStepMs: 1000,
  };
  readFields(wire, length, (field) => {
    if (field === 1) {
      readMessage(wire, length, (textField, end) => {
        if (textField === 1) parts.texts.push(readSlice(wire, end));
        else skipField(wire);
      });
    } else if (field === 2) {
      const end = readEnd(wire, length);
      parts.groups.push([pbf.pos, end]);
      pbf.pos = end;
    } else if (field === 17) parts.granularity = pbf.readVarint(true);
    else if (field === 18) parts.dateStepMs = pbf.readVarint(true);
    else if (field === 19) parts.latOffset = pbf.readVarint(true);
    else if (field === 20) parts.lonOffset = pbf.readVarint(true);
    else skipField(wire);
  });
  return parts;
}

function createTextReader({ pbf, refuse }: Wire, texts: readonly Uint8Array[]): (index: number) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const known: (string | undefined)[] = [];
  return (index) => {
    const found = known[index];
    if (found !== undefined) return found;
    const bytes = texts[index];
    if (bytes === undefined) throw refuse(pbf.pos, `a text below ${texts.length}`, `text ${index}`);
    const text = decoder.decode(bytes);
    known[index] = text;
    return text;
  };
}

const NANO_PER_E7 = 100;

function createScale(
  { pbf, refuse }: Wire,
  what: string,
  granularity: number,
  offset: number,
  limitE7: number,
): (stored: number) => number {
  return (stored) => {
    const e7 = Math.round((offset + granularity * stored) / NANO_PER_E7);
    if (e7 >= -limitE7 && e7 <= limitE7) return e7;
    throw refuse(pbf.pos, `a ${what} within ±${limitE7 / 1e7}°`, `${e7 / 1e7}`, 'out-of-range');
  };
}

/** Reads a block for a visitor and tells what is in it. Throws DataError at the byte where it breaks. */
export function readDataBlock({ wire, length }: Block, visitor: Visitor): BlockContents {
  const contents: BlockContents = { nodes: false, ways: false, relations: false, places: false };
  guard(wire, () => {
    const { texts, groups, granularity, latOffset, lonOffset, dateStepMs } = readParts(wire, length);
    const context: BlockContext = {
      wire,
      readText: createTextReader(wire, texts),
      toLatE7: createScale(wire, 'latitude', granularity, latOffset, MAX_LAT_E7),
      toLonE7: createScale(wire, 'longitude', granularity, lonOffset, MAX_LON_E7),
      dateStepMs,
    };
    for (const [start, end] of groups) {
      wire.pbf.pos = start;
      readGroup(context, end, visitor, contents);
    }
  });
  return contents;
}

function readGroup(context: BlockContext, end: number, visitor: Visitor, contents: BlockContents): void {
  const { wire } = context;
  readFields(wire, end, (field) => {
    if (field === 1 || field === 2) contents.nodes = true;
    if (field === 3) contents.ways = true;
    if (field === 4) contents.relations = true;
    if (field === 1 && visitor.node !== undefined) readNode(context, end, visitor.node);
    else if (field === 2 && visitor.node !== undefined) readDenseNodes(context, end, visitor.node);
    else if (field === 3 && visitor.way !== undefined) {
      if (readWay(context, end, visitor.way)) contents.nodes = contents.places = true;
    } else if (field === 3 && visitor.node !== undefined) readWayPlaces(context, end, visitor.node);
    else if (field === 4 && visitor.relation !== undefined) readRelation(context, end, visitor.relation);
    else skipField(wire);
  });
}
