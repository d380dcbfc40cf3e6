/** Files `vehicle-classes/<id>.json` and `traffic-states/<id>.json`: how fast is driven, and when it is slower. */
import * as z from 'zod';

import type { TrafficState, VehicleClass } from '../model/travel.ts';
import { exactly, id, note, numberIn, record, sources, text, wholeIn } from './fields.ts';
import type { Folder } from './folder.ts';
import { parameter, RATIO } from './parameters.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, listSound, readSingles } from './rows.ts';

const limit = (what: string) => numberIn(`${what} in km/h`, 10, 150);

const facilitySpeed = record('speeds on a facility', {
  legalKmh: limit('legal maximum').nullable(),
  factor: parameter('share of the limit that is driven', RATIO, 0.3, 1.2),
  capKmh: limit('ceiling on the driven speed').nullable(),
});

const unsignedLimits = record('limits where no sign stands', {
  urbanKmh: limit('in town'),
  otherKmh: limit('elsewhere'),
});

const vehicleClass = record('a vehicle class', {
  id: id('id of the vehicle class'),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  size: wholeIn('order of size', 1, 100),
  tollClass: id('a toll class'),
  facilities: record('speeds on every facility', {
    expressway: facilitySpeed,
    'urban-expressway': facilitySpeed,
    arterial: facilitySpeed,
    local: facilitySpeed,
    ramp: facilitySpeed,
  }),
  unsigned: record('limits where no sign stands', {
    oneLanePerDirection: unsignedLimits,
    noCentreLine: unsignedLimits,
  }),
  sources,
  note,
}) satisfies z.ZodType<VehicleClass>;

const slowdown = parameter('factor on running time', RATIO, 1, 5);

const slowdowns = record('factors on running time on every facility', {
  expressway: slowdown,
  'urban-expressway': slowdown,
  arterial: slowdown,
  local: slowdown,
  ramp: slowdown,
});

const someSlowdowns = record('factors on running time on some facilities', {
  expressway: slowdown.exactOptional(),
  'urban-expressway': slowdown.exactOptional(),
  arterial: slowdown.exactOptional(),
  local: slowdown.exactOptional(),
  ramp: slowdown.exactOptional(),
});

const BY_CLASS_WORDS = 'factors by vehicle class';

const trafficState = record('a traffic state', {
  id: id('id of the traffic state'),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  factors: slowdowns,
  byVehicleClass: z.record(id('a vehicle class'), someSlowdowns, BY_CLASS_WORDS).describe(BY_CLASS_WORDS),
}) satisfies z.ZodType<TrafficState>;

export const vehicleClassFile = record('a vehicle class', {
  schema: exactly('beltway/vehicle-class@1'),
  ...vehicleClass.shape,
});
export const trafficStateFile = record('a traffic state', {
  schema: exactly('beltway/traffic-state@1'),
  ...trafficState.shape,
});
export type VehicleClassFile = z.output<typeof vehicleClassFile>;
export type TrafficStateFile = z.output<typeof trafficStateFile>;

/** Reads the vehicle classes. */
export function readVehicleClasses(folder: Folder, report: Report): Rows<VehicleClassFile> {
  return readSingles(vehicleClassFile, folder, 'vehicleClasses', report);
}

/** Reads the traffic states. */
export function readTrafficStates(folder: Folder, report: Report): Rows<TrafficStateFile> {
  const rows = readSingles(trafficStateFile, folder, 'trafficStates', report);
  for (const { spot, value } of listSound(rows)) {
    if (value.id === 'free') checkFree(value, spot, report);
  }
  return rows;
}

/** The state that is called free is what the others are factors on. */
function checkFree({ factors, byVehicleClass }: TrafficState, spot: Spot, report: Report): void {
  const own = Object.keys(byVehicleClass);
  if (own.length > 0)
    report.tell(spot, ['byVehicleClass'], 'contradiction', 'no rows, as flow is free', byVehicleClass);
  for (const [facility, factor] of Object.entries(factors)) {
    if (factor.low === 1 && factor.value === 1 && factor.high === 1) continue;
    report.tell(
      spot,
      ['factors', facility],
      'contradiction',
      'a factor of 1 throughout, as flow is free',
      factor,
    );
  }
}
