import { describe, expect, it } from 'vitest';
import { findGrid } from '../../src/access/grid.ts';
import { findGridTimes } from '../../src/answer/grid-question.ts';
import { toIsochroneDocument, toIsochrones } from '../../src/answer/isochrones.ts';
import { toOverlap, toOverlapDocument } from '../../src/answer/overlap.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { CellOutline, Isochrones } from '../../src/model/grid-views.ts';
import type { LonLat } from '../../src/model/source.ts';
import type { Place } from '../../src/network/connectors.ts';
import { toSetting } from '../../src/network/setting.ts';
import { toCompactJson } from '../../src/report/json.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { drawScene } from '../scene/scene.ts';
import { isInside, timePoints } from '../access/grid.ts';
import { SHIPPED } from '../data-sets.ts';

function drawPoint({ header }: Dataset, random: Random): Place {
  const [west, south, east, north] = header.region;
  const between = (low: number, high: number): number => low + ((high - low) * random.int(0, 1e6)) / 1e6;
  const at: LonLat = [between(west, east), between(south, north)];
  return { id: `${at[0]},${at[1]}`, at };
}

/** Points of some outlines, found by throwing at the whole region. */
function drawInside(
  dataset: Dataset,
  outlines: readonly CellOutline[],
  count: number,
  random: Random,
): readonly Place[] {
  const found: Place[] = [];
  for (let n = 0; found.length < count && n < 2000 * count; n += 1) {
    const point = drawPoint(dataset, random);
    if (outlines.some((one) => isInside(point.at, one.coordinates))) found.push(point);
  }
  return found;
}

function getPlant(dataset: Dataset, id: string): Place {
  const plant = dataset.plants.find((one) => one.id === id);
  if (plant === undefined) throw new Error(`no plant ${id}`);
  return plant;
}

const PLANTS = ['NISSAN_HD1', 'HONDA_ZC', 'TOYOTA_NS'];

