/** What an OpenStreetMap file is made of, as its readers hand it on: one element at a time, nothing kept. */
import { E7 } from '../../units.ts';

/** Tags of one element by key. */
export type Tags = ReadonlyMap<string, string>;

export type MemberKind = 'node' | 'way' | 'relation';

export interface Member {
  readonly kind: MemberKind;
  readonly id: number;
  readonly role: string;
}

/**
 * Called for each element in the order of the file. A kind without a function is passed over without being decoded.
 * Ids are whole numbers within ±(2^53 − 1); coordinates are WGS84 in units of 1e-7 degree.
 */
export interface Visitor {
  /** Tags are read only where asked for, during the call. */
  readonly node?: (id: number, lonE7: number, latE7: number, readTags: () => Tags) => void;
  /** `changedS` is the second of the last edit since 1970, or null where the file does not say. */
  readonly way?: (id: number, nodes: Float64Array, tags: Tags, changedS: number | null) => void;
  readonly relation?: (id: number, members: readonly Member[], tags: Tags) => void;
}

/** What a file says of itself. */
export interface FileNotes {
  readonly form: 'pbf' | 'xml';
  /** Program that wrote it, or null. */
  readonly writer: string | null;
  /** Second since 1970 up to which the map was read, or null. */
  readonly asOfS: number | null;
  /** Ways give the places of their nodes: what stands on those may not be in the file. */
  readonly hasGeometry?: boolean;
}

/** Ends of the earth, in 1e-7 degrees. */
export const MAX_LON_E7 = 180 * E7;
export const MAX_LAT_E7 = 90 * E7;

/** A reference list longer than this is no way: the map's own limit is 2,000. */
export const MAX_WAY_NODES = 100_000;
/** The map's own limit is 32,000 members. */
export const MAX_MEMBERS = 200_000;
/** Tags of one element. */
export const MAX_TAGS = 5000;
