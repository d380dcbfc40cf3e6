/**
 * Checks that a bigger vehicle is never faster, whatever the sign says, and that it is charged by every tariff. The driven speed under a limit is
 * min(cap, factor × min(limit, legal)): it rises with slope `factor` up to a plateau. One class is nowhere
 * faster than another exactly where neither its slope nor its plateau is higher, each divided by the
 * factor of the traffic state.
 */
import { FACILITIES, type Facility } from '../model/road.ts';
import type { Parameter } from '../model/source.ts';
import type { FacilitySpeed, TrafficState, VehicleClass } from '../model/travel.ts';
import type { Report } from './report.ts';
import { type Entry, listSound } from './rows.ts';
import type { Tables } from './tables.ts';

/** Fast corner: factor high, state low. Slow corner: the other way round. */
const CORNERS = [
  ['value', 'value'],
  ['high', 'low'],
  ['low', 'high'],
] as const;

/** What a product of decimals may be off by: far below a millisecond on any link. */
const ROUNDING = 1e-9;

type Corner = (typeof CORNERS)[number];

/** Tells classes that are faster than a smaller one, and toll classes that a tariff leaves out. */
export function checkVehicles(tables: Tables, report: Report): void {
  const classes = listSound(tables.vehicleClasses);
  const states = listSound(tables.trafficStates).map(({ value }) => value);
  const pairs = listRowPairs(tables);
  for (const bigger of classes) {
    for (const { value: smaller } of classes) {
      if (smaller.size >= bigger.value.size) continue;
      for (const facility of FACILITIES) checkFacility(bigger, smaller, facility, report);
      for (const pair of pairs) checkStates(bigger, smaller, pair, states, report);
      checkUnsigned(bigger, smaller, report);
    }
  }
  checkRates(tables, report);
}

/** Each facility with the rows of a traffic state that apply to it: its own, and those links name. */
function listRowPairs({ links }: Tables): readonly (readonly [Facility, Facility])[] {
  const pairs = new Map(FACILITIES.map((facility) => [facility, new Set<Facility>([facility])]));
  for (const { value } of listSound(links)) {
    const { facility, stateAs } = value.properties;
    if (stateAs !== null) pairs.get(facility)?.add(stateAs);
  }
  return [...pairs].flatMap(([facility, rows]) => [...rows].map((row) => [facility, row] as const));
}

function checkFacility(
  { spot, value }: Entry<VehicleClass>,
  smaller: VehicleClass,
  facility: Facility,
  report: Report,
): void {
  const own = value.facilities[facility];
  if (!CORNERS.some((corner) => isFaster(own, smaller.facilities[facility], 1, 1, corner))) return;
  report.tell(spot, ['facilities', facility], 'contradiction', toWords(smaller), own);
}

function checkStates(
  { spot, value }: Entry<VehicleClass>,
  smaller: VehicleClass,
  [facility, row]: readonly [Facility, Facility],
  states: readonly TrafficState[],
  report: Report,
): void {
  const own = value.facilities[facility];
  const other = smaller.facilities[facility];
  if (CORNERS.some((corner) => isFaster(own, other, 1, 1, corner))) return;
  for (const state of states) {
    const [slow, otherSlow] = [findRow(state, value.id, row), findRow(state, smaller.id, row)];
    if (!CORNERS.some((corner) => isFaster(own, other, slow[corner[1]], otherSlow[corner[1]], corner)))
      continue;
    const expected = `${toWords(smaller)}, in traffic state ${state.id}`;
    report.tell(spot, ['facilities', facility], 'contradiction', expected, own);
  }
}

function toWords({ id }: VehicleClass): string {
  return `a speed nowhere above that of ${id}, a smaller vehicle`;
}

function findRow(state: TrafficState, vehicleClass: string, facility: Facility): Parameter {
  return state.byVehicleClass[vehicleClass]?.[facility] ?? state.factors[facility];
}

function isFaster(
  own: FacilitySpeed,
  other: FacilitySpeed,
  slowdown: number,
  otherSlowdown: number,
  [corner]: Corner,
): boolean {
  const slope = own.factor[corner] / slowdown;
  const plateau = toPlateau(own, corner) / slowdown;
  const [otherSlope, otherPlateau] = [
    other.factor[corner] / otherSlowdown,
    toPlateau(other, corner) / otherSlowdown,
  ];
  return slope > otherSlope + ROUNDING || plateau > otherPlateau + ROUNDING;
}

function toPlateau({ factor, legalKmh, capKmh }: FacilitySpeed, corner: Corner[0]): number {
  return Math.min(capKmh ?? Infinity, factor[corner] * (legalKmh ?? Infinity));
}

function checkUnsigned({ spot, value }: Entry<VehicleClass>, smaller: VehicleClass, report: Report): void {
  for (const road of ['oneLanePerDirection', 'noCentreLine'] as const) {
    for (const place of ['urbanKmh', 'otherKmh'] as const) {
      const own = value.unsigned[road][place];
      const limit = smaller.unsigned[road][place];
      if (own <= limit) continue;
      const expected = `at most ${limit}, the limit of ${smaller.id}, a smaller vehicle`;
      report.tell(spot, ['unsigned', road, place], 'contradiction', expected, own);
    }
  }
}

function checkRates({ tariffs, vehicleClasses }: Tables, report: Report): void {
  const classes = new Set(listSound(vehicleClasses).map(({ value }) => value.tollClass));
  for (const { spot, value } of listSound(tariffs)) {
    for (const [index, period] of value.periods.entries()) {
      for (const key of ['perKmCny', 'perPassCny'] as const) {
        for (const tollClass of classes) {
          if (Object.hasOwn(period[key], tollClass)) continue;
          const expected = `a charge for toll class ${tollClass} (0 where there is none)`;
          report.tell(spot, ['periods', index, key, tollClass], 'missing', expected, undefined);
        }
      }
    }
  }
}