describe('isochrones of the shipped data', () => {
  it.each(SHIPPED.scenarios.map(({ id }, i) => [id, i] as const))(
    'hold for every point sampled in them: %s',
    (id, i) => {
      const dataset = SHIPPED;
      const random = createRandom(i + 1);
      const [vehicleClass, traffic] = [random.pick(['car', 'heavy-truck']), random.pick(['free', 'peak'])];
      const place = getPlant(dataset, random.pick(PLANTS));
      const direction = random.pick(['to', 'from'] as const);
      const cutoffS = random.int(15, 90) * 60;
      const setting = toSetting(dataset, { vehicleClass, trafficState: traffic });
      const scenario = findScenario(dataset, id);
      const question = { scenario, place: place.id, direction, vehicleClass, traffic, cutoffsS: [cutoffS] };
      const { bands, boundary, noAccess } = toIsochrones(dataset, question);
      const asked = { dataset, scenario, setting, place, direction };
      const [band, edge] = [bands[0]?.geometry, boundary[0]?.geometry];
      if (band === undefined || edge === undefined) throw new Error('one cutoff has one band');
      const inside = drawInside(dataset, [band], toCount(40, 1000), random);
      const late = timePoints(asked, inside).filter((timeMs) => timeMs === null || timeMs > cutoffS * 1000);
      expect(inside.length).toBeGreaterThanOrEqual(toCount(40, 1000));
      expect(late).toEqual([]);
      const elsewhere = Array.from({ length: toCount(80, 1000) }, () => drawPoint(dataset, random));
      const outside = elsewhere.filter(({ at }) =>
        [band, edge].every((outline) => !isInside(at, outline.coordinates)),
      );
      const early = timePoints(asked, outside).filter(
        (timeMs) => timeMs !== null && timeMs <= cutoffS * 1000,
      );
      expect(early).toEqual([]);
      const nowhere = elsewhere.filter(({ at }) => isInside(at, noAccess.geometry.coordinates));
      expect(nowhere.length).toBeGreaterThan(20);
      expect(timePoints(asked, nowhere).filter((timeMs) => timeMs !== null)).toEqual([]);
    },
  );

  it('grow with the cutoff, and with the belt', () => {
    const dataset = SHIPPED;
    const { base, build } = toIsochroneDocument(dataset, {
      place: 'TOYOTA_NS',
      cutoffsS: [3600, 1800, 5400],
    });
    const areas = (one: Isochrones): readonly number[] => one.bands.map(({ areaKm2 }) => areaKm2);
    for (const side of [base, build]) {
      expect(side.bands.map(({ cutoffS }) => cutoffS)).toEqual([1800, 3600, 5400]);
      expect(areas(side)).toEqual(areas(side).toSorted((a, b) => a - b));
    }
    expect(areas(build).every((area, i) => area > (areas(base)[i] ?? NaN))).toBe(true);
    const setting = toSetting(dataset, { vehicleClass: 'light-truck', trafficState: 'peak' });
    const places = PLANTS.map((id) => getPlant(dataset, id));
    for (const direction of ['to', 'from'] as const) {
      const [without, withBelt] = ['2010-without-belt', '2010-with-belt'].map((id) =>
        findGridTimes({ dataset, scenario: findScenario(dataset, id), setting }, places, direction),
      );
      for (const [i, before] of (without ?? []).entries()) {
        const after = withBelt?.[i];
        expect(after?.most.every((ms, cell) => ms <= (before.most[cell] ?? NaN))).toBe(true);
        expect(after?.least.every((ms, cell) => ms <= (before.least[cell] ?? NaN))).toBe(true);
        expect(after?.most.some((ms, cell) => ms < (before.most[cell] ?? NaN))).toBe(true);
      }
    }
  });

  it('are the same bytes for a copy of the data', () => {
    const ask = (dataset: Dataset): string =>
      toCompactJson([
        toIsochroneDocument(dataset, { place: '113.3,23.1', direction: 'from', traffic: 'peak' }),
        toOverlapDocument(dataset, {}),
      ]);
    expect(ask(structuredClone(SHIPPED))).toBe(ask(SHIPPED));
  });

  it('refuse what cannot be asked', () => {
    const dataset = SHIPPED;
    const scenario = '2010-with-belt';
    expect(() => toIsochrones(dataset, { scenario, place: 'NOWHERE' })).toThrow(
      'lon,lat or the id of a place',
    );
    expect(() => toIsochrones(dataset, { scenario: 'never', place: 'TOYOTA_NS' })).toThrow('a scenario');
    expect(() => toIsochrones(dataset, { scenario, place: '112.3,22.3' })).toThrow('accessible road');
    for (const cutoffsS of [[], [0], [NaN], [86_401]]) {
      expect(() => toIsochrones(dataset, { scenario, place: 'TOYOTA_NS', cutoffsS })).toThrow('cutoffsS');
    }
    expect(() => toOverlap(dataset, { scenario, groupChoice: { honda: 'TOYOTA_NS' } })).toThrow('HONDA_ZC');
    expect(() => toOverlap(dataset, { scenario, cutoffS: 0 })).toThrow('cutoffS');
  });
});

