/** The form of a city with and without a scenario. */
import * as z from 'zod';
import type { CityCompareDocument } from '../answers/city-compare.ts';
import { data, point, scenario } from './city.ts';
import * as f from './fields.ts';

const both = <T extends z.ZodType>(item: T) => f.row({ base: item, build: item });

const place = point.extend({
  title: f.text('name'),
  group: f.textOrNull('maker, or keiretsu of a supplier'),
});

const trip = f.row({
  timeS: f.secondsOrNull,
  lengthM: f.metresOrNull,
  estimatedShare: f.shareOrNull.describe(
    'share of the time at assumed limits, on drawn roads and on connectors',
  ),
  verdict: f.groupVerdict,
});

export const cityCompare = f.row({
  schema: f.version('beltway/city-compare@1'),
  data: data.omit({ scenario: true }),
  vehicleClass: f.vehicleClass,
  scenarios: both(scenario),
  cutoffS: f.seconds.describe('the hour in seconds, inclusive'),
  toleranceS: f.seconds.describe('added for "about"'),
  suppliers: f.list('suppliers', place),
  plants: f.list('plants', place.extend({ present: both(f.flag('the scenario has it')) })),
  cells: f.list(
    'supplier by supplier',
    f.row({ supplier: f.id, plant: f.id, base: trip, build: trip, attribution: f.attribution }),
  ),
  reach: f.list(
    'suppliers within the cutoff of a plant, of any of a group, of any, of all',
    f.row({
      kind: z.enum(['plant', 'group', 'any', 'all']).describe('which plants count, and whether one will do'),
      id: f.text('plant or group; empty for any and all'),
      within: both(f.count('within the cutoff')),
      tolerant: both(f.count('within the cutoff and the tolerance')),
      share: both(f.share.describe('of all suppliers')),
    }),
  ),
  unreachable: both(f.count('pairs without a way')),
  mean: f
    .row({ pairs: f.count('pairs reached in both'), timeS: both(f.seconds) })
    .nullable()
    .describe('over the pairs reached in both; null = there is none'),
  changes: f.list(
    'suppliers with a trip that takes other time',
    f.row({
      supplier: f.id,
      gains: f.ids('plants that come within the cutoff'),
      loses: f.ids('plants that fall out of it'),
      savedS: z.number().describe('seconds saved in all; below zero = they take longer'),
    }),
  ),
}) satisfies z.ZodType<CityCompareDocument>;
