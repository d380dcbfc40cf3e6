/** Part of the answer that sets claims made about travel times against the times computed. */
export interface AnswerClaim {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly claimedS: number | null;
  readonly scenario: string | null;
  /** Free flow with delays and connectors, car. */
  readonly computedS: number | null;
  /** Same, over at least one link of the belt. */
  readonly viaBeltS: number | null;
  readonly origin: string | null;
  readonly verdict: string;
  /** Uniform expressway speed that would make it true, other roads unchanged. */
  readonly neededKmh: number | null;
  readonly why: string;
  /** Time claims only: claimed time and tolerance, which a time must not exceed. */
  readonly limitS?: number | undefined;
  /** Time claims only: what the middle, favourable and unfavourable values say by themselves. */
  readonly corners?: Readonly<Record<'mid' | 'fast' | 'slow', string>> | undefined;
  /** Time claims only: the verdict if the trip must use the belt; null = no way over it. */
  readonly viaBeltVerdict?: string | null | undefined;
  /** Time claims only: needed speed over the legal maximum. */
  readonly neededFactor?: number | null | undefined;
  /** Time claims only: times by level of the ladder. */
  readonly levels?:
    | readonly {
        readonly level: string;
        readonly timeS: number | null;
        readonly lowS: number | null;
        readonly highS: number | null;
        readonly viaBeltS: number | null;
      }[]
    | undefined;
}

/** What claims imply together: one origin for all of a set, the charitable origin of each, and consistency. */
export interface AnswerClaimSets {
  readonly joint: readonly {
    readonly set: string;
    readonly claims: readonly string[];
    /** Origins from which all claims of the set hold in free flow. */
    readonly holdInFreeFlow: readonly string[];
    readonly best: { readonly origin: string; readonly verdict: string } | null;
  }[];
  /** Of each claim the origin that suits it best: the charitable reading. */
  readonly best: readonly {
    readonly claim: string;
    readonly origin: string;
    readonly verdict: string;
    readonly computedS: number | null;
    readonly reading: string;
  }[];
  /** Least times between destinations if all claims of a set share one origin. */
  readonly consistency: readonly {
    readonly set: string;
    readonly from: string;
    readonly to: string;
    readonly leastS: number;
    readonly leastWithRoundingS: number;
    readonly level: string;
    readonly timeS: number | null;
    readonly verdict: string;
  }[];
}
