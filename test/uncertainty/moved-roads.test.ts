/** Points of the roads that are moved, on networks small enough to say what must follow. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Facility } from '../../src/model/road.ts';
import type { CoordinateGrade, LonLat } from '../../src/model/source.ts';
import { listAccessible } from '../../src/network/connectors.ts';
import { createPlane } from '../../src/network/local-plane.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { listLengthsM } from '../../src/uncertainty/lengths.ts';
import { findRoadPoints, listPointsInUse } from '../../src/uncertainty/road-points.ts';
import { createMover, findShifts } from '../../src/uncertainty/shifts.ts';
import type { Values } from '../../src/uncertainty/values.ts';
import { NOW, toDataset, type FeatureInput } from '../scene/dataset.ts';
import { loadShipped } from '../verify/shipped.ts';

const AT = createPlane([113, 23]);
/** A point so many kilometres east and north of 113° E, 23° N. */
const at = (eastKm: number, northKm = 0): LonLat => [
  113 + (1000 * eastKm) / AT.kx,
  23 + (1000 * northKm) / AT.ky,
];

type Node = readonly [at: LonLat, grade: CoordinateGrade];
type Road = readonly [from: string, to: string, km: number, how: string, facility?: Facility];

function draw(nodes: Readonly<Record<string, Node>>, roads: readonly Road[]): Dataset {
  const places = new Map(Object.entries(nodes).map(([id, [point]]) => [id, point]));
  const features = roads.map(([from, to, km, how, facility = 'arterial'], i): FeatureInput => {
    return { id: `f${i}`, from, to, lengthM: 1000 * km, lengthHow: how, facility };
  });
  const dataset = toDataset({ nodes: places, features });
  const graded = dataset.nodes.map((node) => ({ ...node, grade: nodes[node.id]?.[1] ?? 'C' }));
  return { ...dataset, nodes: graded };
}

/** Kilometres of every link, by id, with some points moved by so many kilometres east and north. */
function move(
  dataset: Dataset,
  moves: Readonly<Record<string, readonly [eastKm: number, northKm: number]>>,
): Readonly<Record<string, number>> {
  const state = applyScenario(dataset, NOW);
  const lengths = listLengthsM(state, toMoved(dataset, moves));
  return Object.fromEntries(state.links.map(({ id }, i) => [id, (lengths[i] ?? NaN) / 1000]));
}

function toMoved(
  dataset: Dataset,
  moves: Readonly<Record<string, readonly [eastKm: number, northKm: number]>>,
): Values {
  const { points } = findRoadPoints(dataset);
  const moved = points.flatMap(({ id, at: [lon, lat] }) => {
    const [east, north] = moves[id.slice(1)] ?? [];
    if (east === undefined || north === undefined) return [];
    return [[id, [lon + (1000 * east) / AT.kx, lat + (1000 * north) / AT.ky] as LonLat] as const];
  });
  const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
  return { dataset, setting, lengthParts: new Map(), at: new Map(moved), untagged: new Set() };
}

const NODES = { A: [at(0), 'C'], B: [at(10, 1), 'C'], C: [at(20), 'C'] } as const;
const CROW = 'town chain: crow × 1.25';

