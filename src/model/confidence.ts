/**
 * The answer `beltway/confidence@1`: how sure a verdict is when everything the data leave open is drawn within its
 * range. A share of draws is no probability: nobody knows how likely a value within its range is.
 */
import type { AnswerOrigin } from './answer.ts';

/** holds: in nearly all draws; fails: in nearly none; else these data cannot tell. */
export type DrawVerdict = 'holds' | 'fails' | 'cannot-tell';

/** Values over the draws in order: least, 5th, 50th, 95th in a hundred, greatest; null where that one is unreachable. */
export interface Spread {
  readonly least: number | null;
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly greatest: number | null;
}

/** One supplier and group in one scenario. */
export interface ConfidencePair {
  readonly scenario: string;
  readonly origin: string;
  readonly group: string;
  /** Draws with a time within the cutoff. */
  readonly holds: number;
  readonly verdict: DrawVerdict;
  /** At the middle values; null when unreachable. */
  readonly timeS: number | null;
  readonly spreadS: Spread;
}

/** What the difference of the scenarios does to a pair, draw by draw. */
export interface ConfidenceChange {
  readonly origin: string;
  readonly group: string;
  /** Draws in which it fails in base and holds in build. */
  readonly gains: number;
  readonly loses: number;
  /** Seconds in build less those in base, over the draws in which both are reachable; null where none is. */
  readonly spreadS: Spread | null;
}

/** pairs: share of the pairs of a supplier (or another place asked for) and a group within the cutoff. */
export const CONFIDENCE_MEASURES = ['pairs', 'iOut', 'i2'] as const;
/** More draws tell no more; a seed is a whole number of 31 bits. */
export const MOST_DRAWS = 100_000;
export const MOST_SEED = 0x7fffffff;

export type ConfidenceMeasure = (typeof CONFIDENCE_MEASURES)[number];

export interface ConfidenceShare {
  readonly measure: ConfidenceMeasure;
  /** Id of the scenario, or `difference` for build less base. */
  readonly scenario: string;
  /** At the middle values; null = nobody to count. */
  readonly value: number | null;
  readonly spread: Spread | null;
}

/** A verdict of the flowchart, or one directed pair of plants. */
export interface ConfidenceVerdict {
  /** `belt`, `independence`, or `pair:FROM-TO` of two groups. */
  readonly id: string;
  readonly scenario: string;
  readonly holds: number;
  readonly atMiddle: boolean;
  readonly verdict: DrawVerdict;
}

/** Something the data leave open. */
export interface ConfidenceDimension {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly unit: string;
  readonly source: string;
  readonly grade: string;
  /** How it is drawn, e.g. `once per facility`. */
  readonly drawn: string;
}

/** How strongly a measure moves with a dimension over the draws: rank correlation, −1 … 1. */
export interface ConfidenceLever {
  readonly dimension: string;
  readonly label: string;
  readonly scenario: string;
  readonly rankCorrelation: number;
}

export interface ConfidenceDocument {
  readonly schema: 'beltway/confidence@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: 'base' | 'build';
  }[];
  readonly origins: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: AnswerOrigin['kind'];
    readonly site: string;
  }[];
  /** Draws made, draws asked for, seed. */
  readonly draws: number;
  readonly asked: number;
  readonly seed: number;
  readonly holdsShare: number;
  readonly failsShare: number;
  readonly dimensions: readonly ConfidenceDimension[];
  readonly pairs: readonly ConfidencePair[];
  readonly changes: readonly ConfidenceChange[];
  readonly shares: readonly ConfidenceShare[];
  readonly verdicts: readonly ConfidenceVerdict[];
  /** The strongest first. */
  readonly levers: readonly ConfidenceLever[];
  /** Draws in which a moved place was off the map. */
  readonly offMap: number;
  readonly sentence: string;
  /** Gives this answer again. */
  readonly command: string;
}
