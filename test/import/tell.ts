/** What is wrong with a file, as the first problem its import tells. */
import { toByteSource, type ByteSource } from '../../src/import/byte-source.ts';
import { DataError, type Problem } from '../../src/problems.ts';
import { importWhole } from './drawn-map.ts';

/** The problem of a file; throws where it is read. */
export function tell(source: ByteSource | Uint8Array): Problem {
  try {
    importWhole(source instanceof Uint8Array ? toByteSource(source, 'x.osm.pbf') : source, {
      keepIslands: false,
    });
  } catch (error) {
    if (error instanceof DataError && error.problems[0] !== undefined) return error.problems[0];
    throw error;
  }
  throw new Error('it was read');
}
