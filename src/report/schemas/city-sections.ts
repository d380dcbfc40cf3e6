/** The form of what each road of a scenario over a city is worth. */
import * as z from 'zod';
import type { CitySectionValues } from '../answers/city-sections.ts';
import { data } from './city.ts';
import * as f from './fields.ts';
import { measureShares } from './value.ts';

export const citySections = f.row({
  schema: f.version('beltway/city-section-values@1'),
  data,
  vehicleClass: f.vehicleClass,
  cutoffS: f.seconds.describe('the hour in seconds, inclusive'),
  toleranceS: f.seconds.describe('added for "about"'),
  travellers: z.literal('suppliers').describe('whose trips'),
  suppliers: f.count('suppliers'),
  plants: f.count('plants'),
  pairs: f.count('suppliers × plants'),
  sections: f.list(
    'roads and rows of the scenario, those of one name together',
    f.row({
      id: f.text('label, id of a road that is built, name of a road to come, or row-3'),
      title: f.text('title'),
      rows: z.array(z.int().min(1)).describe('places in the list of modifications, from 1'),
      standsOn: z
        .array(f.text('id'))
        .describe('what has to be there before it, what these stand on left out'),
      links: f.count('links that it builds, closes or gives other values'),
      km: z.number().describe('their kilometres, both directions once'),
    }),
  ),
  given: z.array(z.int().min(1)).describe('rows that are there whatever else is, from 1'),
  networks: f.count('networks that were searched: one a set that can be'),
  orders: z.int().min(1).describe('orders in which nothing comes before what it stands on'),
  leftOut: f.count('pairs without a way in one of the networks: their time is in no sum'),
  measures: measureShares(f.text('id')),
  sentence: f.text('the answer in words'),
}) satisfies z.ZodType<CitySectionValues>;