describe('the overlap map of the shipped data', () => {
  it.each(['any', 'every', 'HONDA_EXP'])(
    'counts the groups of every point sampled in it: honda %s',
    (honda) => {
      const dataset = SHIPPED;
      const random = createRandom(honda.length);
      const scenario = findScenario(dataset, random.pick(['2010-with-belt', '2007-02']));
      const cutoffS = random.int(40, 70) * 60;
      const overlap = toOverlap(dataset, { scenario, cutoffS, groupChoice: { honda } });
      const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
      const hondas = honda === 'HONDA_EXP' ? [honda] : ['HONDA_EXP', 'HONDA_HP', 'HONDA_ZC'];
      const groups = [['NISSAN_HD1', 'NISSAN_HD2'], hondas, ['TOYOTA_NS']].map((ids) =>
        ids.filter(
          (id) => (dataset.plants.find((one) => one.id === id)?.startOfProduction ?? '') <= '2010-12-31',
        ),
      );
      for (const { groups: count, geometry } of overlap.counts) {
        const points = drawInside(dataset, [geometry], toCount(15, 200), random);
        const tables = groups.map((ids) =>
          ids.map((id) => {
            const place = getPlant(dataset, id);
            return timePoints({ dataset, scenario, setting, place, direction: 'to' }, points);
          }),
        );
        for (const i of points.keys()) {
          const reached = tables.filter((plants, group) => {
            const times = plants.map((table) => table[i] ?? Infinity);
            const timeMs = honda === 'every' && group === 1 ? Math.max(...times) : Math.min(...times);
            return timeMs <= cutoffS * 1000;
          });
          expect(reached.length, points[i]?.id).toBe(count);
        }
        expect(points.length > 0 || geometry.coordinates.length === 0).toBe(true);
      }
    },
  );

  it('covers the region once', () => {
    const dataset = SHIPPED;
    const { lattice } = findGrid(dataset);
    const { counts, boundary, noAccess } = toOverlap(dataset, { scenario: '2010-with-belt' });
    const parts = [...counts, boundary, noAccess].map(({ areaKm2 }) => areaKm2);
    const all = lattice.areaKm2.reduce((sum, one) => sum + one * lattice.columns, 0);
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(all, 6);
    expect(counts.map(({ groups }) => groups)).toEqual([0, 1, 2, 3]);
    expect(parts.every((area) => area > 0)).toBe(true);
  });
});

const NOWHERE: LonLat = [NaN, NaN];

describe('isochrones of drawn roads', () => {
  it('share their grid with a data set of more sites, and with no other', () => {
    const { dataset } = drawScene({ stepM: 1000, map: 'a---b', roads: '| nodes |\n| ab |' });
    const header = { ...dataset.header, region: [113.25, 23, 113.4, 23.15] as const };
    const grid = findGrid({ ...dataset, header });
    expect(findGrid({ ...dataset, header, suppliers: [] })).toBe(grid);
    for (const other of [{ water: [] }, { vehicleClasses: [] }, { scenarios: [] }]) {
      expect(findGrid({ ...dataset, header, ...other })).not.toBe(grid);
    }
  });

  it('keep a hole and an island', () => {
    // 120 km/h round a square of 16 km: every corner within 16 min, the middle 4 min and 16 min of connector.
    // An expressway without access leads to another road far off.
    const scene = drawScene({
      stepM: 2000,
      map: `
        a-------b
        |       |
        |       |
        |       |
        |       g-----------------c---d
        |       |
        |       |
        |       |
        e-------f
      `,
      roads: `
        | nodes | kmh | facility   |
        | ab    | 120 |            |
        | ae    | 120 |            |
        | ef    | 120 |            |
        | bgf   | 120 |            |
        | gc    | 120 | expressway |
        | cd    | 120 |            |
      `,
    });
    const region = [113.25, 22.9, 113.85, 23.15] as const;
    const dataset = { ...scene.dataset, header: { ...scene.dataset.header, region } };
    const at = new Map(dataset.nodes.map((node) => [node.id, node.at]));
    const [a = NOWHERE, c = NOWHERE, d = NOWHERE, f = NOWHERE] = ['a', 'c', 'd', 'f'].map((id) => at.get(id));
    const { bands, boundary } = toIsochrones(dataset, {
      scenario: dataset.scenarios[0]?.id ?? '',
      place: `${a[0]},${a[1]}`,
      cutoffsS: [18.5 * 60, 35 * 60],
    });
    const [short, long] = bands.map(({ geometry }) => geometry.coordinates);
    const middle: LonLat = [(a[0] + f[0]) / 2, (a[1] + f[1]) / 2];
    expect(short?.map((rings) => rings.length)).toEqual([2]);
    expect([a, f, middle].map((point) => isInside(point, short ?? []))).toEqual([true, true, false]);
    expect(isInside(middle, boundary[0]?.geometry.coordinates ?? [])).toBe(false);
    // 12 min to the beginning of the expressway and 18 on it: an island about its other end.
    expect(long?.length).toBe(2);
    const onExpressway: LonLat = [(d[0] + f[0]) / 2, middle[1]];
    expect([middle, c, onExpressway].map((point) => isInside(point, long ?? []))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
