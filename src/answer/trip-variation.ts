/**
 * How much the time of a trip varies from one day to the next: known by traffic state. At an hour of the day the roads
 * of a trip are between two of them; so is its coefficient of variation, in proportion to the time that the same route
 * takes in each.
 */
import type { Parameter } from '../model/source.ts';
import type { Variability } from '../model/variability.ts';
import type { Setting } from '../network/setting.ts';
import type { MeasuredRoute } from './trip-route-times.ts';

/** Low, middle and high of a coefficient of variation. */
export type Variation = Pick<Parameter, 'value' | 'low' | 'high'>;

/** The coefficient of the traffic state; null by the clock, and where the data have none. */
export function findVariation(variability: Variability, { clock, trafficState }: Setting): Parameter | null {
  return clock === null ? (variability.coefficientOfVariation[trafficState.id] ?? null) : null;
}

interface Known {
  readonly timeS: number;
  readonly variation: Variation;
}

function join(a: Variation, b: Variation, part: number): Variation {
  const between = (key: keyof Variation): number => a[key] + part * (b[key] - a[key]);
  return { value: between('value'), low: between('low'), high: between('high') };
}

/** By the clock: between the states whose times enclose the trip's own; beyond them all, that of the last. */
function interpolate(known: readonly Known[], timeS: number): Variation | null {
  const sorted = known.toSorted((a, b) => a.timeS - b.timeS);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (timeS <= first.timeS) return first.variation;
  const above = sorted.findIndex((one) => one.timeS >= timeS);
  const [below, next] = [sorted[above - 1], sorted[above]];
  if (below === undefined || next === undefined) return last.variation;
  return join(below.variation, next.variation, (timeS - below.timeS) / (next.timeS - below.timeS));
}

/** The coefficient of variation of a route; null where the data do not say it. */
export function toVariation(
  variability: Variability,
  setting: Setting,
  { meanS, waitS, byStateS }: MeasuredRoute,
): Variation | null {
  if (setting.clock === null) return findVariation(variability, setting);
  const known = [...byStateS].flatMap(([id, timeS]) => {
    const variation = variability.coefficientOfVariation[id];
    return variation === undefined ? [] : [{ timeS, variation }];
  });
  return interpolate(known, meanS - waitS);
}
