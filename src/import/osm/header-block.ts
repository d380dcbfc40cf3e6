/** The first block of a PBF file: what a reader must understand, and what the file says of itself. */
import type { FileNotes } from './element.ts';
import type { Block } from './blob.ts';
import { guard, readFields, readSlice, skipField } from './wire.ts';

/** Features this reader has; a file that requires another one is refused. */
const FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** Reads the header. Throws DataError for a required feature that is not understood. */
export function readHeaderBlock({ wire, length }: Block): FileNotes {
  const { pbf, refuse } = wire;
  const decoder = new TextDecoder();
  let writer: string | null = null;
  let asOfS: number | null = null;
  const readField = (field: number): void => {
    if (field === 4) {
      const at = pbf.pos;
      const feature = decoder.decode(readSlice(wire, length));
      if (!FEATURES.has(feature)) {
        throw refuse(
          at,
          `a file that requires ${[...FEATURES].join(', ')} alone`,
          `one with ${feature}`,
          'unsupported',
        );
      }
    } else if (field === 16) writer = decoder.decode(readSlice(wire, length));
    else if (field === 32) asOfS = pbf.readVarint(true);
    else skipField(wire);
  };
  guard(wire, () => readFields(wire, length, readField));
  return { form: 'pbf', writer, asOfS: toMoment(asOfS) };
}

/** Seconds of the year 5138: more than that are milliseconds, as some writers give them. */
const MAX_SECONDS = 100_000_000_000;

/** Seconds since 1970 within four digits of a year, else unknown. */
function toMoment(given: number | null): number | null {
  const seconds = given !== null && given > MAX_SECONDS ? Math.floor(given / 1000) : given;
  return seconds !== null && seconds > 0 && seconds < MAX_SECONDS ? seconds : null;
}
