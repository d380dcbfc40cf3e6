/**
 * From drive time to delivery: what handling adds, how long a truck is away, and how many trucks a headway needs.
 * Handling is 0 unless the data give it; nothing here changes the one-hour verdict, which is drive time.
 */

/** Seconds at the ends of a trip; 0 where not given. */
export interface Handling {
  readonly loadingS: number;
  /** Waiting and papers at the plant's gate. */
  readonly gateS: number;
  readonly unloadingS: number;
}

export interface Delivery {
  /** Loading, way out, gate, unloading. Infinity when the plant is unreachable. */
  readonly deliveryS: number;
  /** The same and the empty way back. Infinity when either way does not exist. */
  readonly cycleS: number;
}

/**
 * Delivery and cycle time from the drive times out and back, in seconds.
 *
 * @example
 * toDelivery(3000, 3300, { loadingS: 900, gateS: 300, unloadingS: 600 }); // → { "deliveryS": 4800, "cycleS": 8100 }
 */
export function toDelivery(outS: number, backS: number, handling: Handling): Delivery {
  const deliveryS = handling.loadingS + outS + handling.gateS + handling.unloadingS;
  return { deliveryS, cycleS: deliveryS + backS };
}

/**
 * Least whole number of trucks that can leave one every `headwayS` seconds; null when no truck comes back or
 * the headway is not above 0.
 *
 * @example
 * countTrucks(8100, 3600); // → 3
 * countTrucks(7200, 3600); // → 2
 * countTrucks(Infinity, 3600); // → null
 */
export function countTrucks(cycleS: number, headwayS: number): number | null {
  if (!Number.isFinite(cycleS) || !(headwayS > 0)) return null;
  return Math.max(1, Math.ceil(cycleS / headwayS));
}
