/** How far a report is. */
import type { ReportPart } from '../answer/report-request.ts';

/** What is being done, and how much of it where that can be counted. */
export interface ReportStep {
  readonly words: string;
  /** Of what: the main answer, a part beside it, or the check of a file. */
  readonly part: ReportPart | 'answer' | 'check';
  readonly done: number;
  /** 0 = not counted. */
  readonly of: number;
}

/** A step that is not counted. */
export function toStep(part: ReportStep['part'], words: string): ReportStep {
  return { words, part, done: 0, of: 0 };
}
