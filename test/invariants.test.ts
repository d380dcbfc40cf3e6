/** Invariants on seeded random scenes: what must hold of every network, whatever its roads. */
import { describe, expect, it } from 'vitest';
import { findRoute } from '../src/matrix/route.ts';
import { skim } from '../src/matrix/skim.ts';
import { linkImpedanceMs } from '../src/network/impedance.ts';
import { buildNetwork } from '../src/network/network.ts';
import { toSetting } from '../src/network/setting.ts';
import { applyScenario } from '../src/scenario/apply.ts';
import { createRandom, toCount } from './scene/random.ts';
import { makeRandomScene, type RandomScene, type SceneShape } from './scene/random-scene.ts';
import {
  countTriangleBreaks,
  listCells,
  listLonger,
  listNodeTimes,
  toScenario,
  type Asked,
} from './scene/invariants.ts';

const SEEDS = Array.from({ length: toCount(40, 400) }, (_, i) => i + 1);
const BASE = toScenario('2010');

/** A scene and a setting drawn with it. */
function ask(seed: number, shape?: SceneShape): Asked & RandomScene {
  const scene = makeRandomScene(seed, shape);
  const random = createRandom(1000 + seed);
  const setting = toSetting(scene.dataset, {
    vehicleClass: random.pick(['car', 'truck']),
    trafficState: random.pick(['free', 'peak']),
  });
  return { ...scene, setting };
}

describe('on random scenes', () => {
  it('an empty scenario is the base, bit for bit', () => {
    for (const seed of SEEDS) {
      const asked = ask(seed);
      const { dataset, setting, places } = asked;
      const before = listCells(asked, BASE);
      const built = buildNetwork(dataset, applyScenario(dataset, BASE), setting, places);
      const closed = toScenario('2010', { kind: 'close', sections: ['BASE'] });
      listCells(asked, closed);
      const again = toScenario('2010');
      expect(listCells(asked, again)).toEqual(before);
      const rebuilt = buildNetwork(dataset, applyScenario(dataset, again), setting, places);
      expect(rebuilt.graph).toEqual(built.graph);
      expect(rebuilt.tollFen).toEqual(built.tollFen);
      expect(applyScenario(dataset, again).links.every((link) => dataset.links.includes(link))).toBe(true);
    }
  });

  it('closing a section never shortens a trip, so building it never lengthens one', () => {
    let changed = 0;
    for (const seed of SEEDS) {
      const asked = ask(seed);
      const base = listCells(asked, BASE);
      for (const section of asked.sections) {
        const without = listCells(asked, toScenario('2010', { kind: 'close', sections: [section] }));
        expect(listLonger(without, base), `seed ${seed}, ${section}`).toEqual([]);
        changed += listLonger(base, without).length;
      }
    }
    expect(changed).toBeGreaterThan(SEEDS.length);
  });

  it('opening a section earlier never lengthens a trip', () => {
    for (const seed of SEEDS) {
      const asked = ask(seed);
      const base = listCells(asked, BASE);
      for (const section of asked.sections) {
        const early = toScenario('2010', {
          kind: 'set-dates',
          sections: [section],
          opened: null,
          closed: null,
        });
        expect(listLonger(base, listCells(asked, early)), `seed ${seed}, ${section}`).toEqual([]);
      }
    }
  });

  it('the way over another node is never shorter', () => {
    for (const seed of SEEDS) expect(countTriangleBreaks(listNodeTimes(ask(seed), BASE))).toBe(0);
  });

  it('another destination or origin, or another order, changes no cell', () => {
    for (const seed of SEEDS) {
      const { dataset, setting, places } = ask(seed);
      for (const value of [null, 60]) {
        const paying = { ...setting, valueOfTimeCnyPerH: value };
        const all = skim(dataset, BASE, paying, places, places.toReversed());
        for (const origin of places) {
          for (const destination of places) {
            const alone = skim(dataset, BASE, paying, [origin], [destination]).cells[0];
            expect(alone).toEqual(all.find(origin.id, destination.id));
          }
        }
      }
    }
  });

  it('cell, route and its steps agree to the millisecond, millimetre and fen', () => {
    for (const seed of SEEDS) {
      const { dataset, setting, places } = ask(seed);
      const [from, to] = [places[0], places[1]];
      if (from === undefined || to === undefined) continue;
      const cell = skim(dataset, BASE, setting, places, places).find(from.id, to.id);
      const { best, secondBest, cheaper } = findRoute(dataset, BASE, setting, from, to);
      expect(best?.timeMs ?? Infinity).toBe(cell.timeMs);
      const { origin, destination, lowMs, highMs, ...service } = cell;
      if (best !== null) expect(best).toMatchObject(service);
      expect([origin, destination, lowMs <= highMs]).toEqual([from.id, to.id, true]);
      for (const route of [best, secondBest?.route, cheaper?.route]) {
        if (route === null || route === undefined) continue;
        const parts = [route.access, ...route.steps, route.egress];
        expect(parts.reduce((sum, part) => sum + part.timeMs, 0)).toBe(route.timeMs);
        expect(parts.reduce((sum, part) => sum + part.lengthMm, 0)).toBe(route.lengthMm);
        expect(route.steps.reduce((sum, step) => sum + step.tollFen, 0)).toBe(route.tollFen);
        expect(route.timeMs).toBeGreaterThanOrEqual(cell.timeMs);
      }
      if (secondBest !== null) expect(secondBest.sharedMs).toBeLessThanOrEqual(0.7 * cell.timeMs);
      if (cheaper !== null) expect(cheaper.extraMs).toBeLessThanOrEqual(900_000);
    }
  });

  it('there and back take the same where all roads are two-way', () => {
    for (const seed of SEEDS) {
      const asked = ask(seed, { symmetric: true });
      const times = listNodeTimes(asked, BASE);
      expect(times.every((row, a) => row.every((time, b) => time === times[b]?.[a]))).toBe(true);
      const { places } = asked;
      const cells = listCells(asked, BASE);
      for (const [i, { timeMs }] of cells.entries()) {
        const [a, b] = [Math.floor(i / places.length), i % places.length];
        const back = cells[b * places.length + a]?.timeMs ?? NaN;
        // A share that falls on half a millisecond is rounded up from both ends.
        expect(timeMs === back || Math.abs(timeMs - back) <= 2).toBe(true);
      }
    }
  });

  it('the corners hold the mid value between them', () => {
    for (const seed of SEEDS) {
      const { dataset, setting, places } = ask(seed);
      for (const { timeMs, lowMs, highMs } of skim(dataset, BASE, setting, places, places).cells) {
        expect(lowMs <= timeMs && timeMs <= highMs).toBe(true);
      }
    }
  });

  it('a bigger vehicle is never faster on any link', () => {
    for (const seed of SEEDS) {
      const { dataset } = ask(seed);
      const ofClass = (vehicleClass: string): readonly number[] => {
        const setting = toSetting(dataset, { vehicleClass, trafficState: 'free' });
        return dataset.links.map((link) => linkImpedanceMs(dataset, link, setting, '2010-12-31'));
      };
      const trucks = ofClass('truck');
      expect(ofClass('car').every((timeMs, i) => timeMs <= (trucks[i] ?? 0))).toBe(true);
    }
  });
});
