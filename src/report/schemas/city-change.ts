/** The form of what a scenario changes of the time to every road of an imported network. */
import * as z from 'zod';
import type { CityChangeDocument } from '../answers/city-change.ts';
import { data, leg, point } from './city.ts';
import * as f from './fields.ts';

const kind = z
  .enum(['won', 'same', 'lost', 'only-with', 'only-without'])
  .describe('won, the same, lost; or a way with the scenario alone, without it alone');

export const cityChange = f.row({
  schema: f.version('beltway/city-change@1'),
  data,
  vehicleClass: f.vehicleClass,
  places: f.list('places; of several, times are those of the last that is reached', point),
  direction: z.enum(['from', 'to']).describe('driven from the places, or to them'),
  cutoffS: f.seconds,
  classes: f.list(
    'from most won to most lost',
    f.row({
      kind,
      fromS: f.secondsOrNull.describe('seconds of the difference, from'),
      toS: f.secondsOrNull.describe('to before; null = any more'),
      roadKm: z.number().min(0).describe('kilometres of roads'),
      links: f.count('links, whole or in part'),
    }),
  ),
  roads: f.list(
    'roads whose middle is within the time, without the scenario or with it',
    leg.omit({ toll: true, limit: true, timeS: true }).extend({
      beforeS: f.secondsOrNull,
      afterS: f.secondsOrNull,
      changeS: z.number().nullable().describe('seconds, below zero what is won; null = no way on one side'),
      kind,
    }),
  ),
}) satisfies z.ZodType<CityChangeDocument>;
