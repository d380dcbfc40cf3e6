/**
 * The shape of the answer `beltway/fastest-routes@1`: on how many supplier–plant pairs' fastest routes each
 * road feature lies. One route a pair, toll ignored unless asked for: not traffic.
 */
import type { Plaza } from './road.ts';
import type { TripScenario } from './trip.ts';

/** Pairs whose fastest route runs on a feature; drawn direction, against it, and either. */
export interface FeaturePairs {
  readonly forward: number;
  readonly backward: number;
  readonly both: number;
}

export interface FastestRoad {
  readonly feature: string;
  readonly highway: string;
  readonly section: string;
  readonly facility: string;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly ref: string | null;
  readonly plaza: Plaza | null;
  readonly belt: boolean;
  /** Null = not open in the scenario. */
  readonly base: FeaturePairs | null;
  readonly build: FeaturePairs | null;
}

export interface FastestSide {
  readonly scenario: TripScenario;
  /** Pairs with a way. */
  readonly routed: number;
  /** Pairs without. */
  readonly noWay: number;
  /** Pairs whose route uses the belt. */
  readonly viaBelt: number;
}

export interface FastestRoutes {
  readonly schema: 'beltway/fastest-routes@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly valueOfTimeCnyPerH: number | null;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly suppliers: number;
  readonly sites: number;
  /** Suppliers × groups. */
  readonly pairs: number;
  readonly base: FastestSide;
  readonly build: FastestSide;
  /** Features on a route of either scenario: most pairs with the belt first, then by id. */
  readonly roads: readonly FastestRoad[];
}
