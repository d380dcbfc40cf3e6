/**
 * Road data: highways, their sections, nodes and links. Files: `data/highways/<id>.geojson`.
 * A node or link is plain text turned into values; edges and vertices live in `routing/`.
 */
import type { Confidence, CoordinateGrade, LonLat } from './source.ts';

export const FACILITIES = ['expressway', 'urban-expressway', 'arterial', 'local', 'ramp'] as const;
export type Facility = (typeof FACILITIES)[number];

export const PLAZAS = ['entry', 'exit', 'barrier'] as const;
export type Plaza = (typeof PLAZAS)[number];

/** published: as printed; split: a published section divided between exits; estimated: everything else. */
export type LengthBasis = 'published' | 'split' | 'estimated';

export interface RoadNode {
  readonly id: string;
  readonly at: LonLat;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly grade: CoordinateGrade;
  /** How the coordinate was obtained, in words. */
  readonly basis: string;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** A stretch of a highway opened on one date (or through one decision), e.g. `N2R`. */
export interface Section {
  readonly id: string;
  readonly highway: string;
  readonly titleEn: string;
  readonly titleZh: string;
  /** Length as published in km, or null where none is; derived ones say how in `lengthNote`. */
  readonly publishedKm: number | null;
  readonly lengthNote?: string;
  /** ISO date, month or year; null = before 2000, day not known. */
  readonly opened: string | null;
  readonly sources: readonly string[];
  readonly note?: string;
}

export interface Highway {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly refNow: string | null;
  readonly refOld: string | null;
  readonly sections: readonly Section[];
  readonly conflicts: readonly string[];
  readonly note?: string;
}

/**
 * A directed link. A feature with `directed: false` gives two: `id` as drawn and `id~r` backwards
 * (same length, opposite ends and geometry). Units: metres, km/h; counts per direction.
 */
export interface Link {
  readonly id: string;
  /** Id of the feature it comes from: both directions share it. */
  readonly featureId: string;
  readonly highway: string;
  readonly section: string;
  readonly from: string;
  readonly to: string;
  /** True where the feature runs one way only. */
  readonly directed: boolean;
  readonly geometry: readonly LonLat[];
  readonly facility: Facility;
  readonly lengthM: number;
  readonly lengthBasis: LengthBasis;
  /** How the length was obtained, e.g. `town chain` (crow × 1.25). */
  readonly lengthHow: string;
  /** Interval of an estimated length; equal to lengthM where it is published or split. */
  readonly lengthLowM: number;
  readonly lengthHighM: number;
  readonly lanesPerDirection: number | null;
  readonly designKmh: number | null;
  /** Signed limit; null = unsigned or not known. */
  readonly postedKmh: number | null;
  /** A site may join here; never on an expressway, urban expressway, ramp or bridge. */
  readonly accessible: boolean;
  readonly bridge: boolean;
  readonly urban: boolean;
  /** A painted centre line exists (Implementation Regulations, art. 45). */
  readonly centreLine: boolean;
  /** Number of signals passed; may be fractional. */
  readonly signals: number;
  readonly plaza: Plaza | null;
  /** Id of a tariff; null = never tolled. */
  readonly tariff: string | null;
  /** ISO date, month or year; null = before 2000, day not known. */
  readonly opened: string | null;
  readonly closed: string | null;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly refNow: string | null;
  readonly refOld: string | null;
  /** Facility whose traffic-state row applies instead of the link's own. */
  readonly stateAs: Facility | null;
  /** Set where the link was added so that a road that ended on a belt section still joins the network. */
  readonly joint: string | null;
  readonly conflict: string | null;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  /** Part of the driven speed that congestion leaves, by a scenario; not said = 1. */
  readonly speedFactor?: number;
  /** Built by a scenario: it decides no place's radius. */
  readonly whatIf?: true;
}

/** Water a connector may not cross, as a line or a ring. File: `data/water.geojson`. */
export interface Water {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly lines: readonly (readonly LonLat[])[];
  /** Width in metres for drawing only. */
  readonly widthM: number;
  readonly sources: readonly string[];
}
