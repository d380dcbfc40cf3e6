/**
 * What each road is worth to the trips of a question: `beltway/criticality@1`, what is lost when one link or section is
 * closed, and `beltway/section-values@1`, how the whole effect of some sections divides among them. Modelled minutes
 * and counts: not benefit, cost or traffic.
 */
import type { Facility } from './road.ts';

/**
 * minutes: time of all pairs of an origin and a group; passes: pairs within the cutoff; iOut and i2: the indices of
 * independence.
 */
export const VALUE_MEASURES = ['minutes', 'passes', 'iOut', 'i2'] as const;
export type ValueMeasure = (typeof VALUE_MEASURES)[number];

/** What every answer of this kind begins with. */
export interface ValueHead {
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  /** The network that roads are taken from. */
  readonly scenario: { readonly id: string; readonly title: string; readonly date: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly toleranceS: number;
  readonly groupChoice: Readonly<Record<string, string>>;
  /** Places trips begin at: suppliers of the population, or places asked for that are not all suppliers. */
  readonly travellers: 'suppliers' | 'places';
  readonly origins: number;
  /** Sites they share. */
  readonly sites: number;
  /** Origins × groups. */
  readonly pairs: number;
}

/** What closing a road does to the pairs of an origin and a group. */
export interface ClosingLoss {
  /** Seconds longer, over the pairs that still have a way; origins of one site count each. */
  readonly lostS: number;
  /** The same with every site counted once. */
  readonly siteLostS: number;
  /** Pairs that take longer or have no way left. */
  readonly slowed: number;
  /** Pairs within the cutoff that are not any more. */
  readonly verdicts: number;
  /** Pairs within the cutoff and its tolerance that are not any more. */
  readonly tolerant: number;
  /** Pairs without a way left, and origins that lose a group so. */
  readonly cutOffPairs: number;
  readonly cutOffOrigins: number;
  /** Loss of the share; null = nobody to count. */
  readonly iOut: number | null;
  readonly i2: number | null;
  /** Site and group that lose most; null = nobody loses. `lostS` null = cut off. */
  readonly worst: { readonly site: string; readonly group: string; readonly lostS: number | null } | null;
  /** Sites and groups whose strict verdict is lost. */
  readonly flips: readonly { readonly site: string; readonly group: string }[];
}

/** One road feature, both directions closed. */
export interface CriticalLink extends ClosingLoss {
  readonly feature: string;
  readonly highway: string;
  readonly section: string;
  readonly facility: Facility;
  readonly nameEn: string;
  readonly nameZh: string | null;
  readonly ref: string | null;
  readonly belt: boolean;
  readonly lengthM: number;
  /** The length is an estimate. */
  readonly estimated: boolean;
}

/** All open links of a named section closed together. */
export interface CriticalSection extends ClosingLoss {
  readonly section: string;
  readonly highway: string;
  readonly title: string;
  readonly titleZh: string;
  readonly belt: boolean;
  /** Features closed. */
  readonly features: number;
}

export interface CriticalityDocument extends ValueHead {
  readonly schema: 'beltway/criticality@1';
  /** The loss that the lists are in order of. */
  readonly measure: ValueMeasure;
  /** Features closed one by one; `links` may be the first of them. */
  readonly closed: number;
  /** Features whose closing makes no pair longer. */
  readonly idle: number;
  /** Most lost first; who is cut off comes before any detour. */
  readonly links: readonly CriticalLink[];
  readonly sections: readonly CriticalSection[];
  readonly caption: string;
  readonly sentence: string;
  /** Gives this answer again. */
  readonly command: string;
}

/** A section whose worth is asked for. */
export interface ValuedSection {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  /** Recorded date; null = before 2000. */
  readonly opened: string | null;
  /** Kilometres of main line: as published, else of its links. */
  readonly km: number;
  readonly kmBasis: 'published' | 'links';
  /** Share of the length of its links that is estimated. */
  readonly estimatedShare: number;
}

export interface SectionShare {
  readonly section: string;
  /** Shapley value: mean of what the section adds, over all orders of opening. */
  readonly value: number;
  /** What it adds opened alone. */
  readonly alone: number;
  /** What it adds opened last: what closing it loses. */
  readonly last: number;
}

/** What some sections make together beyond their parts (Harsanyi dividend): below 0 they replace one another. */
export interface Interaction {
  readonly sections: readonly string[];
  readonly dividend: number;
}

/** How one measure divides among the sections. */
export interface MeasureShares {
  readonly measure: ValueMeasure;
  /** s (seconds saved over all pairs), pairs, or share. */
  readonly unit: 's' | 'pairs' | 'share';
  /** With none of the sections, and with all. */
  readonly none: number;
  readonly all: number;
  readonly shares: readonly SectionShare[];
  /** Of pairs and larger sets, those that are not 0; the largest first. Empty = no interaction. */
  readonly interactions: readonly Interaction[];
}

export interface SectionValues extends ValueHead {
  readonly schema: 'beltway/section-values@1';
  readonly sections: readonly ValuedSection[];
  /** Networks that were searched: one a set of sections. */
  readonly networks: number;
  /** Pairs without a way where none of the sections is open: their time is in no sum. */
  readonly leftOut: number;
  readonly measures: readonly MeasureShares[];
  readonly caption: string;
  readonly sentence: string;
  readonly command: string;
}
