/**
 * Time of day: how much longer a road takes at which hour, and when a vehicle may not be on it.
 * Files: `data/profiles/<id>.json`, `data/bans.json`.
 */
import type { Facility } from './road.ts';
import type { LonLat, ParameterGrade } from './source.ts';

/** Full hours of a day: 0 … 23; 24:00 is 0:00 of the next, which is alike. */
export const HOURS_PER_DAY = 24;

/**
 * Factors on the free-flow running time at the full hours 0:00 … 23:00, 24 of each. Between two hours the factor
 * runs straight from one to the other.
 */
export interface HourlyFactors {
  readonly value: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly unit: string;
  readonly source: string;
  readonly grade: ParameterGrade;
  readonly note?: string;
}

/** A day of traffic. Connectors, signals and plazas take no factor. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly factors: Readonly<Record<Facility, HourlyFactors>>;
  /** Rows that replace `factors` for one vehicle class, where a source says so. */
  readonly byVehicleClass: Readonly<Record<string, Partial<Record<Facility, HourlyFactors>>>>;
  readonly note?: string;
}

/** Hours of every day, `HH:MM`; the end is no longer banned, and one before the beginning is that of the next day. */
export interface BanHours {
  readonly from: string;
  readonly to: string;
}

/** Vehicles that may not be on some roads at some hours. */
export interface Ban {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string | null;
  /** Ids of vehicle classes. */
  readonly vehicleClasses: readonly string[];
  /** Ids of highways, sections and features that are banned as a whole. */
  readonly highways: readonly string[];
  readonly sections: readonly string[];
  readonly links: readonly string[];
  /** Ring around a zone, first point = last; every link drawn wholly or partly inside is banned. Null = no zone. */
  readonly zone: readonly LonLat[] | null;
  readonly hours: readonly BanHours[];
  /** ISO dates between which it is in force; null = before 2000 and still. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sources: readonly string[];
  readonly note?: string;
}
