/** The setting in which each level of the ladder is timed, for a car; the straight line needs none. */
import type { Dataset } from '../model/dataset.ts';
import { SURFACES, toSetting, type Setting } from '../network/setting.ts';
import type { LadderCorner, Level } from './ladder.ts';

/** The paper's class. */
const VEHICLE_CLASS = 'car';
/** Legal maximum of a car on an expressway in km/h (Implementation Regulations, art. 78), where data give none. */
const LEGAL_KMH = 120;
/** Speed between site and road at signed limits (MODEL, section 6): a lawful street, not the connector's 25 km/h. */
const SIGNED_CONNECTOR_KMH = 40;

export type NetworkLevel = Exclude<Level, 'straight-line'>;

/** Legal maximum of a car on an expressway. */
export function getLegalKmh(dataset: Dataset): number {
  const car = dataset.vehicleClasses.find(({ id }) => id === VEHICLE_CLASS);
  return car?.facilities.expressway.legalKmh ?? LEGAL_KMH;
}

/**
 * The setting of a level. Throws DataError where the data set lacks the car or a traffic state.
 */
export function toLevelSetting(dataset: Dataset, level: NetworkLevel, corner: LadderCorner): Setting {
  const free = { vehicleClass: VEHICLE_CLASS, trafficState: 'free', corner };
  switch (level) {
    case 'least-distance': {
      const legalKmh = getLegalKmh(dataset);
      const speedsKmh = Object.fromEntries(SURFACES.map((surface) => [surface, legalKmh]));
      return toSetting(dataset, { ...free, rule: 'signed-limits', speedsKmh, delays: false });
    }
    case 'signed-limits':
      return toSignedSetting(dataset, corner, {});
    case 'free-flow':
      return toSetting(dataset, free);
    case 'off-peak':
    case 'peak':
      return toSetting(dataset, { ...free, trafficState: level });
  }
}

/** Signed limits, no delays, and other speeds where given. */
export function toSignedSetting(
  dataset: Dataset,
  corner: LadderCorner,
  speedsKmh: Setting['speedsKmh'],
): Setting {
  return toSetting(dataset, {
    vehicleClass: VEHICLE_CLASS,
    trafficState: 'free',
    corner,
    rule: 'signed-limits',
    speedsKmh: { connector: SIGNED_CONNECTOR_KMH, ...speedsKmh },
    delays: false,
  });
}
