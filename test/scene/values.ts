/**
 * Values that drawn and random scenes share: vehicles, traffic, parameters, tariffs. Round figures made up so
 * that expected minutes can be worked out by head; none of them says anything about a real road.
 */
import type { Facility } from '../../src/model/road.ts';
import type { Parameter } from '../../src/model/source.ts';
import {
  PARAMETER_IDS,
  type ParameterId,
  type Parameters,
  type Tariff,
  type TrafficState,
  type VehicleClass,
} from '../../src/model/travel.ts';
import { FACILITIES } from '../../src/model/road.ts';

export function toParameter(value: number, low = value, high = value): Parameter {
  return { value, unit: 'made up', low, high, source: 'scene', grade: 'assumed' };
}

function byFacility<T>(value: (facility: Facility) => T): Record<Facility, T> {
  return Object.fromEntries(FACILITIES.map((facility) => [facility, value(facility)])) as Record<Facility, T>;
}

const VALUES: Record<ParameterId, readonly [value: number, low?: number, high?: number]> = {
  connectorSpeedKmh: [30, 20, 60],
  connectorRadiusM: [1000],
  connectorRadiusMaxM: [15_000],
  signalDelayS: [20.25, 16.2, 25.3125],
  plazaEntryS: [30, 20, 60],
  plazaExitS: [60, 40, 120],
  plazaBarrierS: [45, 30, 90],
  gantryPassS: [15, 10, 20],
  defaultExpresswayKmh: [100, 80, 120],
  defaultUrbanExpresswayKmh: [80],
  defaultArterialKmh: [60],
  defaultLocalKmh: [40],
  defaultRampKmh: [40],
  cutoffS: [3600],
  toleranceS: [600],
  claimToleranceS: [300],
  secondBestShare: [0.7],
  alternativeExtraS: [900],
  loadingS: [0],
  gateS: [0],
  unloadingS: [0],
};

export const SCENE_PARAMETERS: Parameters = Object.fromEntries(
  PARAMETER_IDS.map((id) => [id, toParameter(...VALUES[id])]),
) as Record<ParameterId, Parameter>;

/** A car that drives at the sign, and a truck at half of it. */
export const SCENE_VEHICLES: readonly VehicleClass[] = [
  toVehicle('car', 1, toParameter(1, 0.8, 1.25)),
  toVehicle('truck', 2, toParameter(0.5, 0.4, 0.6)),
];

function toVehicle(id: string, size: number, factor: Parameter): VehicleClass {
  const legalKmh = (facility: Facility): number | null => (facility === 'expressway' ? 120 / size : null);
  return {
    id,
    name: id,
    nameZh: id,
    size,
    tollClass: String(size),
    sources: [],
    facilities: byFacility((facility) => ({ legalKmh: legalKmh(facility), factor, capKmh: null })),
    unsigned: {
      oneLanePerDirection: { urbanKmh: 50, otherKmh: 75 },
      noCentreLine: { urbanKmh: 30, otherKmh: 40 },
    },
  };
}

export const SCENE_STATES: readonly TrafficState[] = [
  { id: 'free', name: 'free', nameZh: 'free', factors: byFacility(() => toParameter(1)), byVehicleClass: {} },
  {
    id: 'peak',
    name: 'peak',
    nameZh: 'peak',
    factors: byFacility((facility) =>
      facility === 'arterial' ? toParameter(2, 1.5, 3) : toParameter(1.5, 1, 2),
    ),
    byVehicleClass: { truck: { expressway: toParameter(1.2) } },
  },
];

/** 1 CNY/km for the car, 2 for the truck; `bridge` 10 CNY a pass; `free-later` ends with 2008. */
export const SCENE_TARIFFS: readonly Tariff[] = [
  toTariff('per-km', null, { '1': 1, '2': 2 }, { '1': 0, '2': 0 }),
  toTariff('bridge', null, { '1': 0, '2': 0 }, { '1': 10, '2': 20 }),
  toTariff('free-later', '2009-01-01', { '1': 1, '2': 2 }, { '1': 0, '2': 0 }),
];

type Rates = Readonly<Record<string, number>>;

function toTariff(id: string, to: string | null, perKmCny: Rates, perPassCny: Rates): Tariff {
  return { id, name: id, periods: [{ from: null, to, perKmCny, perPassCny, estimated: false }], sources: [] };
}
