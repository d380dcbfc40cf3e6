/** One pass over an OpenStreetMap file of either form, told apart by its first bytes. */
import { toFileError, type ByteSource } from '../byte-source.ts';
import { readBlocks } from './blob.ts';
import { readDataBlock, type BlockContents } from './data-block.ts';
import type { FileNotes, Visitor } from './element.ts';
import { readHeaderBlock } from './header-block.ts';
import { readXml } from './xml.ts';

/** What a file is, after a pass; and what a pass after it may leave out. */
export interface OsmFile {
  readonly notes: FileNotes;
  /** What is in each block of a PBF file. */
  readonly contents: readonly BlockContents[];
}

const NOTHING: FileNotes = { form: 'pbf', writer: null, asOfS: null };

/** First bytes of other forms people have. */
const OTHERS: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x1f, 0x8b], 'a gzip file: unpack it first'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file: unpack it first'],
  [[0x50, 0x4b], 'a zip file: unpack it first'],
  [[0xff, 0xe0], 'an o5m file'],
];

const FIRST_BYTES = 64;

/** The form of a file. Throws DataError for one that is neither. */
function findForm(source: ByteSource): 'pbf' | 'xml' {
  const first = source.read(0, Math.min(FIRST_BYTES, source.size));
  const start = new TextDecoder().decode(first);
  if (/^\uFEFF?\s*</.test(start)) return 'xml';
  // What was packed stands as it was in a packed file that it could not shorten.
  const [, other] = OTHERS.find(([bytes]) => bytes.every((byte, i) => first[i] === byte)) ?? [];
  if (other === undefined && start.includes('OSMHeader')) return 'pbf';
  const found = other ?? (source.size === 0 ? 'an empty file' : 'neither');
  throw toFileError(source.name, 'byte 0', 'an OpenStreetMap file, PBF or XML', found, 'unsupported');
}

/**
 * Reads every element the visitor has a function for; yields the offset reached after each piece. `before` is what an
 * earlier pass returned: blocks without such an element are then not opened. Throws DataError at the byte where the
 * file breaks.
 */
export function* readOsm(source: ByteSource, visitor: Visitor, before?: OsmFile): Generator<number, OsmFile> {
  if (findForm(source) === 'xml') return { notes: yield* readXml(source, visitor), contents: [] };
  const contents: BlockContents[] = [];
  let notes = before?.notes ?? NOTHING;
  const isWanted = (index: number): boolean => {
    const known = before?.contents[index];
    if (known === undefined) return true;
    return (
      (known.nodes && visitor.node !== undefined) ||
      (known.ways && visitor.way !== undefined) ||
      (known.relations && visitor.relation !== undefined)
    );
  };
  const blocks = readBlocks(
    source,
    (block, index) => {
      if (block.kind === 'OSMHeader') notes = readHeaderBlock(block);
      contents[index] =
        block.kind === 'OSMHeader'
          ? { nodes: false, ways: false, relations: false, places: false }
          : readDataBlock(block, visitor);
    },
    isWanted,
  );
  yield* blocks;
  if (before !== undefined) return before;
  return { notes: { ...notes, hasGeometry: contents.some(({ places }) => places) }, contents };
}
