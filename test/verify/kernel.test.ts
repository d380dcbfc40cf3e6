/**
 * Two engines, one definition: every shipped supplier site to every plant, derived from the data by the verify
 * room and by the kernel, must agree to the millisecond, the millimetre and the fen.
 */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import { toSetting } from '../../src/network/setting.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { deriveCells, toSixPlaces, type Derived } from '../../src/verify/cells.ts';
import { joinSite } from '../../src/verify/graph.ts';
import type { Cell } from '../../src/matrix/cell.ts';
import { listSupplierSites, loadShipped } from './shipped.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';
const SCENARIOS = ['2010-without-belt', '2010-with-belt', '2010-north-only'];
const VEHICLES = ['car', 'light-truck', 'heavy-truck'];
const STATES = ['free', 'off-peak', 'peak'];
/** Without a value of time, and with one at which toll decides some routes. */
const VALUES_OF_TIME = [null, 30];

const orNull = (value: number, unit: number): number | null => (Number.isFinite(value) ? value / unit : null);

function toDerived(cell: Cell): Derived {
  const share = (ms: number): number => toSixPlaces(ms / cell.timeMs);
  if (cell.timeMs === Infinity) throw new Error('every shipped pair has a way');
  const times = Object.entries(cell.byFacilityMs).filter(([, ms]) => ms > 0);
  return {
    timeS: orNull(cell.timeMs, 1000),
    lowS: orNull(cell.lowMs, 1000),
    highS: orNull(cell.highMs, 1000),
    lengthM: orNull(cell.lengthMm, 1000),
    tollCny: orNull(cell.tollFen, 100),
    estimatedShare: share(cell.estimatedMs),
    townChainShare: share(cell.townChainMs),
    viaBeltM: cell.viaBeltMm / 1000,
    byFacilityS: Object.fromEntries(times.map(([facility, ms]) => [facility, ms / 1000])),
  };
}

function withoutZeros(cell: Derived): Derived {
  const times = Object.entries(cell.byFacilityS ?? {}).filter(([, seconds]) => seconds > 0);
  return { ...cell, byFacilityS: Object.fromEntries(times) };
}

type Question = readonly [scenario: string, vehicle: string, traffic: string, valueOfTime: number | null];

const every = SCENARIOS.flatMap((scenario) =>
  VEHICLES.flatMap((vehicle) =>
    STATES.flatMap((traffic) => VALUES_OF_TIME.map((value): Question => [scenario, vehicle, traffic, value])),
  ),
);
const few: readonly Question[] = [
  ['2010-without-belt', 'car', 'free', null],
  ['2010-with-belt', 'car', 'free', null],
  ['2010-with-belt', 'heavy-truck', 'peak', 30],
];
const questions = LONG ? every : few;

describe('the second opinion on the shipped network', () => {
  it.each(questions)(
    '%s, %s, %s, value of time %s',
    (scenarioId, vehicle, traffic, valueOfTimeCnyPerH) => {
      const dataset = loadShipped();
      const scenario = findScenario(dataset, scenarioId);
      const setting = toSetting(dataset, {
        vehicleClass: vehicle,
        trafficState: traffic,
        valueOfTimeCnyPerH,
      });
      const origins = listSupplierSites(dataset);
      const joined = dataset.plants.map((plant) => joinSite(dataset, plant));
      const kernel = skim(dataset, scenario, setting, origins, dataset.plants);
      for (const origin of origins) {
        const cells = deriveCells(dataset, scenario, setting, joinSite(dataset, origin), joined);
        const second = cells.map((cell, i) => [origin.id, dataset.plants[i]?.id, withoutZeros(cell)]);
        const first = dataset.plants.map(({ id }) => [origin.id, id, toDerived(kernel.find(origin.id, id))]);
        expect(second).toEqual(first);
      }
    },
    600_000,
  );
});
