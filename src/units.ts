/**
 * Factors between units, each exact by definition or with its source. Everything assumed or measured
 * (speeds, delays, radii) is data in `data/parameters.json`, not here.
 */

/** Seconds in an hour, milliseconds in a second: exact. */
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_MINUTE = 60;
export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE = 60_000;
export const M_PER_KM = 1000;
export const MM_PER_M = 1000;

/** Fen (1/100 CNY): tolls are added as whole fen. */
export const FEN_PER_CNY = 100;

/** Imported networks have coordinates in whole 1e-7 degrees, as OpenStreetMap has. */
export const E7 = 10_000_000;

/** WGS84 ellipsoid: semi-major axis in metres and flattening (NGA.STND.0036, defining parameters). */
export const WGS84_A_M = 6_378_137;
export const WGS84_F = 1 / 298.257223563;

/**
 * Round half up, the rule for every time and length that becomes an integer.
 *
 * @example
 * roundHalfUp(2.5); // → 3
 */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5);
}

/**
 * Minutes with one decimal for a screen; never use before comparing.
 *
 * @example
 * toMinutesText(3600); // → '60.0'
 * toMinutesText(null); // → '—'
 */
export function toMinutesText(timeS: number | null): string {
  return timeS === null || !Number.isFinite(timeS) ? '—' : (timeS / SECONDS_PER_MINUTE).toFixed(1);
}
