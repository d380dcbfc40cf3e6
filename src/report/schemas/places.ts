/** The form of the places trips begin at, which every answer repeats. */
import * as z from 'zod';
import * as f from './fields.ts';

export const origins = f.list(
  'places trips begin at',
  f.row({
    id: f.id,
    name: f.text('name'),
    nameZh: f.textOrNull('Chinese name'),
    district: f.textOrNull('id of the district'),
    kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
    site: f.text('where the trip begins: the zone of a supplier, else its own id'),
    group: f.textOrNull('own assembler group'),
    tier: f.numberOrNull('tier of a supplier'),
  }),
);
