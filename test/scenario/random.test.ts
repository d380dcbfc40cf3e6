/**
 * Random scenarios, answered by the skim, by the independent engine, and by the search over roads that are never cut for
 * a place: all three the same, to the millisecond.
 */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import type { HourlyFactors, Profile } from '../../src/model/day.ts';
import { toSetting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { applyScenario, type RoadState } from '../../src/scenario/apply.ts';
import { toRoads } from '../../src/network/road-pieces.ts';
import { findMovedConnectors, drawRoads, searchTimesTo } from '../../src/uncertainty/trip-times.ts';
import { deriveCells } from '../../src/verify/cells.ts';
import { toScenario } from '../scene/invariants.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { toDerived, toPlain } from '../verify/kernel-cell.ts';
import { makeModifications } from './random-scenario.ts';

function tryState(apply: () => RoadState): RoadState | null {
  try {
    return apply();
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return null;
  }
}

const FLAT_ROW: HourlyFactors = {
  ...{ value: Array<number>(24).fill(1), low: Array<number>(24).fill(1), high: Array<number>(24).fill(1) },
  ...{ unit: 'times', source: 'made-up', grade: 'assumed' },
};

/** A day on which every factor is 1. */
const FLAT: Profile = {
  ...{ id: 'flat', name: 'flat', nameZh: 'flat', byVehicleClass: {} },
  factors: {
    ...{ expressway: FLAT_ROW, 'urban-expressway': FLAT_ROW, arterial: FLAT_ROW },
    ...{ local: FLAT_ROW, ramp: FLAT_ROW },
  },
};

const PLAIN = { lengthParts: new Map(), at: new Map(), untagged: new Set<string>() } as const;

describe('random scenarios', () => {
  it('are timed alike by three searches, and by the clock of a day without traffic', () => {
    const found = { applied: 0, cut: 0, reached: 0 };
    for (const seed of [...Array.from({ length: toCount(60, 2000) }, (_, i) => i + 1), 1184]) {
      const { dataset, places, sections } = makeRandomScene(seed);
      const random = createRandom(-seed);
      const scenario = toScenario('2010', ...makeModifications(random, dataset, sections));
      const state = tryState(() => applyScenario(dataset, scenario));
      if (state === null) continue;
      const trafficState = random.pick(['free', 'peak']);
      const setting = toSetting(dataset, { vehicleClass: 'car', trafficState });
      const { cells } = skim(dataset, scenario, setting, places, places);
      const second = deriveCells(dataset, scenario, setting, places, places);
      expect({ seed, cells: [...second.values()].map(toPlain) }).toEqual({
        seed,
        cells: cells.map(toDerived),
      });
      const drawn = drawRoads(toRoads(state), { dataset, setting, ...PLAIN });
      const connectors = new Map(
        places.map((place) => [place.id, findMovedConnectors(state, place, undefined, null)]),
      );
      for (const { origin, destination, timeMs } of cells) {
        const timesTo = searchTimesTo(drawn, connectors.get(destination) ?? null);
        expect([seed, origin, destination, timesTo(connectors.get(origin) ?? null)]).toEqual([
          seed,
          origin,
          destination,
          timeMs,
        ]);
      }
      if (trafficState === 'free') {
        const moment = seed % 2 === 0 ? { departMs: seed } : { arriveByMs: seed };
        const byClock = { ...setting, clock: { profile: FLAT, moment } };
        const flat = skim(dataset, scenario, byClock, places, places).cells;
        expect({ seed, cells: flat.map((cell) => ({ ...cell, departMs: null })) }).toEqual({ seed, cells });
      }
      found.applied += 1;
      found.cut += Number(state.junctions.size > 0);
      found.reached += cells.filter(({ timeMs }) => timeMs < Infinity).length;
    }
    expect(found.applied).toBeGreaterThan(30);
    expect(found.cut).toBeGreaterThan(10);
    expect(found.reached).toBeGreaterThan(500);
  }, 600_000);

  it('never lengthen a trip by building without a toll, and give the base back when it is closed', () => {
    let shorter = 0;
    for (let seed = 1; seed <= toCount(60, 2000); seed += 1) {
      const { dataset, places, sections } = makeRandomScene(seed);
      const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
      const builds = makeModifications(createRandom(seed), dataset, sections).filter(
        ({ kind }) => kind === 'build',
      );
      if (builds.length === 0) continue;
      const list = (...modifications: typeof builds): readonly number[] =>
        skim(dataset, toScenario('2010', ...modifications), setting, places, places, {
          corners: false,
        }).cells.map(({ timeMs }) => timeMs);
      if (tryState(() => applyScenario(dataset, toScenario('2010', ...builds))) === null) continue;
      const [base, built] = [list(), list(...builds)];
      const ids = builds.flatMap((one) => (one.kind === 'build' ? [one.id] : []));
      expect(
        built.every((timeMs, i) => timeMs <= (base[i] ?? NaN)),
        `seed ${seed}`,
      ).toBe(true);
      expect(list(...builds, { kind: 'close', sections: ids })).toEqual(base);
      shorter += built.filter((timeMs, i) => timeMs < (base[i] ?? NaN)).length;
    }
    expect(shorter).toBeGreaterThan(50);
  }, 600_000);
});
