/**
 * OpenStreetMap XML, read in pieces as a stream: nothing of it is kept but the element at hand. A document type is
 * refused, so that no entity can be declared; the five of XML itself are the only ones.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { DataError, ProblemCode } from '../../problems.ts';
import { toFileError, type ByteSource } from '../byte-source.ts';
import type { FileNotes, Visitor } from './element.ts';
import { createElements, type XmlNotes } from './xml-elements.ts';

const PIECE_BYTES = 64 * 1024;
/** Pieces without the end of a tag after which a file is refused: a text of the map has at most 255 characters. */
const MAX_QUIET_PIECES = 16;

type Refuse = (expected: string, found: string, code?: ProblemCode) => DataError;

interface Place {
  /** Characters and bytes before the piece at hand. */
  chars: number;
  bytes: number;
  piece: string;
}

/** Byte of the file that a character of the stream stands at. */
function toByte({ chars, bytes, piece }: Place, position: number): number {
  return bytes + new TextEncoder().encode(piece.slice(0, Math.max(0, position - chars))).length;
}

interface Stream {
  readonly parser: SaxesParser;
  readonly place: Place;
  readonly refuse: Refuse;
  /** Tags that ended so far. */
  tags: number;
}

const MAX_REMARK_CHARS = 200;

/** A server that ran out of time or memory ends its answer well formed, and says in a remark that there was more. */
function refuseCut(text: string, refuse: Refuse): void {
  const remark = text.trim().replaceAll(/\s+/g, ' ').slice(0, MAX_REMARK_CHARS);
  if (/\berror\b/i.test(remark)) throw refuse('a map that is whole', `the remark "${remark}"`);
}

function openStream(source: ByteSource, visitor: Visitor, notes: XmlNotes): Stream {
  const parser = new SaxesParser();
  const place: Place = { chars: 0, bytes: 0, piece: '' };
  const refuse: Refuse = (expected, found, code) => {
    const where = `byte ${toByte(place, parser.position)}, line ${parser.line}`;
    return toFileError(source.name, where, expected, found, code);
  };
  const stream: Stream = { parser, place, refuse, tags: 0 };
  const elements = createElements(visitor, refuse, notes);
  parser.on('error', (error) => {
    throw refuse('well-formed XML', error.message.replace(/^[\d:]+ /, ''));
  });
  parser.on('doctype', () => {
    throw refuse('OpenStreetMap XML without a document type', 'one', 'unsupported');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    stream.tags += 1;
    elements.open(tag.name, tag.attributes);
    if (tag.name === 'remark') parser.on('text', (text) => refuseCut(text, refuse));
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    stream.tags += 1;
    elements.close(tag.name);
    if (tag.name === 'remark') parser.off('text');
  });
  return stream;
}

/** Text of the next piece of bytes. Throws DataError for bytes that are no UTF-8. */
function decode(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
  at: number,
  file: string,
  more: boolean,
): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw toFileError(file, `byte ${at}`, 'UTF-8 text', 'bytes that are none');
  }
}

/** Reads a file for a visitor; yields the offset reached. Throws DataError at the byte where it breaks. */
export function* readXml(source: ByteSource, visitor: Visitor): Generator<number, FileNotes> {
  const notes: XmlNotes = { writer: null, asOfS: null, hasGeometry: false };
  const stream = openStream(source, visitor, notes);
  const { parser, place, refuse } = stream;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [quiet, tagsBefore] = [0, 0];
  for (let at = 0; at < source.size;) {
    const bytes = source.read(at, Math.min(PIECE_BYTES, source.size - at));
    const text = decode(decoder, bytes, at, source.name, at + bytes.length < source.size);
    place.piece = text;
    parser.write(text);
    place.chars += text.length;
    place.bytes += new TextEncoder().encode(text).length;
    place.piece = '';
    at += bytes.length;
    quiet = stream.tags === tagsBefore ? quiet + 1 : 0;
    tagsBefore = stream.tags;
    if (quiet > MAX_QUIET_PIECES) throw refuse('a tag within a megabyte', 'none', 'too-large');
    yield at;
  }
  parser.close();
  if (stream.tags === 0) throw refuse('an element <osm>', 'none');
  return { form: 'xml', ...notes };
}