describe('a point between two roads that is moved along them', () => {
  const dataset = draw(NODES, [
    ['A', 'B', 12.5, CROW],
    ['B', 'C', 12.5, CROW],
    ['A', 'C', 30, 'published length 30 km'],
  ]);

  it('makes the one longer by what the other gets shorter, there and back, and no published one', () => {
    const km = move(dataset, { B: [2, 0] });
    // 2 km east along roads that run east by 10 of √101 parts, of a length 12.5 for √101.
    const more = (12.5 * 2 * 10) / 101;
    expect(km['f0']).toBeCloseTo(12.5 + more, 3);
    expect(km['f1']).toBeCloseTo(12.5 - more, 3);
    expect(km['f0~r']).toBeCloseTo(km['f0'] ?? NaN, 9);
    expect(km['f2']).toBe(30);
  });

  it('changes little where it is moved across them, and nothing where all move alike', () => {
    expect(move(draw({ ...NODES, B: [at(10), 'A'] }, [['A', 'B', 12.5, CROW]]), { B: [0, 2] })['f0']).toBe(
      12.5,
    );
    const km = move(dataset, { A: [2, 1], B: [2, 1], C: [2, 1] });
    for (const [id, length] of Object.entries(move(dataset, {}))) expect(km[id]).toBeCloseTo(length, 9);
  });

  it('never makes a length less than nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -60, max: 60, noNaN: true }), (east) => {
        for (const length of Object.values(move(dataset, { B: [east, 0] })))
          expect(length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a published length that was split in proportion', () => {
  const how = 'published length 20 km split in proportion to the drawn length';
  const dataset = draw({ ...NODES, B: [at(10), 'B'] }, [
    ['A', 'B', 10, how],
    ['B', 'C', 10, how],
    ['A', 'C', 21, 'kilometre posts'],
  ]);

  it('is split otherwise and keeps its sum', () => {
    const km = move(dataset, { B: [2.5, 0] });
    expect(km['f0']).toBeCloseTo(12.5, 3);
    expect(km['f1']).toBeCloseTo(7.5, 3);
    const ends = move(dataset, { A: [-5, 0] });
    expect((ends['f0'] ?? NaN) + (ends['f1'] ?? NaN)).toBeCloseTo(20, 9);
    expect(ends['f0']).toBeCloseTo(12, 3);
    expect(ends['f2']).toBe(21);
  });
});

describe('points of the roads', () => {
  it('that ramps join are one, by the grade of the one that is known best', () => {
    const dataset = draw({ ...NODES, R: [at(10, 1.4), 'A'] }, [
      ['A', 'B', 12.5, CROW],
      ['R', 'B', 0.5, 'ramp: crow × 1.25', 'ramp'],
      ['R', 'C', 12.5, CROW],
    ]);
    const { points } = findRoadPoints(dataset);
    expect(points.map(({ id, grade }) => [id, grade])).toEqual([
      ['@A', 'C'],
      ['@B', 'A'],
      ['@C', 'C'],
    ]);
    const km = move(dataset, { B: [2, 0] });
    expect(km['f1']).toBe(0.5);
    expect(km['f2']).toBeLessThan(12.5);
  });

  it('that only lie on the line between others are moved with it', () => {
    const dataset = draw({ A: [at(0), 'A'], X: [at(5), 'C'], Y: [at(8), 'C'], C: [at(20), 'C'] }, [
      ['A', 'X', 6.25, CROW],
      ['X', 'Y', 3.75, CROW],
      ['Y', 'C', 15, CROW],
    ]);
    expect(findRoadPoints(dataset).points.map(({ id }) => id)).toEqual(['@A', '@C']);
    const km = move(dataset, { C: [4, 0] });
    for (const [id, length] of [
      ['f0', 6.25],
      ['f1', 3.75],
      ['f2', 15],
    ] as const)
      expect(km[id]).toBeCloseTo(1.2 * length, 3);
    // Known well it has a place of its own.
    const town = draw({ A: [at(0), 'A'], X: [at(5), 'A'], C: [at(20), 'C'] }, [
      ['A', 'X', 6.25, CROW],
      ['X', 'C', 18.75, CROW],
    ]);
    expect(findRoadPoints(town).points.length).toBe(3);
  });

  it('of roads that are not open are not drawn', () => {
    const dataset = draw(NODES, [['A', 'B', 12.5, CROW]]);
    const ids = listPointsInUse(dataset, [applyScenario(dataset, NOW)]).map(({ id }) => id);
    expect(ids).toEqual(['@A', '@B']);
  });

  it('carry the drawn lines with them, for places to join', () => {
    const dataset = draw(NODES, [['A', 'B', 12.5, CROW]]);
    const moved = createMover(toMoved(dataset, { A: [0, 1], B: [2, 0] }))?.(listAccessible(dataset));
    const line = moved?.lineOf(0);
    expect(line?.[0]?.[1]).toBeCloseTo(at(0, 1)[1], 9);
    expect(line?.[1]?.[0]).toBeCloseTo(at(12)[0], 9);
    expect(createMover(toMoved(dataset, {}))).toBeNull();
    expect(findShifts(toMoved(dataset, {}))).toBeNull();
  });
});

describe('the shipped roads', () => {
  const dataset = loadShipped();
  const { points, numbers, first, second, part } = findRoadPoints(dataset);

  it('have every node moved by a point or two, and no ramp longer than what its points are one for', () => {
    expect(points.length).toBeGreaterThan(300);
    for (const number of numbers.values()) {
      expect(points[first[number] ?? -1]).toBeDefined();
      expect(points[second[number] ?? -1]).toBeDefined();
      expect(part[number]).toBeGreaterThan(0);
      expect(part[number]).toBeLessThanOrEqual(1);
    }
    for (const { facility, lengthM } of dataset.links)
      if (facility === 'ramp') expect(lengthM).toBeLessThan(3000);
  });
});
