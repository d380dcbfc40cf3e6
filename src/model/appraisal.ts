/** What weighs one year against another. File: `data/appraisal.json`. */
import type { Parameter } from './source.ts';

export interface Appraisal {
  /** Share by which a year counts less than the one before. */
  readonly discountRate: Parameter;
}
