/** Files `profiles/<id>.json`: factors on running time by facility and hour of the day. */
import * as z from 'zod';

import { HOURS_PER_DAY, type HourlyFactors, type Profile } from '../model/day.ts';
import { exactly, id, note, numberIn, oneOf, record, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { listSound, type Rows, readSingles } from './rows.ts';

const LAST_HOUR = HOURS_PER_DAY - 1;

/** One factor an hour; what is wrong is told with the hour it is wrong at. */
function hours(what: string): z.ZodType<readonly number[]> {
  const words = `${what}: ${HOURS_PER_DAY} numbers, for 0:00 to ${LAST_HOUR}:00`;
  const items = Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    numberIn(`factor on running time at ${hour}:00`, 1, 5),
  );
  const none = z.never(`nothing after the factor at ${LAST_HOUR}:00`);
  return z
    .tuple(items as [z.ZodNumber], none, {
      error: ({ input }) =>
        Array.isArray(input) && input.length < HOURS_PER_DAY
          ? `${words}; none stands for ${input.length}:00`
          : words,
    })
    .describe(words);
}

const hourlyFactors = record('factors by hour', {
  value: hours('factors'),
  low: hours('least factors'),
  high: hours('greatest factors'),
  unit: text('unit'),
  source: id('a source'),
  grade: oneOf('grade', ['measured', 'official', 'literature', 'assumed']),
  note,
}) satisfies z.ZodType<HourlyFactors>;

const WORDS = 'factors by vehicle class';

export const profile = record('a day of traffic', {
  id: id('id of the profile'),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  factors: record('factors by hour on every facility', {
    expressway: hourlyFactors,
    'urban-expressway': hourlyFactors,
    arterial: hourlyFactors,
    local: hourlyFactors,
    ramp: hourlyFactors,
  }),
  byVehicleClass: z
    .record(
      id('a vehicle class'),
      record('factors by hour on some facilities', {
        expressway: hourlyFactors.exactOptional(),
        'urban-expressway': hourlyFactors.exactOptional(),
        arterial: hourlyFactors.exactOptional(),
        local: hourlyFactors.exactOptional(),
        ramp: hourlyFactors.exactOptional(),
      }),
      WORDS,
    )
    .describe(WORDS),
  note,
}) satisfies z.ZodType<Profile>;

export const profileFile = record('a day of traffic', {
  schema: exactly('beltway/profile@1'),
  ...profile.shape,
});
export type ProfileFile = z.output<typeof profileFile>;

/** Reads the days of traffic. */
export function readProfiles(folder: Folder, report: Report): Rows<ProfileFile> {
  const rows = readSingles(profileFile, folder, 'profiles', report);
  for (const { spot, value } of listSound(rows)) checkRanges(value, spot, report);
  return rows;
}

/** Rows of a profile with the keys that lead to them. */
export function listRows({
  factors,
  byVehicleClass,
}: Pick<Profile, 'factors' | 'byVehicleClass'>): readonly (readonly [
  keys: readonly [string, ...string[]],
  row: HourlyFactors,
])[] {
  const own = Object.entries(byVehicleClass).flatMap(([vehicle, rows]) =>
    Object.entries(rows).map(([facility, row]) => [['byVehicleClass', vehicle, facility], row] as const),
  );
  return [...Object.entries(factors).map(([facility, row]) => [['factors', facility], row] as const), ...own];
}

/** Tells factors out of the range that stands beside them, by the hour. */
export function checkRanges(day: Profile, spot: Spot, report: Report): void {
  for (const [keys, { value, low, high }] of listRows(day))
    for (const [hour, factor] of value.entries()) {
      const [least = factor, most = factor] = [low[hour], high[hour]];
      if (least <= factor && factor <= most) continue;
      const expected = `a factor from ${least} (its low) to ${most} (its high) at ${hour}:00`;
      report.tell(spot, [...keys, 'value', hour], 'contradiction', expected, factor);
    }
}
