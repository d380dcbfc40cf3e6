/**
 * Scenarios side by side: `beltway/scenario-table@1`. The same suppliers and plants in every column, so that only the
 * roads differ; every number is that which a comparison of the scenario gives.
 */
import type { AnswerClock } from './answer.ts';

/** A number with the ends of its range: every parameter at its favourable or unfavourable end. Null = unreachable, or none. */
export interface Ranged {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The longest trip of any supplier to a maker. */
export interface WorstSupplier {
  /** The first by id where several need as long. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly site: string;
  readonly group: string;
  /** Suppliers that need as long, this one not counted. */
  readonly alike: number;
  /** Seconds, whole milliseconds; null = there is no way. */
  readonly time: Ranged;
}

export interface ScenarioColumn {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  /** ISO day or month. */
  readonly date: string;
  /** Pairs of a supplier and a maker within the cutoff, within it and its tolerance, and without any way. */
  readonly strict: Ranged;
  readonly tolerant: Ranged;
  readonly noWay: number;
  /** Shares; null = nobody to count. */
  readonly iOut: Ranged;
  readonly i2: Ranged;
  /** Mean seconds of all pairs; null = a pair has no way. */
  readonly meanS: Ranged;
  /** Share of those seconds on estimated lengths and connectors; null with them. */
  readonly estimatedShare: number | null;
  /** Null = nobody is asked about. */
  readonly worst: WorstSupplier | null;
  /** Mean toll of the fastest ways of all pairs, one way; null = a pair has no way. */
  readonly tollCny: number | null;
  /** A tariff that is charged that day is an estimate. */
  readonly tollEstimated: boolean;
  /** Metres of main line, both directions once: drawn in the scenario, and open here but not in the first column, and the reverse. */
  readonly builtM: number;
  readonly openedM: number;
  readonly closedM: number;
}

export interface ScenarioTable {
  readonly schema: 'beltway/scenario-table@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly clock: AnswerClock | null;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly plantDate: string;
  readonly population: string;
  readonly suppliers: number;
  readonly sites: number;
  /** Suppliers × makers. */
  readonly pairs: number;
  /** In the order asked for; roads opened and closed are counted against the first. */
  readonly scenarios: readonly ScenarioColumn[];
  readonly caption: string;
  readonly command: string;
}
