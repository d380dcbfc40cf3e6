/** The forms of answers of an imported network. */
import * as z from 'zod';
import type {
  CityMatrixDocument,
  CityOverlapDocument,
  CityReachDocument,
  CityRouteDocument,
} from '../answers/city.ts';
import * as f from './fields.ts';

export const scenario = f
  .row({ id: f.scenario, title: f.text('title') })
  .nullable()
  .describe('scenario under which the roads are; null = as imported');

export const data = f.row({
  title: f.text('title of the network'),
  file: f.text('file it was imported from'),
  asOf: f.textOrNull('day up to which the map was read'),
  attribution: f.text('what must be said wherever the answer is shown'),
  scenario,
});
export const point = f.row({
  id: f.id,
  at: f.lonLat,
  way: z.number().describe('id of the way of the nearest connector'),
  distanceM: f.metres.describe('metres to it'),
});
const end = f.row({
  way: z.number().describe('id of the way that the connector joins'),
  share: f.share.describe('share of the drawn length of its link before that point'),
  at: f.lonLat,
  timeS: f.seconds,
  lengthM: f.metres,
});

export const leg = f.row({
  way: z.number().describe('id of the way; below zero a road that a scenario builds'),
  name: f.textOrNull('name'),
  nameEn: f.textOrNull('English name'),
  ref: f.textOrNull('number'),
  roadClass: f.text('class'),
  toll: f.flag('a toll is taken'),
  limit: z.enum(['sign', 'general', 'assumed', 'given', 'drawn']).describe('what the limit rests on'),
  timeS: f.seconds,
  lengthM: f.metres,
});

export const cityRoute = f.row({
  schema: f.version('beltway/city-route@1'),
  data,
  vehicleClass: f.vehicleClass,
  ...{ from: point, to: point },
  timeS: f.secondsOrNull,
  lengthM: f.metresOrNull,
  estimatedShare: f.shareOrNull.describe(
    'share of the time at assumed limits, on drawn roads and on connectors',
  ),
  access: end.nullable(),
  egress: end.nullable(),
  legs: f.list('links in the order they are driven', leg),
}) satisfies z.ZodType<CityRouteDocument>;

export const cityMatrix = f.row({
  schema: f.version('beltway/city-matrix@1'),
  data,
  vehicleClass: f.vehicleClass,
  origins: f.list('origins', point),
  destinations: f.list('destinations', point),
  cells: f.list('origin by origin', f.row({ origin: f.id, destination: f.id, timeS: f.secondsOrNull })),
}) satisfies z.ZodType<CityMatrixDocument>;

const band = f.row({
  cutoffS: f.seconds,
  roadKm: z.number().min(0).describe('kilometres of roads within it'),
  links: f.count('links, whole or in part'),
  areaKm2: z.number().min(0).describe('ground of the squares that those links pass through'),
  squareM: f.metres.describe('side of a square'),
});

export const cityReach = f.row({
  schema: f.version('beltway/city-reach@1'),
  data,
  vehicleClass: f.vehicleClass,
  place: point,
  direction: z.enum(['from', 'to']).describe('driven from the place, or to it'),
  bands: f.list('by cutoff', band),
}) satisfies z.ZodType<CityReachDocument>;

export const cityOverlap = f.row({
  schema: f.version('beltway/city-overlap@1'),
  data,
  vehicleClass: f.vehicleClass,
  direction: z.enum(['from', 'to']).describe('driven from the places, or to them'),
  places: f.list('places with what each reaches', point.extend({ band })),
  overlap: band.describe('what all of them reach'),
}) satisfies z.ZodType<CityOverlapDocument>;
