/** The trips shown for a place: the same minutes, plants and lines as the matrix and the route. */
import { describe, expect, it } from 'vitest';
import { analyse, explainTrip, listTripsFrom } from '../../src/index.ts';
import { DataError } from '../../src/problems.ts';
import { cutOff } from './trip-data.ts';
import { SHIPPED } from '../data-sets.ts';

describe('trips from a place', () => {
  it.each(['Z_SS_LP', 'D_NANHAI', '113.2,23.2', 'S001'])(
    '%s: every group as the explained trip says',
    (place) => {
      const { direction, trips, place: shown } = listTripsFrom(SHIPPED, { traffic: 'peak' }, place);
      expect({ direction, id: shown.id }).toEqual({ direction: 'from', id: place });
      expect(trips.map(({ group }) => group)).toEqual(SHIPPED.header.groups.map(({ id }) => id));
      for (const trip of trips) {
        const whole = explainTrip(SHIPPED, { traffic: 'peak' }, place, trip.group ?? '');
        for (const role of ['base', 'build'] as const) {
          const { to, verdict, route } = whole[role];
          expect(trip[role]).toEqual({ to: to?.id, timeS: route?.timeS, verdict, line: route?.line });
        }
      }
    },
  );
});

describe('trips into a plant', () => {
  it('come from every supplier site with the minutes of the matrix', () => {
    const answer = analyse(SHIPPED);
    const suppliers = answer.origins.filter(({ kind }) => kind === 'supplier');
    const { direction, trips } = listTripsFrom(SHIPPED, {}, 'TOYOTA_NS');
    expect(direction).toBe('to');
    expect(trips.map(({ from }) => from.id)).toEqual(
      [...new Set(suppliers.map(({ site }) => site))].toSorted(),
    );
    expect(trips.flatMap((trip) => trip.suppliers).toSorted()).toEqual(
      suppliers.map(({ id }) => id).toSorted(),
    );
    for (const trip of trips) {
      for (const [role, scenario] of [
        ['base', '2010-without-belt'],
        ['build', '2010-with-belt'],
      ] as const) {
        const cell = answer.cells.find(
          (one) =>
            one.scenario === scenario && one.origin === trip.suppliers[0] && one.destination === 'TOYOTA_NS',
        );
        expect(trip[role].timeS).toBe(cell?.timeS);
        expect(trip[role].line.at(-1)).toEqual(SHIPPED.plants.find(({ id }) => id === 'TOYOTA_NS')?.at);
      }
    }
  });

  it('come to a plant outside the groups too', () => {
    const other = SHIPPED.plants.find(({ group }) => group === null);
    const { trips } = listTripsFrom(SHIPPED, {}, other?.id ?? '');
    expect(trips.length).toBeGreaterThan(5);
    for (const { group, build } of trips)
      expect({ group, to: build.to }).toEqual({ group: null, to: other?.id });
  });

  it('have no line and no time where there is no way', () => {
    const dates = { base: '2006-07', build: '2010-12' };
    const { trips } = listTripsFrom(cutOff(SHIPPED), dates, 'TOYOTA_NS');
    expect(trips.map(({ build }) => build)).toEqual([
      { to: null, timeS: null, verdict: 'unreachable', line: [] },
    ]);
  });

  it('refuses a place and a request that do not exist', () => {
    for (const place of ['nowhere', '', 'toyota', '1,2']) {
      expect(() => listTripsFrom(SHIPPED, {}, place)).toThrow(DataError);
    }
    expect(() => listTripsFrom(SHIPPED, { origins: ['nowhere'] }, 'TOYOTA_NS')).toThrow(DataError);
    expect(() => listTripsFrom(SHIPPED, { traffic: 'jam' }, 'TOYOTA_NS')).toThrow(DataError);
  });
});
