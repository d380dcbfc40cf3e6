/** The form of a city under several scenarios side by side. */
import type * as z from 'zod';
import type { CityScenariosDocument } from '../answers/city-scenarios.ts';
import { data } from './city.ts';
import * as f from './fields.ts';

const worst = f.row({
  supplier: f.id,
  supplierTitle: f.text('name'),
  plant: f.id,
  plantTitle: f.text('name'),
  alike: f.count('suppliers with a trip as long, this one not counted'),
  timeS: f.secondsOrNull,
});

export const cityScenarios = f.row({
  schema: f.version('beltway/city-scenarios@1'),
  data: data.omit({ scenario: true }),
  vehicleClass: f.vehicleClass,
  cutoffS: f.seconds.describe('the hour in seconds, inclusive'),
  toleranceS: f.seconds.describe('added for "about"'),
  suppliers: f.count('suppliers'),
  plants: f.count('plants'),
  pairs: f.count('suppliers × plants'),
  columns: f.list(
    'a scenario each',
    f.row({
      scenario: f
        .row({ id: f.id, title: f.text('title'), date: f.text('ISO day or month') })
        .nullable()
        .describe('null = the network as imported'),
      strict: f.count('pairs within the cutoff'),
      tolerant: f.count('pairs within the cutoff and the tolerance'),
      noWay: f.count('pairs without a way'),
      iOut: f.shareOrNull.describe('share of suppliers of a maker that reach a plant of another one'),
      i2: f.shareOrNull.describe('share of suppliers that reach plants of two makers'),
      meanS: f.secondsOrNull,
      estimatedShare: f.shareOrNull,
      worst: worst.nullable(),
      builtM: f.metres.describe('metres of road that it builds, both directions once'),
      openedM: f.metres.describe('metres that it opens'),
      closedM: f.metres.describe('metres that it closes'),
    }),
  ),
}) satisfies z.ZodType<CityScenariosDocument>;
