/** Scenarios: an ordered list of modifications over the untouched data set. Files: `data/scenarios/*.json`. */

export interface CloseModification {
  readonly kind: 'close';
  /** Section ids whose links are removed. */
  readonly sections?: readonly string[];
  /** Feature ids whose links are removed (both directions). */
  readonly links?: readonly string[];
}

export interface SetDatesModification {
  readonly kind: 'set-dates';
  readonly sections: readonly string[];
  readonly opened: string | null;
  readonly closed: string | null;
}

export const MODIFICATION_KINDS = ['close', 'set-dates'] as const;
export type Modification = CloseModification | SetDatesModification;

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
  /** ISO date or month (a month means its last day): the network is that of the day. */
  readonly date: string;
  readonly modifications: readonly Modification[];
  readonly note?: string;
}

/** A named pair of scenarios, e.g. with / without. */
export interface Contrast {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly build: string;
  readonly note: string;
}
