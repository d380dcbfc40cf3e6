/** What the paper says, kept to be compared and never used as an input. Files: `data/claims/*.json`. */

export const CLAIM_KINDS = ['time', 'location', 'supply', 'condition', 'observation'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** In our words, short. */
  readonly text: string;
  /** Where it stands: section or page. */
  readonly locator: string;
  readonly source: string;
  /** time: district (its seat and every zone are origins), zone or plant id the trip begins at. */
  readonly from: string | null;
  /** time: plant or group id it ends at; location: district; supply: supplier id's group list is in `groups`. */
  readonly to: string | null;
  readonly claimedS: number | null;
  /** Reading of the rounding; null = the default of `parameters.json`. */
  readonly toleranceS: number | null;
  /** Claims with the same value are also judged jointly from one origin. */
  readonly jointWith: string | null;
  /** supply, location: supplier it speaks of. */
  readonly supplier: string | null;
  /** supply, location: groups it speaks of. */
  readonly groups: readonly string[];
  /** Scenario in which it is judged. */
  readonly scenario: string | null;
}

/** A figure of the paper that contradicts itself or another: printed, what is used here, why. */
export interface PrintedFigure {
  readonly id: string;
  readonly what: string;
  readonly printed: string;
  readonly used: string;
  readonly conflict: string;
  readonly locator: string;
  readonly source: string;
}
