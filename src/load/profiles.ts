/** Files `profiles/<id>.json`: factors on running time by facility and hour of the day. */
import * as z from 'zod';

import { HOURS_PER_DAY, type HourlyFactors, type Profile } from '../model/day.ts';
import { exactly, id, note, numberIn, oneOf, record, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, readSingles } from './rows.ts';

function hours(what: string) {
  const words = `${what}: ${HOURS_PER_DAY} numbers, for 0:00 to 23:00`;
  return z
    .array(numberIn('factor on running time', 1, 5), words)
    .length(HOURS_PER_DAY, words)
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
  return readSingles(profileFile, folder, 'profiles', report);
}
