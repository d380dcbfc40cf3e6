/** The measure over the share of the limit that is driven on expressways and the cutoff. */
import type { ConfidenceMeasure } from '../model/confidence.ts';
import type { SensitivityHeat } from '../model/sensitivity.ts';
import { SECONDS_PER_MINUTE } from '../units.ts';
import { measureAt } from '../uncertainty/outcome.ts';
import type { Sweep } from './sensitivity-sweep.ts';

const SPEED = 'factor:expressway';
/** 30 to 90 minutes, as in the verdict map. */
const CUTOFFS_MIN = Array.from({ length: 13 }, (_, i) => 30 + 5 * i);
/** Shares of the limit, 60 to 100 %: none above the law. */
const FACTORS = Array.from({ length: 9 }, (_, i) => (60 + 5 * i) / 100);

/** The map of both sides; null where that speed is not open. */
export function toHeat(sweep: Sweep, measure: ConfidenceMeasure): SensitivityHeat | null {
  const dimension = sweep.dimensions.find(({ id }) => id === SPEED);
  if (dimension === undefined) return null;
  const { sides, asked } = sweep.drawn;
  const rows = sides.map(({ scenario }, side) => ({
    scenario: scenario.id,
    shares: FACTORS.map((factor) => {
      const outcome = sweep.find(side, dimension, factor);
      return CUTOFFS_MIN.map(
        (minutes) => measureAt(asked, sweep.middleValues, outcome, minutes * SECONDS_PER_MINUTE)[measure],
      );
    }),
  }));
  return { parameter: SPEED, label: dimension.label, values: FACTORS, cutoffsMin: CUTOFFS_MIN, rows };
}
