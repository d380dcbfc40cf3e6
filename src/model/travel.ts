/**
 * What travel time is made of besides the road: vehicle classes, traffic states, tariffs, parameters.
 * Files: `data/vehicle-classes/*.json`, `data/traffic-states/*.json`, `data/tariffs.json`, `data/parameters.json`.
 */
import type { Facility } from './road.ts';
import type { Parameter } from './source.ts';

export interface FacilitySpeed {
  /** Legal maximum for the class on this facility in km/h; null = the sign alone counts. */
  readonly legalKmh: number | null;
  /** Share of min(posted, legal) that is driven when nothing is in the way. */
  readonly factor: Parameter;
  /** Ceiling on the driven speed in km/h after the factor; null = none. */
  readonly capKmh: number | null;
}

export interface VehicleClass {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Order of size: 1 smallest. A bigger vehicle is never faster on any link. */
  readonly size: number;
  /** Key into a tariff's rates. */
  readonly tollClass: string;
  readonly facilities: Readonly<Record<Facility, FacilitySpeed>>;
  /** Limits where no sign stands (Implementation Regulations of the Road Traffic Safety Law, art. 45). */
  readonly unsigned: {
    readonly oneLanePerDirection: { readonly urbanKmh: number; readonly otherKmh: number };
    readonly noCentreLine: { readonly urbanKmh: number; readonly otherKmh: number };
  };
  readonly sources: readonly string[];
  readonly note?: string;
}

/** Factors on running time by facility; free flow is 1 everywhere. Connectors, signals and plazas take none. */
export interface TrafficState {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly factors: Readonly<Record<Facility, Parameter>>;
  /** Rows that replace `factors` for one vehicle class, where a source says so. */
  readonly byVehicleClass: Readonly<Record<string, Partial<Record<Facility, Parameter>>>>;
}

/** What is charged, and when. Rates by toll class; a link is tolled on a date only inside a period. */
export interface TariffPeriod {
  /** First day; null = since opening. */
  readonly from: string | null;
  /** First day no longer charged; null = still charged. */
  readonly to: string | null;
  readonly perKmCny: Readonly<Record<string, number>>;
  /** Flat charge for passing the link once. */
  readonly perPassCny: Readonly<Record<string, number>>;
  readonly estimated: boolean;
}

export interface Tariff {
  readonly id: string;
  readonly name: string;
  readonly periods: readonly TariffPeriod[];
  readonly sources: readonly string[];
  readonly note?: string;
}

/** Ids every data set must give in `data/parameters.json`; values in the unit named there. */
export const PARAMETER_IDS = [
  'connectorSpeedKmh',
  'connectorRadiusM',
  'connectorRadiusMaxM',
  'signalDelayS',
  'plazaEntryS',
  'plazaExitS',
  'plazaBarrierS',
  'gantryPassS',
  'defaultExpresswayKmh',
  'defaultUrbanExpresswayKmh',
  'defaultArterialKmh',
  'defaultLocalKmh',
  'defaultRampKmh',
  'cutoffS',
  'toleranceS',
  'claimToleranceS',
  'secondBestShare',
  'alternativeExtraS',
  'loadingS',
  'gateS',
  'unloadingS',
] as const;
export type ParameterId = (typeof PARAMETER_IDS)[number];
export type Parameters = Readonly<Record<ParameterId, Parameter>>;
