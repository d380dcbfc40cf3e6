/**
 * Days of traffic and bans held against the roads: nobody may arrive earlier by leaving later, and a ban must touch a
 * road and leave a way to obey it. These need the whole data set.
 */
import type { Dataset } from '../model/dataset.ts';
import { HOURS_PER_DAY, type Ban, type HourlyFactors, type Profile } from '../model/day.ts';
import type { Link } from '../model/road.ts';
import type { VehicleClass } from '../model/travel.ts';
import { coversLink } from '../network/bans.ts';
import { getDesiredMPerS } from '../network/impedance.ts';
import { toKind } from '../network/link-times.ts';
import { CORNERS, toSetting, type Corner } from '../network/setting.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { listRows } from './profiles.ts';
import type { Report, Spot } from './report.ts';

/** The link of a facility that takes longest without other traffic. */
interface Slowest {
  readonly link: Link;
  readonly runningS: number;
}

const LENGTHS = { mid: 'lengthM', fast: 'lengthLowM', slow: 'lengthHighM' } as const;
const ROWS = { mid: 'value', fast: 'low', slow: 'high' } as const satisfies Record<
  Corner,
  keyof HourlyFactors
>;

type SlowestByRow = ReadonlyMap<string, Slowest>;

/** Many rows ask about the same vehicles. */
const SLOWEST = new WeakMap<Dataset, Map<string, SlowestByRow>>();

/** By facility whose row applies. */
function findSlowest(dataset: Dataset, vehicles: readonly VehicleClass[], corner: Corner): SlowestByRow {
  const known = SLOWEST.get(dataset) ?? new Map<string, SlowestByRow>();
  SLOWEST.set(dataset, known);
  const key = [corner, ...vehicles.map(({ id }) => id)].join(' ');
  const found = known.get(key) ?? searchSlowest(dataset, vehicles, corner);
  known.set(key, found);
  return found;
}

/** The longest link of each kind of road, in the order of the data: no other of its kind takes longer. */
function listLongest({ links }: Dataset, corner: Corner): readonly Link[] {
  const longest = new Map<string, Link>();
  for (const link of links) {
    const kind = toKind(link);
    const known = longest.get(kind);
    if (known === undefined || link[LENGTHS[corner]] > known[LENGTHS[corner]]) longest.set(kind, link);
  }
  const kept = new Set(longest.values());
  return links.filter((link) => kept.has(link));
}

function searchSlowest(dataset: Dataset, vehicles: readonly VehicleClass[], corner: Corner): SlowestByRow {
  const found = new Map<string, Slowest>();
  const [state] = dataset.trafficStates;
  if (state === undefined) return found;
  const links = listLongest(dataset, corner);
  for (const { id } of vehicles) {
    const setting = toSetting(dataset, { vehicleClass: id, trafficState: state.id, corner });
    for (const link of links) {
      const runningS = link[LENGTHS[corner]] / getDesiredMPerS(dataset, link, setting);
      const row = link.stateAs ?? link.facility;
      if (runningS > (found.get(row)?.runningS ?? 0)) found.set(row, { link, runningS });
    }
  }
  return found;
}

/** Tells every hour after which a link gets faster so quickly that who leaves later arrives earlier. */
function checkRow(
  row: HourlyFactors,
  corner: Corner,
  { link, runningS }: Slowest,
  tell: (hour: number, expected: string, found: number) => void,
): void {
  const factors = row[ROWS[corner]];
  for (const [hour, factor] of factors.entries()) {
    const next = factors[(hour + 1) % HOURS_PER_DAY] ?? factor;
    const least = factor - SECONDS_PER_HOUR / runningS;
    if (next >= least) continue;
    const expected = `a factor of at least ${Number(least.toFixed(3))} at ${(hour + 1) % HOURS_PER_DAY}:00 after ${factor} at ${hour}:00, or who leaves later arrives earlier on ${link.id}`;
    tell((hour + 1) % HOURS_PER_DAY, expected, next);
  }
}

/** Tells what is wrong with a profile on the roads of a data set. */
export function checkProfile(dataset: Dataset, profile: Profile, spot: Spot, report: Report): void {
  for (const corner of CORNERS)
    for (const [keys, row] of listRows(profile)) {
      const [kind, of = ''] = keys;
      const own = kind === 'byVehicleClass' ? dataset.vehicleClasses.filter(({ id }) => id === of) : null;
      const slowest = findSlowest(dataset, own ?? dataset.vehicleClasses, corner).get(keys.at(-1) ?? '');
      if (slowest === undefined) continue;
      checkRow(row, corner, slowest, (hour, expected, found) =>
        report.tell(spot, [...keys, ROWS[corner], hour], 'contradiction', expected, found),
      );
    }
}

const LEAST_RING = 4;

/** Tells a ban that ends where it begins, whose zone is no ring, or that no road is touched by. */
function checkBan({ links }: Dataset, ban: Ban, spot: Spot, report: Report): void {
  for (const [index, { from, to }] of ban.hours.entries())
    if (from === to)
      report.tell(
        spot,
        ['hours', index, 'to'],
        'contradiction',
        `a time other than ${from}, its beginning`,
        to,
      );
  const { zone } = ban;
  const isRing = zone === null || (zone.length >= LEAST_RING && String(zone[0]) === String(zone.at(-1)));
  if (!isRing)
    report.tell(
      spot,
      ['zone'],
      'contradiction',
      'a closed ring of at least 4 points, the last as the first',
      zone,
    );
  else if (!links.some((link) => coversLink(ban, link)))
    report.tell(spot, [], 'contradiction', 'a ban that covers at least one link', ban.id);
}

/** All days of traffic and bans of a data set. */
export function checkDays(dataset: Dataset, report: Report): void {
  for (const profile of dataset.profiles)
    checkProfile(dataset, profile, { file: `profiles/${profile.id}.json`, keys: [] }, report);
  for (const [index, ban] of dataset.bans.entries())
    checkBan(dataset, ban, { file: 'bans.json', keys: ['bans', index] }, report);
}
