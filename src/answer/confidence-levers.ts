/** What the share of pairs hangs on: how strongly it moves with each dimension over the draws already made. */
import type { ConfidenceLever } from '../model/confidence.ts';
import type { Dimension } from '../uncertainty/dimensions.ts';
import { rankCorrelation } from '../uncertainty/statistics.ts';
import type { Drawings } from './confidence-draws.ts';

/** The strongest are shown. */
const SHOWN = 10;
/** Of so many standard errors of a rank correlation, 1 ÷ √(draws − 1), nearly all of a thousand idle dimensions make fewer. */
const STANDARD_ERRORS = 4;

/** A direction goes around and has no order. */
const hasOrder = ({ target: { kind } }: Dimension): boolean => kind !== 'angle';

/** The strongest dimensions of the last side's share of pairs, strongest first; none that chance alone would make. */
export function listLevers({ drawn, dimensions, outcomes, strata }: Drawings): readonly ConfidenceLever[] {
  const draws = outcomes.at(-1) ?? [];
  const side = drawn.sides.at(-1);
  if (side === undefined || draws.length < 2) return [];
  const shares = draws.map(({ shares: { pairs } }) => pairs ?? 0);
  return dimensions
    .map((dimension, i) => ({ dimension, u: strata[i]?.subarray(0, draws.length) ?? new Float64Array() }))
    .filter(({ dimension }) => hasOrder(dimension))
    .map(({ dimension: { id, label }, u }) => {
      return {
        dimension: id,
        label,
        scenario: side.scenario.id,
        rankCorrelation: rankCorrelation(u, shares),
      };
    })
    .toSorted(
      (a, b) =>
        Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation) || (a.dimension < b.dimension ? -1 : 1),
    )
    .slice(0, SHOWN)
    .filter(
      ({ rankCorrelation: strength }) => Math.abs(strength) * Math.sqrt(draws.length - 1) > STANDARD_ERRORS,
    );
}
