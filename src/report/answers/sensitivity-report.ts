/** Draws and sweeps of one question as one document. */
import type { ConfidenceDocument } from '../../model/confidence.ts';
import type { SensitivityDocument } from '../../model/sensitivity.ts';

/** How sure the answer is, and what it hangs on. */
export interface SensitivityReport {
  readonly schema: 'beltway/sensitivity-report@1';
  /** Everything drawn at once. */
  readonly confidence: ConfidenceDocument;
  /** One thing at a time. */
  readonly sensitivity: SensitivityDocument;
}

/** Joins the two answers to one question. */
export function toSensitivityReport(
  confidence: ConfidenceDocument,
  sensitivity: SensitivityDocument,
): SensitivityReport {
  return { schema: 'beltway/sensitivity-report@1', confidence, sensitivity };
}
