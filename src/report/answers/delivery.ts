/** From drive time to delivery: what handling adds, and the trucks a headway needs. Verdicts stay drive time. */
import { countTrucks, toDelivery, type Handling } from '../../condition/delivery.ts';
import type { AnswerGroup } from '../../model/answer.ts';

export interface DeliveryRow {
  readonly scenario: string;
  readonly origin: string;
  readonly group: string;
  readonly plant: string;
  readonly outS: number;
  readonly backS: number | null;
  readonly deliveryS: number;
  /** Out, back and handling; null where there is no way back. */
  readonly cycleS: number | null;
  /** Least number of trucks; null without a headway or a way back. */
  readonly trucks: number | null;
}

/** One row an origin and reached group; `backS` gives the time from a plant back, Infinity where there is none. */
export function listDeliveries(
  groups: readonly AnswerGroup[],
  handling: Handling,
  headwayS: number | null,
  backS: (scenario: string, plant: string, origin: string) => number,
): readonly DeliveryRow[] {
  return groups.flatMap(({ scenario, origin, group, plant, timeS }) => {
    if (plant === null || timeS === null) return [];
    const back = backS(scenario, plant, origin);
    const { deliveryS, cycleS } = toDelivery(timeS, back, handling);
    return [
      {
        ...{ scenario, origin, group, plant, outS: timeS, deliveryS },
        backS: toFinite(back),
        cycleS: toFinite(cycleS),
        trucks: headwayS === null ? null : countTrucks(cycleS, headwayS),
      },
    ];
  });
}

function toFinite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
