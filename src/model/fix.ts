/**
 * The answer `beltway/fix@1`: what would make a verdict hold that does not. A speed, a set of sections or a new link,
 * each tried: what it gives, and that a little less would not do. What a fix costs or whether anybody would build it is
 * not in it.
 */
import type { AnswerOrigin } from './answer.ts';
import type { ScenarioFile } from './scenario.ts';
import type { LonLat, Parameter } from './source.ts';

/**
 * Shares a target may ask for. iOut and iOutAll: suppliers with a keiretsu that reach a maker, or every maker, outside
 * it; i2: suppliers that reach two makers; passes: pairs of a supplier and a maker within the cutoff.
 */
export const FIX_SHARES = ['iOut', 'iOutAll', 'i2', 'passes'] as const;
export type FixShare = (typeof FIX_SHARES)[number];

/** What should hold within the cutoff. */
export type FixTarget =
  /** One trip: to an assembler group, a plant or any other place. */
  | { readonly kind: 'pair'; readonly origin: string; readonly destination: string }
  /** One place reaches some group outside its own, or all groups. */
  | { readonly kind: 'origin'; readonly origin: string; readonly reach: 'outside' | 'all' }
  /** At least this share of the suppliers reaches one group. */
  | { readonly kind: 'group'; readonly group: string; readonly level: number }
  | { readonly kind: 'share'; readonly measure: FixShare; readonly level: number };

/** The parts of an answer. */
export const FIX_PARTS = ['roads', 'links', 'sections', 'new-link'] as const;
export type FixPart = (typeof FIX_PARTS)[number];

/** What a target comes to on one network. */
export interface FixReading {
  readonly holds: boolean;
  /** Time that decides, of a trip or place; null = unreachable, or the target is a share. */
  readonly timeS: number | null;
  /** Null where the target is a time. */
  readonly share: number | null;
  /** How many pass, and of how many; null where the target is a time. */
  readonly passing: number | null;
  readonly of: number | null;
}

/** A sign on all of a road that makes the target hold, as a scenario that was built and timed anew. */
export interface FixSign {
  /** Least whole km/h, at most 120. */
  readonly postedKmh: number;
  readonly reading: FixReading;
  readonly scenario: ScenarioFile;
}

/** within-limits: no faster than today's limits; above-limits: above one, not above the law; unlawful: above the law. */
export type FixLaw = 'within-limits' | 'above-limits' | 'unlawful';

/** The least driven speed of a road, or of one feature in both directions, that makes the target hold. */
export interface FixSpeed {
  readonly kind: 'highway' | 'section' | 'link';
  readonly id: string;
  readonly highway: string;
  readonly nameEn: string;
  readonly nameZh: string | null;
  /** Features whose speed it is: main lines, and ramps only where there is nothing else. */
  readonly features: number;
  readonly lengthM: number;
  /** km/h that replace what is driven, before the traffic state: steps of 0.01. */
  readonly kmh: number;
  /** What is driven now, over the whole length. */
  readonly nowKmh: number;
  /** Least of today's limits on it, and of what the law allows such a vehicle there. */
  readonly limitKmh: number;
  readonly legalKmh: number;
  readonly law: FixLaw;
  /** With that speed in the costs of the network. */
  readonly reading: FixReading;
  /** The same at 1 % less. */
  readonly less: FixReading;
  /** Null = no lawful sign does, because drivers take only a part of what signs allow. */
  readonly sign: FixSign | null;
}

/** A road that makes the target hold at no speed. */
export interface FixNever {
  readonly kind: 'highway' | 'section';
  readonly id: string;
  readonly nameEn: string;
  /** With no running time on it at all; null where it is on no way that could do. */
  readonly reading: FixReading | null;
}

export interface FixRoads {
  readonly found: readonly FixSpeed[];
  readonly never: readonly FixNever[];
}

export interface FixLinks {
  /** Features looked at. */
  readonly asked: number;
  /** Least rise over what is driven now first. */
  readonly found: readonly FixSpeed[];
}

/** A section on record that is not open, or a drawn road. */
export interface FixCandidate {
  readonly id: string;
  readonly kind: 'section' | 'build';
  readonly title: string;
  readonly titleZh: string;
  readonly lengthM: number;
  /** Recorded date of a section; null = before 2000, or a drawn road. */
  readonly opened: string | null;
}

/** A set of candidates that makes the target hold, as a scenario that was built and timed anew. */
export interface FixSet {
  readonly ids: readonly string[];
  readonly lengthM: number;
  readonly reading: FixReading;
  /** The set without one of them. */
  readonly without: readonly { readonly id: string; readonly reading: FixReading }[];
  readonly scenario: ScenarioFile;
}

export interface FixSections {
  readonly candidates: readonly FixCandidate[];
  /** Sections that cannot be opened on their own in this scenario. */
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
  /** With all candidates. */
  readonly all: FixReading;
  /** Smallest set, of these the fewest kilometres, of these the first ids; null = not even all of them do. */
  readonly found: FixSet | null;
  /** Candidates that lie on a way within the cutoff at all. */
  readonly useful: number;
  /** Sets whose times were asked for. */
  readonly tried: number;
}

/** A road between two nodes that are there, as a scenario that was built and timed anew. */
export interface FixLink {
  readonly from: FixNode;
  readonly to: FixNode;
  readonly geodesicM: number;
  readonly lengthM: number;
  /** Seconds on it, one way. */
  readonly timeS: number;
  readonly reading: FixReading;
  readonly scenario: ScenarioFile;
}

export interface FixNode {
  readonly id: string;
  readonly nameEn: string;
  readonly at: LonLat;
}

/** What a new link is made with: assumed, and the user's to change. */
export interface FixLinkInputs {
  /** Sign on it. */
  readonly speedKmh: Parameter;
  /** Length over the geodesic between the two nodes. */
  readonly detour: Parameter;
  readonly budgetKm: Parameter;
}

export interface FixNewLink {
  readonly inputs: FixLinkInputs;
  /** Driven under the sign, before the traffic state. */
  readonly drivenKmh: number;
  readonly nodes: number;
  /** Pairs of nodes, and those whose times were added up because they were not longer than the best so far. */
  readonly pairs: number;
  readonly tried: number;
  /** Shortest that makes the target hold; null = none within the budget does. */
  readonly found: FixLink | null;
}

export interface FixDocument {
  readonly schema: 'beltway/fix@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly scenario: { readonly id: string; readonly title: string; readonly date: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  readonly cutoffS: number;
  readonly groupChoice: Readonly<Record<string, string>>;
  readonly target: FixTarget;
  /** The target in words. */
  readonly question: string;
  readonly origins: readonly Pick<AnswerOrigin, 'id' | 'name' | 'kind' | 'site'>[];
  readonly now: FixReading;
  /** Seconds (of a time) or share by which it holds; below 0 = by which it does not; null = unreachable. */
  readonly margin: number | null;
  /** Null = not asked for, or the target holds already. */
  readonly roads: FixRoads | null;
  readonly links: FixLinks | null;
  readonly sections: FixSections | null;
  readonly newLink: FixNewLink | null;
  readonly sentence: string;
  /** Gives this answer again. */
  readonly command: string;
}
