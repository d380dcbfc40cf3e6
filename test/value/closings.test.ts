/** Closing roads by repair against brute force: the `close` modification applied, and everything searched again. */
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { CloseModification, Scenario } from '../../src/model/scenario.ts';
import type { Place } from '../../src/network/connectors.ts';
import { toSetting, type Setting } from '../../src/network/setting.ts';
import { DataError } from '../../src/problems.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createClosings, type Closings } from '../../src/value/closings.ts';
import { ACROSS, SCENE as BUILT, toScenario as toBuilt } from '../scenario/drawn-build.ts';
import { toScenario } from '../scene/invariants.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { drawScene } from '../scene/scene.ts';
import { toSceneSetting } from '../scene/times.ts';
import { loadShipped } from '../verify/shipped.ts';

interface Asked {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly origins: readonly Place[];
  readonly destinations: readonly Place[];
}

function prepare({ dataset, scenario, setting, origins, destinations }: Asked): Closings {
  return createClosings(applyScenario(dataset, scenario), setting, origins, destinations);
}

function listOpen({ dataset, scenario }: Asked): readonly string[] {
  return [...new Set(applyScenario(dataset, scenario).links.map(({ featureId }) => featureId))];
}

/** Pairs about which the two do not say the same, and how many change by the closing. */
function compare(asked: Asked, closings: Closings, close: Omit<CloseModification, 'kind'>) {
  const { dataset, scenario, setting, origins, destinations } = asked;
  const modifications = [...scenario.modifications, { kind: 'close', ...close } as const];
  const brute = skim(dataset, { ...scenario, modifications }, setting, origins, destinations, {
    corners: false,
  });
  const features = [
    ...(close.links ?? []),
    ...applyScenario(dataset, scenario)
      .links.filter(({ section }) => close.sections?.includes(section))
      .map((link) => link.featureId),
  ];
  const closed = closings.close(features);
  const wrong: string[] = [];
  let changed = 0;
  for (const { origin, destination, timeMs } of brute.cells) {
    const found = (closed ?? closings.open)(origin, destination);
    if (found !== timeMs) wrong.push(`${origin} → ${destination}: ${found}, not ${timeMs}`);
    if (found !== closings.open(origin, destination)) changed += 1;
  }
  return { wrong, changed };
}

describe('random scenes', () => {
  it('every road closed alone, every section, and some roads together', () => {
    let changed = 0;
    for (let seed = 1; seed <= toCount(5, 400); seed += 1) {
      const { dataset, places, sections } = makeRandomScene(seed);
      const random = createRandom(seed);
      const trafficState = random.pick(dataset.trafficStates).id;
      const setting = toSetting(dataset, {
        vehicleClass: random.pick(dataset.vehicleClasses).id,
        trafficState,
      });
      const scenario = toScenario('2010-12-31');
      const asked = { dataset, scenario, setting, origins: places, destinations: places };
      const closings = prepare(asked);
      const open = listOpen(asked);
      const some = Array.from({ length: 8 }, () => Array.from({ length: 4 }, () => random.pick(open)));
      for (const links of [...open.map((id) => [id]), ...some]) {
        const found = compare(asked, closings, { links });
        expect(found.wrong, `seed ${seed}, ${links.join(' ')}`).toEqual([]);
        changed += found.changed;
      }
      for (const section of sections)
        expect(compare(asked, closings, { sections: [section] }).wrong, `seed ${seed}, ${section}`).toEqual(
          [],
        );
    }
    expect(changed).toBeGreaterThan(200);
  });
});

describe('the shipped roads', () => {
  const dataset = loadShipped();
  const suppliers = new Set(dataset.suppliers.map(({ zone }) => zone));
  const origins = dataset.zones.filter(({ id }) => suppliers.has(id));
  const ask = (id: string, vehicleClass: string, trafficState: string): Asked => ({
    dataset,
    scenario: findScenario(dataset, id),
    setting: toSetting(dataset, { vehicleClass, trafficState }),
    origins,
    destinations: dataset.plants,
  });

  it.each([
    ['2010-with-belt', 'car', 'free'],
    ['2006-07', 'heavy-truck', 'peak'],
    ['2025-12', 'light-truck', 'off-peak'],
  ])('%s, %s, %s: the sites of all suppliers to all plants', (id, vehicle, traffic) => {
    const asked = ask(id, vehicle, traffic);
    const closings = prepare(asked);
    const random = createRandom(11);
    let changed = 0;
    for (const feature of listOpen(asked)) {
      if (!random.once(toCount(150, 1))) continue;
      const found = compare(asked, closings, { links: [feature] });
      expect(found.wrong, feature).toEqual([]);
      changed += found.changed;
    }
    for (const { id: section } of dataset.sections) {
      if (closings.state.links.every((link) => link.section !== section) || !random.once(toCount(12, 1)))
        continue;
      const found = compare(asked, closings, { sections: [section] });
      expect(found.wrong, section).toEqual([]);
      changed += found.changed;
    }
    expect(changed).toBeGreaterThan(5);
  });

  it('all sections of the belt closed is the base, and what was closed is open again', () => {
    const asked = ask('2010-with-belt', 'car', 'peak');
    const closings = prepare(asked);
    const belt = dataset.links.filter(({ section }) => dataset.header.belt.sections.includes(section));
    const without = closings.close(belt.map(({ featureId }) => featureId));
    const base = prepare(ask('2010-without-belt', 'car', 'peak'));
    for (const { id: from } of origins)
      for (const { id: to } of dataset.plants) expect(without?.(from, to)).toBe(base.open(from, to));
    expect(closings.close(['N2R.no-such-road'])).toBeNull();
  });
});

