/** Where a figure comes from and how far it can be trusted. Files: `data/sources.json`. */

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Year of the work, or null where it carries none. */
  readonly year: number | null;
  readonly licence: string;
  /** Address as printed, or null for works without one. */
  readonly url: string | null;
  /** ISO date on which it was read, or null where that is not recorded. */
  readonly read: string | null;
  /** What was done to it to make the records that name it. */
  readonly done: string;
}

export type Confidence = 'high' | 'medium' | 'low';

/** Coordinate grade: A within 0.5 km, B within 1.5 km, C within 3 km of the true place. */
export type CoordinateGrade = 'A' | 'B' | 'C';

/** How well a parameter is known. */
export type ParameterGrade = 'measured' | 'official' | 'literature' | 'assumed';

/** A number the model rests on: value with its range, unit, source and grade. */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly grade: ParameterGrade;
  readonly note?: string;
}

/** WGS84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];
