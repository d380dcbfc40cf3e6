/**
 * The answer `beltway/build-order@1`: in which order some sections are best built, beside the order in which they were.
 * What is open at the end of a year counts in that year; all other roads are those of the scenario in every year.
 */
import type { ValuedSection, ValueHead, ValueMeasure, MeasureShares } from './value.ts';

/** How fast is built: so many sections a year, or as much as a yearly budget pays for, one section after the other. */
export type BuildPace =
  | { readonly kind: 'per-year'; readonly sections: number }
  | { readonly kind: 'budget'; readonly perYear: number };

/** A rate a year; a rate of the caller's own has no range. */
export interface DiscountRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly grade: string;
}

export interface BuildYear {
  /** From 1; of the real years the calendar's. */
  readonly year: number;
  readonly opened: readonly string[];
  /** What is open at its end. */
  readonly open: readonly string[];
  /** Measure at its end less that with none of the sections. */
  readonly gain: number;
  /** The same, discounted to the beginning of the first year. */
  readonly discounted: number;
}

export interface Programme {
  readonly order: readonly string[];
  /** Sum of the discounted gains of all years. */
  readonly value: number;
  readonly years: readonly BuildYear[];
}

/** From when on a verdict holds: number of the year, 0 = without any of the sections, null = in none. */
export interface BuildCondition {
  /** `belt`, `independence`, `pair:FROM-TO`, `share:X` or `reach:ORIGIN-GROUP`. */
  readonly id: string;
  readonly earliest: number | null;
  /** The fewest sections that make it hold in that year, the first of equals; empty = none is needed or none helps. */
  readonly sections: readonly string[];
  readonly best: number | null;
  readonly real: number | null;
}

export interface BuildSection extends ValuedSection {
  /** In the caller's money; null without a budget. */
  readonly cost: number | null;
}

export interface BuildOrder extends ValueHead {
  readonly schema: 'beltway/build-order@1';
  readonly measure: ValueMeasure;
  readonly unit: MeasureShares['unit'];
  readonly pace: BuildPace;
  readonly discountRate: DiscountRate;
  readonly sections: readonly BuildSection[];
  readonly networks: number;
  readonly leftOut: number;
  readonly best: Programme;
  /** Orders there are, and how many of them have the value of the best. */
  readonly orders: number;
  readonly ties: number;
  /** The worst order's value: what choosing can matter. */
  readonly leastValue: number;
  /** In the order of the recorded opening dates at the same pace; null where a date is not known. */
  readonly real: Programme | null;
  /** Best order at the ends of the rate's range; empty where it has none. */
  readonly atRates: readonly {
    readonly rate: number;
    readonly order: readonly string[];
    readonly value: number;
  }[];
  /** In the years in which sections were really opened: as it was, and the best order for those years. */
  readonly asBuilt: { readonly real: Programme; readonly best: Programme } | null;
  readonly conditions: readonly BuildCondition[];
  readonly caption: string;
  readonly sentence: string;
  readonly command: string;
}
