/** How far a report is. */

/** What is being done, and how much of it where that can be counted. */
export interface ReportStep {
  readonly words: string;
  readonly done: number;
  /** 0 = not counted. */
  readonly of: number;
}

/** A step that is not counted. */
export function toStep(words: string): ReportStep {
  return { words, done: 0, of: 0 };
}
