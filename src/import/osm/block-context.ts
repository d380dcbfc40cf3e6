/** What is known of a block while its elements are read. */
import { MAX_TAGS, type Tags } from './element.ts';
import type { Wire } from './wire.ts';

/** What elements of a block are read with. */
export interface BlockContext {
  readonly wire: Wire;
  /** Text by its index. Throws DataError for an index that is not there. */
  readonly readText: (index: number) => string;
  /** Nanodegrees of latitude and longitude of a stored number as units of 1e-7 degree. */
  readonly toLatE7: (stored: number) => number;
  readonly toLonE7: (stored: number) => number;
  /** Milliseconds of one step of a date. */
  readonly dateStepMs: number;
}

/** Tags from two lists of texts of equal length. */
export function toTags({ wire, readText }: BlockContext, keys: Float64Array, values: Float64Array): Tags {
  const { pbf, refuse } = wire;
  if (keys.length !== values.length || keys.length > MAX_TAGS) {
    const expected = `as many keys as values, at most ${MAX_TAGS}`;
    throw refuse(pbf.pos, expected, `${keys.length} keys and ${values.length} values`);
  }
  const tags = new Map<string, string>();
  for (const [i, key] of keys.entries()) tags.set(readText(key), readText(values[i] as number));
  return tags;
}
