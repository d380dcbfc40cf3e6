/** The forms of what each road of a scenario over a city is worth, and of the order to build them in. */
import * as z from 'zod';
import { VALUE_MEASURES } from '../../model/value.ts';
import type { CityBuildOrder } from '../answers/city-build-order.ts';
import type { CitySectionValues } from '../answers/city-sections.ts';
import { data } from './city.ts';
import * as f from './fields.ts';
import { measureShares, programme } from './value.ts';

const head = {
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
};
const sentence = f.text('the answer in words');

export const citySections = f.row({
  schema: f.version('beltway/city-section-values@1'),
  ...head,
  measures: measureShares(f.text('id')),
  sentence,
}) satisfies z.ZodType<CitySectionValues>;

export const cityBuildOrder = f.row({
  schema: f.version('beltway/city-build-order@1'),
  ...head,
  measure: z.enum(VALUE_MEASURES).describe('what the years are to make most of'),
  unit: z.enum(['s', 'pairs', 'share']).describe('of the gains'),
  perYear: z.int().min(1).describe('sections finished a year'),
  discountRate: f.share.describe('share by which a year counts less than the one before'),
  best: programme,
  ties: f.count('orders of the value of the best, it included'),
  leastValue: z.number().describe('value of the worst order'),
  sentence,
}) satisfies z.ZodType<CityBuildOrder>;