/** A, B and C beside one road, with a longer way around its middle; C at the end of a road of its own. */
const SCENE = drawScene({
  map: `
    A       B               C
    a-------b-------c-------d
    |               |
    e---------------f
  `,
  stepM: 1000,
  roads: `
    | nodes | id     | kmh |
    | ab    | west   | 60  |
    | bc    | middle | 60  |
    | cd    | spur   | 60  |
    | aefc  | around | 30  |
  `,
});

describe('a road with a way around', () => {
  const scenario = toScenario('2010-12-31');
  const places = [...SCENE.sites.values()];
  const setting = toSceneSetting(SCENE);
  const asked = { dataset: SCENE.dataset, scenario, setting, origins: places, destinations: places };
  const closings = prepare(asked);

  it('joins places on it that lose it to nothing, or sends them around', () => {
    const around = ['around-ae', 'around-ef', 'around-fc'];
    expect(listOpen(asked).toSorted()).toEqual([...around, 'middle', 'spur', 'west']);
    for (const links of [['spur'], ['middle'], ['west'], ['west', 'middle'], around, ['around-ef', 'middle']])
      expect(compare(asked, closings, { links }).wrong, links.join(' ')).toEqual([]);
    expect(closings.close(['spur'])?.('A', 'C')).toBe(Infinity);
    expect(closings.close(['around-ef'])).toBeNull();
    const detour = closings.close(['middle'])?.('A', 'C') ?? NaN;
    expect(detour).toBeGreaterThan(closings.open('A', 'C'));
    expect(detour).toBeLessThan(Infinity);
  });

  it('refuses pairs it was not prepared for, and places off the map', () => {
    expect(() => closings.open('A', 'nobody')).toThrow(RangeError);
    expect(() => closings.open('nobody', 'A')).toThrow(RangeError);
    const far = { id: 'far', at: [120, 30] } as const;
    expect(() => prepare({ ...asked, origins: [far] })).toThrow(DataError);
  });
});

describe('what a scenario builds and moves', () => {
  it.each([['free' as const], ['tolled' as const]])('a %s road that meets others half-way', (toll) => {
    const { dataset } = BUILT;
    const tariff = toll === 'tolled' ? (dataset.tariffs[0]?.id ?? null) : null;
    const scenario = toBuilt({ ...ACROSS, tariff });
    const places = [...BUILT.sites.values()];
    const asked = {
      dataset,
      scenario,
      setting: toSceneSetting(BUILT),
      origins: places,
      destinations: places,
    };
    const closings = prepare(asked);
    expect(closings.open('S', 'T')).toBeLessThan(Infinity);
    const open = listOpen(asked);
    for (const links of [...open.map((id) => [id]), open.slice(0, 2), open])
      expect(compare(asked, closings, { links }).wrong, links.join(' ')).toEqual([]);
    expect(closings.close(['x.1'])?.('S', 'T')).toBe(Infinity);
    expect(compare(asked, closings, { sections: ['x'] }).changed).toBeGreaterThan(0);
  });

  it('a plant elsewhere', () => {
    const dataset = loadShipped();
    const move = { kind: 'move-plant', plant: 'TOYOTA_NS', at: [113.45, 22.9] } as const;
    const scenario = toScenario('2010-12-31', move);
    const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
    const ends = { origins: dataset.zones.slice(0, 12), destinations: dataset.plants };
    const asked = { dataset, scenario, setting, ...ends };
    const closings = prepare(asked);
    expect(compare(asked, closings, { sections: ['HL_DC'] }).wrong).toEqual([]);
    expect(compare(asked, closings, { sections: ['PANYU-ROADS', 'GZE'] }).wrong).toEqual([]);
    const stays = prepare({ ...asked, scenario: toScenario('2010-12-31') });
    expect(closings.open('Z_HD_AUTO', 'TOYOTA_NS')).not.toBe(stays.open('Z_HD_AUTO', 'TOYOTA_NS'));
  });
});

describe('sums beyond 32 bits', () => {
  it('are those of brute force', () => {
    const { dataset, places } = makeRandomScene(4);
    const links = dataset.links.map((link) => {
      const lengthM = link.lengthM * 3000;
      return { ...link, lengthM, lengthLowM: lengthM, lengthHighM: lengthM };
    });
    const long = { ...dataset, links };
    const setting = toSetting(long, { vehicleClass: 'car', trafficState: 'free' });
    const ends = { origins: places, destinations: places };
    const asked = { dataset: long, scenario: toScenario('2010-12-31'), setting, ...ends };
    const closings = prepare(asked);
    const [from, to] = [places[0]?.id ?? '', places.at(-1)?.id ?? ''];
    expect(closings.open(from, to)).toBeGreaterThan(0x3fffffff);
    let changed = 0;
    for (const feature of listOpen(asked)) {
      const found = compare(asked, closings, { links: [feature] });
      expect(found.wrong, feature).toEqual([]);
      changed += found.changed;
    }
    expect(changed).toBeGreaterThan(0);
  });
});
