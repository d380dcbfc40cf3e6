/**
 * A road network made from somebody's map: columns of numbers, one entry a node or a link, as they are written to and
 * read from a file. It is never changed: a scenario is a patch over it.
 */
import type { CountryLimits, RoadClass, RoadProfile } from './road-rules.ts';
import type { Source } from './source.ts';

/** A time that says that a direction is closed to a vehicle. */
export const CLOSED = 0xffff_ffff;
/** The longest time of a link: times and costs of a search are whole numbers of 31 bits. */
export const MAX_MS = 0x7fff_ffff;

/** Kinds of things an import left out or did not understand. */
export type ImportNoteKind =
  | 'highway'
  | 'area'
  | 'construction'
  | 'opening-date'
  | 'access'
  | 'oneway'
  | 'maxspeed'
  | 'conditional'
  | 'size'
  | 'barrier'
  | 'ferry'
  | 'duration'
  | 'missing-node'
  | 'short-way'
  | 'restriction'
  | 'coordinates';

/** A value that was left out or not understood, and how often. */
export interface ImportNote {
  readonly kind: ImportNoteKind;
  readonly value: string;
  readonly count: number;
  /** Ids of some of the elements. */
  readonly examples: readonly number[];
}

/** Times of one vehicle along each link, whole milliseconds; CLOSED where it may not drive. */
export interface LinkTimes {
  readonly forward: Uint32Array;
  readonly backward: Uint32Array;
  /** Bit 0: forward only for whoever has business there; bit 1: backward likewise. */
  readonly destinationOnly: Uint8Array;
}

/** Bits of `roads.flags`. */
export const ROAD_FLAGS = {
  bridge: 1,
  tunnel: 2,
  toll: 4,
  roundabout: 8,
  motorroad: 16,
  /** The limit is an assumption for the class of road. */
  assumedLimit: 32,
  /** The limit is a general one that a sign or tag names. */
  generalLimit: 64,
  /** Times came with the data: no limit was looked at. */
  givenTime: 128,
  /** A scenario builds it: line and sign are the user's. Never in a file. */
  drawn: 256,
} as const;

/** Values of `roads.status`. */
export const ROAD_STATUS = { open: 0, construction: 1, proposed: 2 } as const;

/** What many links have in common. */
export interface RoadTable {
  /** Index in `notes.classes`. */
  readonly roadClass: Uint8Array;
  readonly status: Uint8Array;
  readonly flags: Uint16Array;
  /** Limit of a car forward and backward in units of 0.01 km/h; 0 where it is closed. */
  readonly limitForward: Uint16Array;
  readonly limitBackward: Uint16Array;
  /** Index in `names`. */
  readonly names: Uint32Array;
  /** Index in `notes.openingDates`. */
  readonly opens: Uint16Array;
}

/** What was left, and what became of it. */
export interface ImportCounts {
  readonly ways: number;
  readonly wayNodes: number;
  readonly nodes: number;
  readonly links: number;
  readonly bans: number;
  /** Parts that were left out because they do not connect with the largest both ways. */
  readonly islands: number;
  readonly islandLinks: number;
  readonly islandKm: number;
  readonly candidates: number;
  /** Kilometres of links, and how many of them have a limit from a sign, a general one, an assumed one. */
  readonly km: number;
  readonly signedKm: number;
  readonly generalKm: number;
  readonly assumedKm: number;
  /** Kilometres whose times came with the data. */
  readonly givenKm: number;
}

/** Where a network comes from and what it is made with. */
export interface NetworkNotes {
  readonly schema: 'beltway/network@1';
  readonly title: string;
  readonly source: {
    /** Name of the file. */
    readonly file: string;
    readonly form: 'osm-pbf' | 'osm-xml' | 'gmns' | 'csv' | 'routingkit';
    readonly writer: string | null;
    /** Day up to which the map was read, or null. */
    readonly asOf: string | null;
    /** Where that day comes from. */
    readonly asOfBasis: 'header' | 'newest-way' | null;
  };
  /** What must be said wherever the network is shown. */
  readonly attribution: string;
  readonly licence: string;
  /** ISO 3166-1 code whose general limits hold, or null. */
  readonly country: string | null;
  /** What those limits rest on; those of no country are assumptions for the world. */
  readonly limits: Pick<CountryLimits, 'name' | 'grade' | 'assumed' | 'sources'>;
  /** System the source was in; the network is in WGS84. */
  readonly sourceCoordinates: 'WGS84' | 'GCJ-02';
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly classes: readonly RoadClass[];
  readonly profiles: readonly RoadProfile[];
  readonly openingDates: readonly string[];
  /** A place joins the nearest points of so many of the nearest links within a limit, and drives there at a speed. */
  readonly connectors: { readonly links: number; readonly limitM: number; readonly kmh: number };
  readonly counts: ImportCounts;
  readonly left: readonly ImportNote[];
  readonly warnings: readonly string[];
  readonly sources: readonly Source[];
}

export interface ImportedNetwork {
  readonly notes: NetworkNotes;
  /** Points where links meet, in units of 1e-7 degree (WGS84), and their ids on the map. */
  readonly nodes: {
    readonly lonE7: Int32Array;
    readonly latE7: Int32Array;
    readonly id: Float64Array;
  };
  /** Stretches between two nodes, drawn from one to the other. */
  readonly links: {
    readonly from: Uint32Array;
    readonly to: Uint32Array;
    /** Along the WGS84 ellipsoid, whole millimetres. */
    readonly lengthMm: Uint32Array;
    /** Index in `roads`. */
    readonly road: Uint32Array;
    /** Way it was cut from; the first of several. */
    readonly id: Float64Array;
    /** Points between its ends are those from shapeStart[i] to shapeStart[i + 1] of `shape`. */
    readonly shapeStart: Uint32Array;
  };
  readonly shape: { readonly lonE7: Int32Array; readonly latE7: Int32Array };
  /** One entry for each profile of the notes. */
  readonly times: readonly LinkTimes[];
  readonly roads: RoadTable;
  readonly names: readonly Readonly<Record<string, string>>[];
  /** Sequences of links that may not be driven one after the other. */
  readonly bans: {
    /** Those of ban i are start[i] … start[i + 1] − 1 of `steps`. */
    readonly start: Uint32Array;
    /** Link × 2, and 1 more where it is driven backward. */
    readonly steps: Uint32Array;
    /** Bit p: it holds for profile p. */
    readonly profiles: Uint8Array;
  };
  /** In which order a hierarchy over the network takes its nodes, 0 = first; null where nobody has looked. */
  readonly nodeRank: Uint32Array | null;
}
