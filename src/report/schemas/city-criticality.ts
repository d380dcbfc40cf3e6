/** The form of what closing each link of a city loses. */
import * as z from 'zod';
import { CITY_MEASURES, type CityCriticalityDocument } from '../answers/city-criticality.ts';
import { data, leg } from './city.ts';
import * as f from './fields.ts';

export const cityCriticality = f.row({
  schema: f.version('beltway/city-criticality@1'),
  data,
  vehicleClass: f.vehicleClass,
  cutoffS: f.seconds.describe('the hour in seconds, inclusive'),
  toleranceS: f.seconds.describe('added for "about"'),
  suppliers: f.count('suppliers'),
  plants: f.count('plants'),
  pairs: f.count('suppliers × plants'),
  measure: z.enum(CITY_MEASURES).describe('loss that links are in order of'),
  critical: f.count('links whose closing loses something; the list may be the first of them'),
  links: f.list(
    'links, both directions closed together, most lost first',
    leg.omit({ timeS: true }).extend({
      link: f.text('link as a scenario file calls it'),
      lostS: f.seconds.describe('seconds longer, over the pairs that keep a way'),
      slowed: f.count('pairs that take longer or have no way any more'),
      cutOffPairs: f.count('pairs without any way left'),
      strict: f.count('pairs within the cutoff that are not any more'),
      tolerant: f.count('pairs within the cutoff and the tolerance that are not any more'),
      worst: f.row({
        supplier: f.text('supplier'),
        plant: f.text('plant'),
        lostS: f.secondsOrNull.describe('seconds longer; null = no way any more'),
      }),
    }),
  ),
}) satisfies z.ZodType<CityCriticalityDocument>;
