/** How much of the suppliers' minutes rests on estimates: mean, least and most of a trip. */
import type { QuickAnalysis } from '../../src/index.ts';
import { listSuppliers } from './answer-counts.ts';

export interface Spread {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

function spreadOf(shares: readonly number[]): Spread | null {
  if (shares.length === 0) return null;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { mean, least: Math.min(...shares), most: Math.max(...shares) };
}

/** Estimated share of the suppliers' reached trips, and the share on roads drawn as chains of towns. */
export function findEstimates(answer: QuickAnalysis): readonly [Spread | null, Spread | null] {
  const suppliers = new Set(listSuppliers(answer).map(({ id }) => id));
  const reached = answer.cells.filter(
    ({ origin, timeS }) => suppliers.has(origin) && timeS !== null && timeS > 0,
  );
  return [
    spreadOf(reached.map(({ estimatedShare }) => estimatedShare ?? 0)),
    spreadOf(reached.map(({ townChainShare }) => townChainShare ?? 0)),
  ];
}
