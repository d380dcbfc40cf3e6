/**
 * Two engines, one definition: every shipped supplier site to every plant, derived from the data by the verify
 * room and by the kernel, must agree to the millisecond, the millimetre and the fen.
 */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import { toSetting } from '../../src/network/setting.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { deriveCells, toKey } from '../../src/verify/cells.ts';
import { toDerived, toPlain } from './kernel-cell.ts';
import { listSupplierSites } from './shipped.ts';
import { SHIPPED } from '../data-sets.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';
const SCENARIOS = ['2010-without-belt', '2010-with-belt', '2010-north-only'];
const VEHICLES = ['car', 'light-truck', 'heavy-truck'];
const STATES = ['free', 'off-peak', 'peak'];
/** Without a value of time, and with one at which toll decides some routes. */
const VALUES_OF_TIME = [null, 30];

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
      const dataset = SHIPPED;
      const scenario = findScenario(dataset, scenarioId);
      const setting = toSetting(dataset, {
        vehicleClass: vehicle,
        trafficState: traffic,
        valueOfTimeCnyPerH,
      });
      const origins = listSupplierSites(dataset);
      const kernel = skim(dataset, scenario, setting, origins, dataset.plants);
      const second = deriveCells(dataset, scenario, setting, origins, dataset.plants);
      const first = kernel.cells.map((cell) => [
        toKey(scenario.id, cell.origin, cell.destination),
        toDerived(cell),
      ]);
      const plain = [...second].map(([key, cell]) => [key, toPlain(cell)]);
      expect(Object.fromEntries(plain)).toEqual(Object.fromEntries(first));
      expect(second.size).toBe(origins.length * dataset.plants.length);
    },
    600_000,
  );
});
