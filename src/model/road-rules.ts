/** How tags of a map become roads: file `data/import/road-rules.json`, or one of the user's own. */
import type { Facility } from './road.ts';
import type { Parameter, ParameterGrade, Source } from './source.ts';

/** Kinds of road for which a law gives a general limit. */
export const LIMIT_ZONES = ['urban', 'rural', 'trunk', 'motorway', 'livingStreet'] as const;
export type LimitZone = (typeof LIMIT_ZONES)[number];

/** One value of `highway`, in the order of importance; its place in the list is its index in a network. */
export interface RoadClass {
  /** The value itself; `ferry` stands for ferries and car trains. */
  readonly id: string;
  /** What the factors of a vehicle class take it for; null = a vessel. */
  readonly facility: Facility | null;
  /** Whether motor vehicles may use it where no tag says so. */
  readonly openByDefault: boolean;
  /** Not open by default, but for motor vehicles among others: `access` alone speaks of them too. */
  readonly isForAll?: boolean;
  /** The general limit that holds where no sign stands. */
  readonly limitOf: LimitZone;
  /** What is assumed there instead where the law's limit is no measure of the road; never above that limit. */
  readonly assumedKmh: number | null;
}

/** One vehicle on the map. Tags are named from the most general to the most particular. */
export interface RoadProfile {
  /** Id of a vehicle class: its factors and ceilings hold. */
  readonly vehicleClass: string;
  /** Keys of access, e.g. access, vehicle, motor_vehicle, hgv. */
  readonly access: readonly string[];
  readonly oneway: readonly string[];
  /** Suffixes of `maxspeed`, the most particular first, e.g. hgv. */
  readonly maxspeed: readonly string[];
  /** Words of `except` and suffixes of `restriction` that mean it. */
  readonly restriction: readonly string[];
  /** Whose general limits hold. */
  readonly legal: 'car' | 'hgv';
  readonly weightT: number;
  readonly axleLoadT: number;
  readonly heightM: number;
  readonly widthM: number;
  readonly lengthM: number;
}

/** General limits of a country in km/h. */
export interface CountryLimits {
  readonly name: string;
  readonly car: Readonly<Record<LimitZone, number>>;
  readonly hgv: Readonly<Record<LimitZone, number>>;
  /** How well the figures are known, those that `assumed` lists left aside. */
  readonly grade: ParameterGrade;
  readonly sources: readonly string[];
  /** Figures that no source gives, e.g. car.trunk. */
  readonly assumed: readonly string[];
  readonly note?: string;
}

export interface RoadRules {
  readonly note?: string;
  readonly classes: readonly RoadClass[];
  /** Values of `highway` that are known and carry no motor vehicles. */
  readonly notRoads: readonly string[];
  /** Values of `service` that change who may drive there. */
  readonly services: Readonly<Record<string, 'open' | 'closed'>>;
  /** Values of access keys. */
  readonly access: Readonly<Record<'open' | 'destination' | 'closed', readonly string[]>>;
  /** Values of `barrier` on a node of a road. */
  readonly barriers: Readonly<Record<'open' | 'closed', readonly string[]>>;
  /** Values of `bollard` that let vehicles pass. */
  readonly openBollards: readonly string[];
  readonly parameters: Readonly<
    Record<
      | 'assumedShare'
      | 'signalDelayS'
      | 'signalClusterM'
      | 'tollBoothS'
      | 'ferryKmh'
      | 'walkKmh'
      | 'connectorLinks'
      | 'connectorLimitM'
      | 'connectorKmh',
      Parameter
    >
  >;
  /** A sign below or above is not believed. */
  readonly kmhFrom: number;
  readonly kmhTo: number;
  /** Where no country is named. */
  readonly world: CountryLimits;
  /** By ISO 3166-1 code. */
  readonly countries: Readonly<Record<string, CountryLimits>>;
  /** What stands behind a country's code in `maxspeed`, e.g. the `urban` of `CN:urban`. */
  readonly zoneWords: Readonly<Record<string, LimitZone>>;
  readonly profiles: readonly RoadProfile[];
  readonly sources: readonly Source[];
}
