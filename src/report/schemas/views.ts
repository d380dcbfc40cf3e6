/** The forms of the answers that map views show: roads on fastest routes, places ranked. */
import * as z from 'zod';
import type { FastestRoutes } from '../../model/fastest-routes.ts';
import type { Locations } from '../../model/locations.ts';
import * as f from './fields.ts';

const scenario = f.row({
  id: f.id,
  title: f.text('title'),
  titleZh: f.text('Chinese title'),
  date: f.text('ISO day or month'),
});

const pairs = f
  .row({
    forward: f.count('pairs along the drawn direction'),
    backward: f.count('pairs against it'),
    both: f.count('pairs in either direction'),
  })
  .nullable()
  .describe('null = not open in the scenario');

const side = f.row({
  scenario,
  routed: f.count('pairs with a way'),
  noWay: f.count('pairs without'),
  viaBelt: f.count('pairs whose fastest route uses the belt'),
});

export const fastestRoutes = f.row({
  schema: f.version('beltway/fastest-routes@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  valueOfTimeCnyPerH: f.valueOfTime,
  groupChoice: f.choices,
  suppliers: f.count('suppliers asked about'),
  sites: f.count('sites they stand at'),
  pairs: f.count('suppliers × groups'),
  ...{ base: side, build: side },
  roads: f.list(
    'features on a fastest route of either scenario: most pairs with the belt first',
    f.row({
      feature: f.id,
      highway: f.id,
      section: f.id,
      facility: f.text('facility'),
      nameEn: f.text('name'),
      nameZh: f.textOrNull('Chinese name'),
      ref: f.textOrNull('number now'),
      plaza: z.enum(['entry', 'exit', 'barrier']).nullable().describe('plaza on the feature'),
      belt: f.flag('part of the belt'),
      ...{ base: pairs, build: pairs },
    }),
  ),
}) satisfies z.ZodType<FastestRoutes>;

const rank = f.row({
  strict: f.count('groups within the cutoff'),
  tolerant: f.count('groups within the cutoff and its tolerance'),
  worstS: f.secondsOrNull.describe('greatest of the group times; null = a group is unreachable'),
  rank: z.int().min(1).describe('1 = best; equal places share it and the next is left out'),
  times: f.list(
    'groups in the order of the data set',
    f.row({
      group: f.group,
      plant: f.textOrNull('plant that decides'),
      timeS: f.secondsOrNull,
      verdict: f.groupVerdict,
    }),
  ),
});

export const locations = f.row({
  schema: f.version('beltway/locations@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  valueOfTimeCnyPerH: f.valueOfTime,
  groupChoice: f.choices,
  cutoffS: f.seconds,
  toleranceS: f.seconds,
  ...{ base: scenario, build: scenario },
  locations: f.list(
    'best with the belt first; equal ones by id',
    f.row({
      id: f.id,
      name: f.text('name'),
      nameZh: f.textOrNull('Chinese name'),
      district: f.textOrNull('district'),
      kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
      at: f.lonLat,
      ...{ base: rank, build: rank },
      rankGain: z.int().describe('rank without less rank with'),
    }),
  ),
}) satisfies z.ZodType<Locations>;
