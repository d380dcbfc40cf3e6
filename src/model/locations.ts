/** The shape of the answer `beltway/locations@1`: places ranked by the assembler groups within the cutoff. */
import type { AnswerOrigin, GroupVerdict } from './answer.ts';
import type { LonLat } from './source.ts';
import type { TripScenario } from './trip.ts';

/** Time from a location to a group. */
export interface LocationTime {
  readonly group: string;
  /** Plant that decides; null = no way. */
  readonly plant: string | null;
  /** Seconds, whole milliseconds; null = unreachable. */
  readonly timeS: number | null;
  readonly verdict: GroupVerdict;
}

/** A location in one scenario. */
export interface LocationSide {
  /** Groups within the cutoff. */
  readonly strict: number;
  /** Groups within the cutoff and its tolerance. */
  readonly tolerant: number;
  /** Greatest of the group times; null where a group is unreachable. */
  readonly worstS: number | null;
  /** 1 = best; equal ones share the better number and the next one is left out. */
  readonly rank: number;
  /** In the order of the data set. */
  readonly times: readonly LocationTime[];
}

export interface RankedLocation {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly district: string | null;
  readonly kind: AnswerOrigin['kind'];
  readonly at: LonLat;
  readonly base: LocationSide;
  readonly build: LocationSide;
  /** Places gained in the ranking: rank without less rank with. */
  readonly rankGain: number;
}

export interface Locations {
  readonly schema: 'beltway/locations@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly valueOfTimeCnyPerH: number | null;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly base: TripScenario;
  readonly build: TripScenario;
  /** Best with the belt first; equal ones by id. */
  readonly locations: readonly RankedLocation[];
}
