/**
 * The shape of one explained trip, and of the trips that a map shows from a place. Times are seconds with
 * whole milliseconds, lengths metres, tolls CNY; `null` where there is no way. What is searched and how is
 * not here: `answer/trip-explanation.ts`, `answer/trip-list.ts`.
 */
import type { Attribution, AnswerOrigin, GroupVerdict } from './answer.ts';
import type { Plaza } from './road.ts';
import type { LonLat } from './source.ts';

/** A place with its coordinate, in both names. */
export interface TripPlace {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly at: LonLat;
}

export interface TripScenario {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  readonly date: string;
}

/** A road by the name people know; ramps are none. */
export interface TripRoad {
  readonly nameEn: string;
  readonly nameZh: string | null;
  /** Number today. */
  readonly ref: string | null;
  readonly belt: boolean;
  readonly lengthM: number;
  readonly timeS: number;
}

/** A node's names. */
export interface TripNode {
  readonly nameEn: string;
  readonly nameZh: string | null;
}

/** Consecutive links of one road, or consecutive ramps, joined. */
export interface TripLeg {
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly ref: string | null;
  readonly facility: string;
  /** Sections in the order driven. */
  readonly sections: readonly string[];
  readonly belt: boolean;
  readonly from: TripNode;
  readonly to: TripNode;
  readonly timeS: number;
  readonly lengthM: number;
  readonly tollCny: number;
  /** Share of the leg's seconds on links of estimated length. */
  readonly estimatedShare: number;
  /** Link ids in order. */
  readonly links: readonly string[];
}

/** The way between a place and the road. */
export interface TripConnector {
  readonly timeS: number;
  readonly lengthM: number;
  readonly feature: string;
  /** Road it joins. */
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly ref: string | null;
  /** Point at which it joins. */
  readonly at: LonLat;
}

export interface TripPlaza {
  readonly link: string;
  readonly plaza: Plaza;
  /** What the plaza adds to the link's time. */
  readonly delayS: number;
  readonly from: TripNode;
  readonly to: TripNode;
}

export interface TripSums {
  readonly timeS: number;
  readonly lengthM: number;
  readonly tollCny: number;
}

/** The fastest route that shares little of the best one. */
export interface TripSecondBest extends TripSums {
  readonly slowerS: number;
  /** Share of the best route's seconds that it also uses. */
  readonly sharedShare: number;
  readonly roads: readonly TripRoad[];
  readonly line: readonly LonLat[];
}

/** The route of least toll within the allowed extra time. */
export interface TripCheaper extends TripSums {
  readonly savedCny: number;
  readonly extraS: number;
  /** Value of time above which the tolled route is chosen; null = at none. */
  readonly breakEvenCnyPerH: number | null;
  readonly roads: readonly TripRoad[];
}

export interface TripFacility {
  readonly facility: string;
  readonly timeS: number;
  readonly lengthM: number;
}

/** The best route of one scenario. */
/** Waiting before a road until its hours end. */
export interface TripWait {
  readonly link: string;
  readonly nameEn: string;
  readonly waitS: number;
  /** Seconds after midnight. */
  readonly untilS: number;
}

export interface TripRoute extends TripSums {
  /** Times with every parameter at its favourable and unfavourable end, each searched anew. */
  readonly lowS: number;
  readonly highS: number | null;
  readonly estimatedShare: number;
  readonly townChainShare: number;
  readonly viaBeltM: number;
  /** Those that are used, most seconds first; connectors under `connector`. */
  readonly byFacility: readonly TripFacility[];
  readonly access: TripConnector;
  readonly egress: TripConnector;
  readonly legs: readonly TripLeg[];
  /** Roads in the order first driven, each once. */
  readonly roads: readonly TripRoad[];
  readonly plazas: readonly TripPlaza[];
  /** Waiting before roads that are banned at the hour, in order; none without a clock. */
  readonly waits: readonly TripWait[];
  /** Seconds after midnight, below 0 on the day before; null without a clock. */
  readonly departS: number | null;
  readonly secondBest: TripSecondBest | null;
  readonly cheaper: TripCheaper | null;
  readonly line: readonly LonLat[];
}

/** The trip in one scenario. */
export interface TripSide {
  readonly scenario: TripScenario;
  /** Place the trip ends at: of a group the plant that decides; null = it cannot be reached. */
  readonly to: TripPlace | null;
  readonly verdict: GroupVerdict;
  /** Holds at all, some or no values of the parameters' ranges. */
  readonly corners: 'all' | 'some' | 'none';
  /** Cutoff less the time: below 0 = the trip misses by so much; null = there is no way. */
  readonly slackS: number | null;
  readonly route: TripRoute | null;
}

/** Build against base. */
export interface TripChange {
  /** Build less base; null where either has no way. */
  readonly changeS: number | null;
  readonly roadsGained: readonly TripRoad[];
  readonly roadsLeft: readonly TripRoad[];
  readonly strict: Attribution;
  readonly tolerant: Attribution;
}

export interface TripExplanation {
  /** The two places as they were asked for; the destination may be a group. */
  readonly asked: { readonly origin: string; readonly destination: string };
  readonly from: AnswerOrigin & { readonly at: LonLat };
  /** Group asked for, or null where a place was. */
  readonly group: string | null;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly valueOfTimeCnyPerH: number | null;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly base: TripSide;
  readonly build: TripSide;
  readonly change: TripChange;
}

/** One trip of one scenario as a line on the map. */
export interface TripLineSide {
  /** Plant it ends at; null = no way. */
  readonly to: string | null;
  readonly timeS: number | null;
  readonly verdict: GroupVerdict;
  readonly line: readonly LonLat[];
}

export interface TripLine {
  readonly from: TripPlace;
  /** Group the trip is to; null where the selected plant has none. */
  readonly group: string | null;
  /** Suppliers that begin at `from`, where trips come from suppliers' sites. */
  readonly suppliers: readonly string[];
  readonly base: TripLineSide;
  readonly build: TripLineSide;
}

export interface TripsFrom {
  readonly place: AnswerOrigin & { readonly at: LonLat };
  /** from: out of the place, a trip a group; to: into the plant, a trip a supplier site. */
  readonly direction: 'from' | 'to';
  readonly base: TripScenario;
  readonly build: TripScenario;
  readonly trips: readonly TripLine[];
}
