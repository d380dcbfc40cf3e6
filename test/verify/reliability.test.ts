/** What the checker reads off a route for its spread: the same links, times and least times as the answer's own. */
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../src/answer/memory.ts';
import { toQuestion } from '../../src/answer/question.ts';
import { timeScenario } from '../../src/answer/times.ts';
import { createRouteMeasure } from '../../src/answer/trip-route-times.ts';
import { deriveCells, toKey } from '../../src/verify/cells.ts';
import { listSupplierSites } from './shipped.ts';
import { SHIPPED } from '../data-sets.ts';

const SETTINGS = [
  ['heavy-truck', 'peak', null],
  ['car', 'free', 30],
] as const;

/** Whole milliseconds of the links; a piece of no length at a junction may be of either road. */
const listMs = (timesS: readonly number[] | undefined): readonly number[] | undefined =>
  timesS?.map((timeS) => Math.round(timeS * 1000)).filter((ms) => ms > 0);

describe('routes of the shipped network', () => {
  it.each(SETTINGS)(
    '%s, %s, value of time %s: have the same links, and the same time at the signed limits',
    (vehicleClass, traffic, valueOfTimeCnyPerH) => {
      const dataset = SHIPPED;
      const request = {
        vehicleClass,
        traffic,
        ...(valueOfTimeCnyPerH === null ? {} : { valueOfTimeCnyPerH }),
      };
      const question = toQuestion(dataset, request, createMemory());
      const { build, setting } = question;
      const measure = createRouteMeasure(question, timeScenario(question, build, setting, false));
      const sites = listSupplierSites(dataset);
      const plants = dataset.plants.filter(({ kind }) => kind === 'vehicle');
      const cells = deriveCells(dataset, build, setting, sites, plants);
      for (const { id: site } of sites) {
        for (const { id: plant } of plants) {
          const route = measure(site, plant);
          const trip = cells.get(toKey(build.id, site, plant))?.trip;
          expect(trip?.leastS).toBe(route?.leastS);
          expect(listMs(trip?.linkTimesS)).toEqual(listMs(route?.linkTimesS));
        }
      }
    },
    60_000,
  );
});
