/**
 * The answer `beltway/reliability@1`: how often a trip keeps the hour, from one day to the next. It speaks of the
 * variability of travel times alone; what the data are uncertain by is another question (`confidence.ts`).
 */
import type { AnswerClock, AnswerOrigin } from './answer.ts';
import type { Parameter } from './source.ts';

/** How the times of a trip's links go together: each by itself, half, all late at once. */
export const CORRELATIONS = ['independent', 'middle', 'comonotone'] as const;
export type CorrelationReading = (typeof CORRELATIONS)[number];

export interface ReliabilityReading {
  readonly correlation: CorrelationReading;
  /** Of keeping the cutoff, 0 … 1. */
  readonly probability: number;
  /** Mean of the seconds beyond the cutoff, trips in time counted as 0. */
  readonly lateS: number;
  readonly p50S: number;
  readonly p80S: number;
  readonly p95S: number;
  /** (p95 − modelled time) ÷ modelled time. */
  readonly bufferIndex: number;
}

/** holds: at every correlation; fails: at none; depends: at some. */
export type ReliabilityVerdict = 'holds' | 'depends' | 'fails' | 'unreachable';

export interface ReliabilityRow {
  readonly scenario: string;
  readonly origin: string;
  /** Group or plant. */
  readonly destination: string;
  /** Plant that decides for a group: the one of the modelled time. */
  readonly plant: string | null;
  /** Modelled time, the mean of all trips; null when unreachable. */
  readonly timeS: number | null;
  /** Time on the same route at the signed limits, without delays: no trip is faster. */
  readonly minS: number | null;
  /** Kilometres of the route, for incidents. */
  readonly lengthM: number | null;
  /** Standard deviation ÷ mean of the time, all delays together, waiting left out; null when unreachable. */
  readonly coefficientOfVariation: number | null;
  /** One a correlation; none when unreachable. */
  readonly readings: readonly ReliabilityReading[];
  /** Largest mean that still keeps the cutoff at the level, all late at once, with the same share of signed time. */
  readonly largestMeanS: number | null;
  /** 95th percentile, all late at once, at the ends of the range of the coefficient of variation. */
  readonly p95LowS: number | null;
  readonly p95HighS: number | null;
  readonly verdict: ReliabilityVerdict;
}

/** Suppliers by verdict, the fourth reading of the one-hour condition. */
export interface ReliabilityCount {
  readonly scenario: string;
  readonly group: string;
  /** Share of trips that must keep the cutoff. */
  readonly level: number;
  readonly suppliers: number;
  readonly holds: number;
  readonly depends: number;
  readonly fails: number;
  readonly unreachable: number;
}

export interface ReliabilityDocument {
  readonly schema: 'beltway/reliability@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  /** Hour that the times are of; null = the traffic state's. */
  readonly clock: AnswerClock | null;
  readonly cutoffS: number;
  /** Share of trips that must keep the cutoff. */
  readonly level: number;
  /** Of the traffic state; null by the clock, where every trip has one between those of the states. */
  readonly coefficientOfVariation: Parameter | null;
  readonly correlation: Parameter;
  /** Incidents are mixed in. */
  readonly incidents: boolean;
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly role: string }[];
  readonly origins: readonly AnswerOrigin[];
  readonly rows: readonly ReliabilityRow[];
  readonly counts: readonly ReliabilityCount[];
  readonly sentence: string;
  /** Arguments of `beltway` that give this answer again. */
  readonly command: string;
}
