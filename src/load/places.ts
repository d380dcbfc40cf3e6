/** Files `places/*.json`: district seats, industrial zones and plants. */
import * as z from 'zod';

import type { Plant, Zone } from '../model/place.ts';
import {
  confidence,
  coordinateGrade,
  date,
  exactly,
  id,
  list,
  lonLat,
  note,
  oneOf,
  record,
  sources,
  text,
  wholeIn,
} from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, readList } from './rows.ts';

const zone = record('a zone', {
  id: id('id of the zone'),
  kind: oneOf('kind of zone', ['seat', 'zone']),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  district: id('a district'),
  at: lonLat,
  grade: coordinateGrade,
  sources,
  note,
}) satisfies z.ZodType<Zone>;

const capacity = record('a capacity', {
  from: date('from when'),
  perYear: wholeIn('vehicles or engines a year', 0, 100_000_000),
  note,
});

const plant = record('a plant', {
  id: id('id of the plant'),
  kind: oneOf('kind of plant', ['vehicle', 'engine']),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  maker: text('maker'),
  partner: text('partner of the joint venture').nullable(),
  group: id('an assembler group').nullable(),
  district: id('a district'),
  address: text('address').nullable(),
  at: lonLat,
  grade: coordinateGrade,
  startOfProduction: date('start of production'),
  capacities: list('yearly capacities', capacity),
  confidence,
  sources,
  note,
}) satisfies z.ZodType<Plant>;

function toFile<Z extends z.ZodType, P extends z.ZodType>(zoneItem: Z, plantItem: P) {
  return record('a file of places', {
    schema: exactly('beltway/places@1'),
    zones: list('zones and seats', zoneItem),
    plants: list('plants', plantItem),
  });
}
export const placesFile = toFile(zone, plant);

interface PlaceRows {
  readonly zones: Rows<Zone>;
  readonly plants: Rows<Plant>;
}

/** Reads zones and plants. */
export function readPlaces({ places }: Folder, report: Report): PlaceRows {
  checkFiles(toFile(z.unknown(), z.unknown()), places, report);
  return {
    zones: readList(zone, places, ['zones'], report),
    plants: readList(plant, places, ['plants'], report),
  };
}
