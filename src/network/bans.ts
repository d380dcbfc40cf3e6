/** Which links a ban covers for a vehicle on a day, and the hours at which nobody of it may be there. */
import type { Ban, BanHours } from '../model/day.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { isOpenOn } from '../scenario/dates.ts';
import { MS_PER_MINUTE, MS_PER_SECOND, SECONDS_PER_HOUR } from '../units.ts';
import { segmentsMeet } from './water.ts';

export const MS_PER_HOUR = MS_PER_SECOND * SECONDS_PER_HOUR;
export const MS_PER_DAY = 24 * MS_PER_HOUR;

/** Milliseconds after midnight of the beginning, and of the end, which is later: up to two days. */
export interface BannedHours {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The point lies in a ring, by the rays it crosses to the east. */
function isInside([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] as LonLat;
    const [bx, by] = ring[i] as LonLat;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** A line drawn wholly or partly in a ring. */
function touchesRing(line: readonly LonLat[], ring: readonly LonLat[]): boolean {
  if (line.some((point) => isInside(point, ring))) return true;
  for (let i = 1; i < line.length; i += 1)
    for (let k = 1; k < ring.length; k += 1)
      if (segmentsMeet(line[i - 1] as LonLat, line[i] as LonLat, ring[k - 1] as LonLat, ring[k] as LonLat))
        return true;
  return false;
}

/** The ban names the link's road, section or feature, or its zone touches it. */
export function coversLink(ban: Ban, link: Link): boolean {
  return (
    ban.highways.includes(link.highway) ||
    ban.sections.includes(link.section) ||
    ban.links.includes(link.featureId) ||
    (ban.zone !== null && touchesRing(link.geometry, ban.zone))
  );
}

/** Bans in force for a vehicle class on an ISO day. */
export function listBansInForce(bans: readonly Ban[], vehicleClass: string, day: string): readonly Ban[] {
  return bans.filter(
    ({ vehicleClasses, from, to }) => vehicleClasses.includes(vehicleClass) && isOpenOn(from, to, day),
  );
}

function toMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (60 * hours + minutes) * MS_PER_MINUTE;
}

/**
 * Hours as milliseconds after midnight; an end not after the beginning is that of the next day.
 *
 * @example
 * toBannedHours({ from: '22:00', to: '06:00' }); // → { "fromMs": 79200000, "toMs": 108000000 }
 */
export function toBannedHours({ from, to }: BanHours): BannedHours {
  const [fromMs, toMsOfDay] = [toMs(from), toMs(to)];
  return { fromMs, toMs: toMsOfDay <= fromMs ? toMsOfDay + MS_PER_DAY : toMsOfDay };
}

/** So many days on a trip is given up. */
const DAYS = 3;

/**
 * Earliest moment from `at` on at which a banned link may be entered so that it is left before the next banned hours
 * begin; Infinity where that does not come within days. `passMs` is how long the rest of the link takes, entered at a
 * moment. Ends are free: leaving as the hours begin, entering as they end. Hours are in order of their beginning.
 */
export function findFreeEntry(
  hours: readonly BannedHours[],
  at: number,
  passMs: (at: number) => number,
): number {
  let entry = at;
  const first = Math.floor(at / MS_PER_DAY) - 1;
  for (let day = first; day <= first + DAYS + 1; day += 1)
    for (const { fromMs, toMs: endMs } of hours) {
      const [from, to] = [fromMs + day * MS_PER_DAY, endMs + day * MS_PER_DAY];
      if (entry < to && entry + passMs(entry) > from) entry = to;
    }
  return entry - at > DAYS * MS_PER_DAY ? Infinity : entry;
}
