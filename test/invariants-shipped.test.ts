/** The same invariants on the shipped roads, and the check values of the model that rest on its parameters. */
import { describe, expect, it } from 'vitest';
import { findRoute } from '../src/matrix/route.ts';
import { skim } from '../src/matrix/skim.ts';
import { linkImpedanceMs } from '../src/network/impedance.ts';
import { toSetting } from '../src/network/setting.ts';
import { isOpenOn, toLastDay } from '../src/scenario/dates.ts';
import { findScenario } from '../src/scenario/find.ts';
import {
  countTriangleBreaks,
  listCells,
  listLonger,
  listNodeTimes,
  toScenario,
  type Asked,
} from './scene/invariants.ts';
import { createRandom, toCount } from './scene/random.ts';
import { SHIPPED } from './data-sets.ts';

function ask(vehicleClass = 'car', trafficState = 'free'): Asked {
  const dataset = SHIPPED;
  const places = [...dataset.zones, ...dataset.plants];
  return { dataset, places, setting: toSetting(dataset, { vehicleClass, trafficState }) };
}

const WITH_BELT = '2010-with-belt';

describe('on the shipped roads', () => {
  it('the data set is frozen to its leaves', () => {
    const loose: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
    };
    visit(SHIPPED, 'dataset');
    expect(loose.slice(0, 5)).toEqual([]);
  });

  it('an empty scenario is the base, bit for bit', () => {
    const asked = ask();
    const found = listCells(asked, findScenario(asked.dataset, '2010-12'));
    expect(listCells(asked, toScenario('2010-12-31'))).toEqual(found);
    expect(listCells(asked, findScenario(asked.dataset, '2010-12-31'))).toEqual(found);
  });

  it('closing a section never shortens a trip, so building it never lengthens one', () => {
    const asked = ask('light-truck', 'peak');
    const { date, modifications } = findScenario(asked.dataset, WITH_BELT);
    const base = listCells(asked, toScenario(date, ...modifications));
    const random = createRandom(3);
    const belt = new Set(asked.dataset.header.belt.sections);
    for (const { id, highway } of asked.dataset.sections) {
      if (!belt.has(id) && !random.once(toCount(4, 1))) continue;
      if (!asked.dataset.links.some(({ section }) => section === id)) continue;
      const without = toScenario(date, ...modifications, { kind: 'close', sections: [id] });
      expect(listLonger(listCells(asked, without), base), `${highway} ${id}`).toEqual([]);
    }
  });

  it('the belt never lengthens a trip', () => {
    const asked = ask();
    const without = listCells(asked, findScenario(asked.dataset, '2010-without-belt'));
    const beside = listCells(asked, findScenario(asked.dataset, '2010-north-only'));
    const built = listCells(asked, findScenario(asked.dataset, WITH_BELT));
    expect(listLonger(without, beside)).toEqual([]);
    expect(listLonger(beside, built)).toEqual([]);
    expect(listLonger(built, without).length).toBeGreaterThan(0);
  });

  it('the way over another node is never shorter', () => {
    const asked = ask();
    expect(countTriangleBreaks(listNodeTimes(asked, findScenario(asked.dataset, WITH_BELT)))).toBe(0);
  });

  it('another destination changes no cell', () => {
    const { dataset, setting, places } = ask('heavy-truck', 'off-peak');
    const scenario = findScenario(dataset, WITH_BELT);
    const all = skim(dataset, scenario, setting, places, places);
    const random = createRandom(5);
    for (let i = 0; i < toCount(40, 400); i += 1) {
      const [origin, destination] = [random.pick(places), random.pick(places)];
      const alone = skim(dataset, scenario, setting, [origin], [destination]).cells[0];
      expect(alone).toEqual(all.find(origin.id, destination.id));
    }
  });

  it('a time asked for alone is that of the cell, whichever way is searched, tolls counted or not', () => {
    const { dataset, setting, places } = ask('light-truck', 'peak');
    const scenario = findScenario(dataset, WITH_BELT);
    for (const asked of [setting, { ...setting, valueOfTimeCnyPerH: 40 }]) {
      for (const [origins, destinations] of [
        [places, dataset.plants],
        [dataset.plants, places],
      ] as const) {
        const table = () => skim(dataset, scenario, asked, origins, destinations, { corners: false });
        const [bare, whole] = [table(), table()];
        const pairs = origins.flatMap(({ id }) => destinations.map((one) => [id, one.id] as const));
        const alone = pairs.map(([from, to]) => bare.findMs(from, to));
        expect(alone).toEqual(whole.cells.map(({ timeMs }) => timeMs));
        expect(alone).toEqual(pairs.map(([from, to]) => whole.findMs(from, to)));
        expect(() => bare.findMs('nowhere', dataset.plants[0]?.id ?? '')).toThrow(RangeError);
      }
    }
  });

  it('cell and route agree to the millisecond', () => {
    const { dataset, setting, places } = ask('car', 'peak');
    const scenario = findScenario(dataset, WITH_BELT);
    const all = skim(dataset, scenario, setting, places, places, { corners: false });
    const random = createRandom(6);
    for (let i = 0; i < toCount(40, 400); i += 1) {
      const [from, to] = [random.pick(places), random.pick(places)];
      const { best } = findRoute(dataset, scenario, setting, from, to);
      const cell = all.find(from.id, to.id);
      const parts = best === null ? [] : [best.access, ...best.steps, best.egress];
      expect(best?.timeMs).toBe(cell.timeMs);
      expect(parts.reduce((sum, part) => sum + part.timeMs, 0)).toBe(cell.timeMs);
      expect(parts.reduce((sum, part) => sum + part.lengthMm, 0)).toBe(cell.lengthMm);
    }
  });

  it('the corners hold the mid value between them', () => {
    for (const vehicleClass of ['car', 'light-truck', 'heavy-truck']) {
      const { dataset, setting, places } = ask(vehicleClass, 'peak');
      const { cells } = skim(dataset, findScenario(dataset, WITH_BELT), setting, places, dataset.plants);
      expect(cells.filter(({ lowMs, timeMs, highMs }) => !(lowMs < timeMs && timeMs < highMs))).toEqual([]);
    }
  });

  it('a bigger vehicle is never faster on any link, in any traffic, at any end of the ranges', () => {
    const dataset = SHIPPED;
    const classes = dataset.vehicleClasses.toSorted((a, b) => a.size - b.size);
    const faster: string[] = [];
    for (const { id: trafficState } of dataset.trafficStates) {
      for (const corner of ['mid', 'fast', 'slow'] as const) {
        const settings = classes.map(({ id }) =>
          toSetting(dataset, { vehicleClass: id, trafficState, corner }),
        );
        for (const link of dataset.links) {
          const times = settings.map((setting) => linkImpedanceMs(dataset, link, setting, '2010-12-31'));
          if (times.some((time, i) => time < (times[i - 1] ?? 0)))
            faster.push(`${link.id} ${trafficState} ${corner}`);
        }
      }
    }
    expect(faster).toEqual([]);
  });

  it("a signal costs Webster's uniform delay", () => {
    const uniform = (cycleS: number, green: number, saturation: number): number =>
      (cycleS * (1 - green) ** 2) / (2 * (1 - saturation * green));
    const { signalDelayS } = SHIPPED.parameters;
    expect(signalDelayS.value).toBeCloseTo(uniform(90, 0.4, 0.5), 10);
    expect(signalDelayS.value).toBe(20.25);
    expect(signalDelayS.low).toBeCloseTo(uniform(90, 0.4, 0), 10);
    const { dataset, setting } = ask();
    const link = dataset.links.find(({ signals, facility }) => signals > 0 && facility === 'arterial');
    if (link === undefined) throw new Error('no arterial has a signal');
    const times = [link.signals, link.signals + 2].map((signals) =>
      linkImpedanceMs(dataset, { ...link, signals }, setting, '2010-12-31'),
    );
    expect(Math.abs((times[1] ?? NaN) - (times[0] ?? NaN) - 40_500)).toBeLessThanOrEqual(1);
  });

  it('every shipped scenario has exactly the links of its day', () => {
    const { dataset } = ask();
    for (const scenario of dataset.scenarios.filter(({ modifications }) => modifications.length === 0)) {
      const day = toLastDay(scenario.date);
      const open = dataset.links.filter(({ opened, closed }) => isOpenOn(opened, closed, day));
      expect(open.length).toBeGreaterThan(100);
      expect(open.map(({ id }) => id)).toEqual(open.map(({ id }) => id).toSorted());
    }
  });
});
