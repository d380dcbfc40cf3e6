/**
 * The shape of the answer `beltway/analysis@1`: what `analyse` returns, what `compare --format json` prints
 * and what `verify` re-derives. Times are seconds with whole milliseconds, `null` where unreachable.
 */
import type { AnswerClaim, AnswerClaimSets } from './answer-claims.ts';
import type { Actor, Verdict } from './flowchart.ts';
import type { ReliabilityCount } from './reliability.ts';
import type { Scenario } from './scenario.ts';

export interface AnswerScenario {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** base, build, or beside (a third column that answers the paper's own question). */
  readonly role: 'base' | 'build' | 'beside';
  /** Ids of the belt sections open in it. */
  readonly beltSections: readonly string[];
  /** The belt's sections and its closing section are all open. */
  readonly loopClosed: boolean;
  /** The scenario itself where it is neither of the data set nor a day, so that the answer can be derived again. */
  readonly own?: Scenario;
}

export interface AnswerOrigin {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly district: string | null;
  readonly kind: 'supplier' | 'plant' | 'zone' | 'seat' | 'point';
  /** Where the trip begins: a zone id for a supplier, its own id else. */
  readonly site: string;
  /** Own assembler group of a supplier (keiretsu tag) or plant. */
  readonly group: string | null;
  readonly tier: number | null;
}

export interface AnswerDestination {
  readonly id: string;
  readonly group: string | null;
  readonly name: string;
  readonly nameZh: string | null;
}

/** A moment of a day of traffic: one of the two is given, in seconds after midnight. */
export interface AnswerClock {
  readonly profile: string;
  readonly departS: number | null;
  readonly arriveByS: number | null;
}

export interface AnswerCell {
  readonly scenario: string;
  readonly origin: string;
  readonly destination: string;
  readonly timeS: number | null;
  /** All parameters at their favourable ends. */
  readonly lowS: number | null;
  /** All parameters at their unfavourable ends. */
  readonly highS: number | null;
  readonly lengthM: number | null;
  readonly tollCny: number | null;
  /** Share of the time on estimated lengths and connectors. */
  readonly estimatedShare: number | null;
  /** Share of the time on roads whose length is a chain of towns. */
  readonly townChainShare: number | null;
  /** Metres on belt sections. */
  readonly viaBeltM: number | null;
  /** Seconds by facility; connectors under `connector`. */
  readonly byFacilityS: Readonly<Record<string, number>> | null;
}

export type GroupVerdict = 'strict' | 'tolerant' | 'no' | 'unreachable';
export type Attribution = 'yes-in-both' | 'no-to-yes' | 'no-in-both' | 'yes-to-no';

export interface AnswerGroup {
  readonly scenario: string;
  readonly origin: string;
  readonly group: string;
  /** Plant that decides: nearest for any, farthest for every; null when unreachable. */
  readonly plant: string | null;
  readonly timeS: number | null;
  readonly verdict: GroupVerdict;
  /** Holds at all, some or no values of the parameters' ranges. */
  readonly corners: 'all' | 'some' | 'none';
}

export interface AnswerAttribution {
  readonly origin: string;
  readonly group: string;
  readonly strict: Attribution;
  readonly tolerant: Attribution;
}

export interface AnswerIndependence {
  readonly scenario: string;
  readonly cutoffS: number;
  readonly suppliers: number;
  readonly sites: number;
  readonly iOut: number | null;
  readonly iOutAll: number | null;
  readonly atLeastOne: boolean;
  readonly i2: number | null;
  readonly i3: number | null;
  readonly meanGroups: number | null;
  readonly soft: number | null;
  readonly robustMin: number | null;
}

export interface AnswerFlowchartNode {
  readonly id: string;
  readonly step: 'I' | 'II';
  readonly label: string;
  readonly verdict: Verdict;
  readonly attribution: Attribution | null;
  readonly index: number | null;
  readonly criticalLevel: number | null;
  readonly evidence: readonly string[];
  /** Why, in one sentence. */
  readonly why: string;
  /** A node after the bottleneck: shown as "would be". */
  readonly wouldBe: boolean;
  /** What was found on the way, a line each. */
  readonly findings: readonly string[];
  /** Its part in the result is the same in every order of the nodes. */
  readonly inAnyOrder: boolean;
  /** Set where the node is taken from another chart or text of the paper. */
  readonly borrowed: string | null;
}

export interface AnswerFlowchart {
  readonly scenario: string;
  readonly chart: string;
  readonly title: string;
  readonly bottleneck: string | null;
  readonly actors: readonly Actor[];
  readonly bodies: readonly string[];
  readonly measures: readonly string[];
  readonly openQuestions: readonly string[];
  readonly result: string;
  readonly nodes: readonly AnswerFlowchartNode[];
  /** The bottleneck is the same in every order of the nodes. */
  readonly bottleneckInAnyOrder: boolean;
}

/** Whether independence says yes for each cutoff and critical level: the paper gives no level. */
export interface AnswerVerdictMap {
  readonly scenario: string;
  /** Critical level of the chart. */
  readonly level: number;
  readonly cutoffsMin: readonly number[];
  readonly levels: readonly number[];
  /** iOut by cutoff. */
  readonly shares: readonly (number | null)[];
  /** By cutoff, then by level. */
  readonly verdicts: readonly (readonly Verdict[])[];
  /** Smallest cutoff that says yes at the chart's level; null = none does. */
  readonly smallestS: number | null;
  /** iOut less the level at the cutoff asked for. */
  readonly margin: number | null;
}

/** Share of suppliers that pass for each whole number of minutes. */
export interface AnswerCurvePoint {
  readonly scenario: string;
  readonly group: string;
  readonly cutoffMin: number;
  readonly share: number;
  readonly shareOfSites: number;
}

/** How many suppliers reach each group in one setting that stands beside the main one. */
export interface AnswerCompanion {
  readonly label: string;
  readonly scenario: string;
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly suppliers: number;
  /** Strict count and tolerant count by group. */
  readonly strict: Readonly<Record<string, number>>;
  readonly tolerant: Readonly<Record<string, number>>;
  /** Suppliers that reach every group strictly. */
  readonly allGroups: number;
  readonly iOut: number | null;
}

export interface AnswerDocumented {
  readonly supplier: string;
  readonly group: string;
  readonly reached: boolean;
  readonly documented: 'current' | 'past' | 'target' | 'via' | 'not documented';
}

export interface AnswerTiming {
  readonly supplier: string;
  readonly group: string;
  readonly documentedAsOf: string;
  /** Belt section on its fastest route with the belt, and the day it opened; null = uses none. */
  readonly section: string | null;
  readonly sectionOpened: string | null;
  readonly before: boolean;
}

export interface Analysis {
  readonly schema: 'beltway/analysis@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly valueOfTimeCnyPerH: number | null;
  /** Hour that the times are of; null = the traffic state's. */
  readonly clock: AnswerClock | null;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly plantDate: string;
  readonly population: {
    readonly id: string;
    readonly suppliers: number;
    readonly placed: number;
    readonly sites: number;
    readonly unplaced: readonly { readonly id: string; readonly name: string }[];
    readonly paper: string | null;
  };
  readonly scenarios: readonly AnswerScenario[];
  readonly origins: readonly AnswerOrigin[];
  readonly destinations: readonly AnswerDestination[];
  readonly cells: readonly AnswerCell[];
  readonly groups: readonly AnswerGroup[];
  readonly attribution: readonly AnswerAttribution[];
  readonly independence: readonly AnswerIndependence[];
  readonly flowcharts: readonly AnswerFlowchart[];
  readonly verdictMaps: readonly AnswerVerdictMap[];
  readonly claims: readonly AnswerClaim[];
  readonly claimSets: AnswerClaimSets;
  readonly curve: readonly AnswerCurvePoint[];
  readonly companions: readonly AnswerCompanion[];
  /** Fourth reading of the one-hour condition: "in 95 % of trips"; empty where the data do not say how times vary. */
  readonly reliability: readonly ReliabilityCount[];
  readonly documented: readonly AnswerDocumented[];
  readonly timing: readonly AnswerTiming[];
  readonly sentences: {
    readonly headline: string;
    readonly timing: string;
    /** Share of the minutes that rests on estimates. */
    readonly estimates: string;
    readonly scope: string;
  };
  readonly sources: readonly string[];
}
