/**
 * How many suppliers keep the cutoff often enough, derived again from the routes of the cells: the lognormal share by
 * integrating the normal density, so that no line is shared with the room that it judges.
 */
import type { Dataset } from '../model/dataset.ts';
import type { ReliabilityCount } from '../model/reliability.ts';
import type { ReadAnswer } from './answer-shape.ts';
import { toKey, type DerivedCells, type Trip } from './cells.ts';
import type { DerivedGroups } from './groups.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Standard deviations beyond which the normal share is 0 or 1 to more places than an answer has. */
const FAR = 10;
const STEPS = 1000;

/** Share of a standard normal variable below z: one half and Simpson's rule from 0. */
function normalShare(z: number): number {
  if (Math.abs(z) > FAR) return z > 0 ? 1 : 0;
  const width = z / STEPS;
  const density = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  const inner = Array.from({ length: STEPS - 1 }, (_, i) => (i % 2 === 0 ? 4 : 2) * density((i + 1) * width));
  return 0.5 + (width / 3) * (density(0) + sum(inner) + density(z));
}

/** Probability that a trip keeps a time: least time and a lognormal rest with the mean and deviation of the whole. */
function keeps({ leastS, linkTimesS }: Trip, cv: number, correlation: number, timeS: number): number {
  const meanS = sum(linkTimesS);
  const own = sum(linkTimesS.map((linkS) => linkS * linkS));
  const sdS = cv * Math.sqrt(correlation * meanS * meanS + (1 - correlation) * own);
  const extraS = meanS - leastS;
  if (extraS < 1e-9 || sdS === 0) return meanS <= timeS ? 1 : 0;
  if (timeS <= leastS) return 0;
  const variance = Math.log(1 + (sdS / extraS) * (sdS / extraS));
  return normalShare((Math.log((timeS - leastS) / extraS) + variance / 2) / Math.sqrt(variance));
}

type Verdict = 'holds' | 'depends' | 'fails' | 'unreachable';

/** Counts of every scenario and group; none without suppliers, or where the data do not say how times vary. */
export function deriveReliability(
  dataset: Dataset,
  answer: ReadAnswer,
  groups: DerivedGroups,
  cells: DerivedCells,
): readonly ReliabilityCount[] {
  const { variability } = dataset;
  const cv = variability?.coefficientOfVariation[answer.traffic]?.value;
  const firms = answer.origins.filter(({ id }) => dataset.suppliers.some((one) => one.id === id));
  if (variability === null || cv === undefined || firms.length === 0) return [];
  const level = variability.level.value;
  const correlations = [0, variability.correlation.value, 1];
  const judge = (scenario: string, group: string, firm: (typeof firms)[number]): Verdict => {
    const plant = groups.get(toKey(scenario, firm.id, group))?.plant ?? null;
    const trip = plant === null ? null : (cells.get(toKey(scenario, firm.site, plant))?.trip ?? null);
    if (trip === null) return 'unreachable';
    const kept = correlations.filter((one) => keeps(trip, cv, one, answer.cutoffS) >= level).length;
    return kept === 0 ? 'fails' : kept === correlations.length ? 'holds' : 'depends';
  };
  return [...new Set(answer.scenarios.map(({ id }) => id))].flatMap((scenario) =>
    dataset.header.groups.map(({ id: group }): ReliabilityCount => {
      const verdicts = firms.map((firm) => judge(scenario, group, firm));
      const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
      const [holds, depends, fails] = [count('holds'), count('depends'), count('fails')];
      const unreachable = count('unreachable');
      return { scenario, group, level, suppliers: firms.length, holds, depends, fails, unreachable };
    }),
  );
}
