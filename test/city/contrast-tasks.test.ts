/** A comparison timed by whoever, some destinations at a time, against the same in one go: random maps and scenarios. */
import { describe, expect, it } from 'vitest';
import { openCity, openCityState } from '../../src/city/city.ts';
import { contrastCities, openContrast, type SettledCity } from '../../src/city/contrast.ts';
import { divideEvenly } from '../../src/city/parts.ts';
import type { CityFirm } from '../../src/city/scenario/draft.ts';
import { openTripTasks } from '../../src/city/trip-columns.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Modification } from '../../src/model/scenario.ts';
import { shareColumns } from '../../src/routing/shared.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { applyPlan, tryTo } from './plans.ts';
import { importMap, joinRandom, openPlanned } from './random-plans.ts';

/** Links closed, slowed and re-signed: the edges stay, and trips with are found from those without. */
function drawChanges({ links }: ImportedNetwork, random: Random): readonly Modification[] {
  const pick = (): string => String(random.pick([...links.id]));
  return [
    { kind: 'close', links: [pick()] },
    { kind: 'set-speed-factor', links: [pick()], factor: 0.4 },
    { kind: 'change', links: [pick()], postedKmh: 110 },
  ];
}

function openChanged(seed: number, random: Random) {
  const network = importMap(makeRandomMap(seed));
  if (network === null) return null;
  const base = openCity(network, 'car');
  const state = tryTo(() => applyPlan(network, drawChanges(network, random)));
  return state === null ? null : { base, city: openCityState(state), sites: joinRandom(base, random) };
}

/** Everybody supplies and some are plants; of these one is not there in the one or the other. */
function settle(
  { base, city, sites }: NonNullable<ReturnType<typeof openChanged>>,
  random: Random,
): readonly [SettledCity, SettledCity] {
  const firms = sites.flatMap(({ place: { id, at } }, i): readonly CityFirm[] => [
    { id: `S${i}`, title: id, kind: 'supplier', group: null, at },
    { id: `P${i}`, title: id, kind: 'plant', group: null, at },
  ]);
  const without = (id: string) => new Map(firms.filter((one) => one.id !== id).map((one) => [one.id, one]));
  return [
    { city: base, firms: without(random.pick(['P0', 'P1', ''])) },
    { city, firms: without(random.pick(['P2', 'P1', ''])) },
  ];
}

describe('a comparison in tasks', () => {
  it('is that of one go, whether a road is built or roads are changed', () => {
    const seen = { mended: 0, built: 0, turned: 0 };
    for (let seed = 1; seed <= toCount(24, 400); seed += 1) {
      const random = createRandom(900 + seed);
      const opened = seed % 2 === 0 ? openPlanned(seed) : openChanged(seed, random);
      if (opened === null || opened.sites.length < 3) continue;
      const [base, build] = settle(opened, random);
      const { columns, plan, toContrast, pairs } = openContrast(base, build);
      const planned = plan();
      const run = openTripTasks(structuredClone(shareColumns(planned)));
      const parts = divideEvenly(columns, random.int(1, 3)).toReversed().map(run).toReversed();
      const found = toContrast(parts.flat());
      expect(found, `seed ${seed}`).toEqual(contrastCities({ ...base }, { ...build }));
      expect(pairs).toBe(found.suppliers.length * found.plants.length);
      seen.mended += Number(planned.change !== null);
      seen.built += Number(planned.change === null);
      seen.turned += Number(JSON.stringify(found.trips[0]) !== JSON.stringify(found.trips[1]));
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
  });
});

it('columns are shared, and maps, sets and lists go along as they are', () => {
  const given = { map: new Map([[1, 2]]), set: new Set([3]), list: [4], deep: { column: Uint16Array.of(5) } };
  const shared = shareColumns(given);
  expect(shared).toEqual(given);
  expect(shared.deep.column.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([shared.map, shared.set]).toEqual([new Map([[1, 2]]), new Set([3])]);
});
