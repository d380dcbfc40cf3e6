/** Draws already made, as the parts of the answer read them, and when a count of them is a verdict. */
import type { DrawVerdict } from '../model/confidence.ts';
import type { Uncertainty } from '../model/variability.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import type { Outcome } from '../uncertainty/outcome.ts';
import type { DrawnQuestion } from './drawn-question.ts';

/** Outcomes of the draws by side, and of the middle values. */
export interface Drawings {
  readonly drawn: DrawnQuestion;
  readonly dimensions: readonly Dimension[];
  readonly uncertainty: Uncertainty;
  readonly middle: readonly Outcome[];
  /** By side, then by draw. */
  readonly outcomes: readonly (readonly Outcome[])[];
  /** Values of u by dimension, then by draw. */
  readonly strata: readonly Float64Array[];
}

/** holds, fails or cannot tell, from a count of draws. */
export function toDrawVerdict(
  holds: number,
  draws: number,
  { holdsShare, failsShare }: Uncertainty,
): DrawVerdict {
  if (holds >= holdsShare.value * draws) return 'holds';
  return holds <= failsShare.value * draws ? 'fails' : 'cannot-tell';
}
