import { describe, expect, it } from 'vitest';
import { createLattice, type Lattice } from '../../src/access/lattice.ts';
import { measureAreaKm2, traceOutline, type Outline } from '../../src/access/outline.ts';
import type { LonLat } from '../../src/model/source.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { isInside } from './grid.ts';

/** Whole degrees, so that shoelace areas are cells. */
function toLattice(columns: number, rows: number): Lattice {
  return {
    ...{ columns, rows },
    lons: Float64Array.from({ length: columns + 1 }, (_, i) => i),
    lats: Float64Array.from({ length: rows + 1 }, (_, i) => i),
    areaKm2: new Float64Array(rows).fill(1),
  };
}

/** A drawing with `#` for cells, north at the top. */
function readCells(drawing: string): { lattice: Lattice; isIn: Uint8Array } {
  const lines = drawing
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .toReversed();
  const isIn = Uint8Array.from(lines.join(''), (sign) => Number(sign === '#'));
  return { lattice: toLattice(lines[0]?.length ?? 0, lines.length), isIn };
}

function measure(ring: readonly LonLat[]): number {
  return (
    ring.slice(1).reduce((sum, [x, y], i) => {
      const [beforeX, beforeY] = ring[i] as LonLat;
      return sum + beforeX * y - x * beforeY;
    }, 0) / 2
  );
}

function trace(drawing: string): Outline['coordinates'] {
  const { lattice, isIn } = readCells(drawing);
  return traceOutline(lattice, isIn).coordinates;
}

/** Outer areas and hole areas of each polygon, in cells. */
function listAreas(drawing: string): readonly (readonly number[])[] {
  return trace(drawing).map((rings) => rings.map(measure));
}

describe('an outline', () => {
  it('drops points on a straight line and closes its ring', () => {
    expect(trace('##\n##')).toEqual([
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    ]);
    expect(trace('..\n..')).toEqual([]);
  });

  it('keeps a hole, clockwise, and an island in it', () => {
    expect(
      listAreas(`
        #####
        #...#
        #.#.#
        #...#
        #####
      `),
    ).toEqual([[25, -9], [1]]);
  });

  it('makes two polygons of cells that share a corner only', () => {
    expect(
      listAreas(`
        .#
        #.
      `),
    ).toEqual([[1], [1]]);
  });

  it('parts a ring that touches itself at a corner', () => {
    expect(
      listAreas(`
        ###
        #.#
        ##.
      `),
    ).toEqual([[8, -1]]);
    expect(
      listAreas(`
        ####
        #.##
        ##.#
        ####
      `),
    ).toEqual([[16, -1, -1]]);
  });

  it('is the set of cells again, on random cells', () => {
    const random = createRandom(11);
    for (let n = 0; n < toCount(60, 600); n += 1) {
      const lattice = toLattice(random.int(1, 12), random.int(1, 12));
      const often = random.int(1, 4);
      const isIn = Uint8Array.from({ length: lattice.columns * lattice.rows }, () =>
        Number(!random.once(often)),
      );
      const { coordinates } = traceOutline(lattice, isIn);
      for (const [cell, has] of isIn.entries()) {
        const at: LonLat = [(cell % lattice.columns) + 0.5, Math.floor(cell / lattice.columns) + 0.5];
        expect(isInside(at, coordinates)).toBe(has === 1);
      }
      for (const [outer = [], ...holes] of coordinates) {
        expect(measure(outer)).toBeGreaterThan(0);
        for (const hole of holes) expect(measure(hole)).toBeLessThan(0);
        for (const ring of [outer, ...holes]) {
          const corners = ring.slice(1).map(String);
          expect(new Set(corners).size).toBe(corners.length);
        }
      }
      const cells = isIn.reduce((sum, one) => sum + one, 0);
      expect(coordinates.flat().reduce((sum, ring) => sum + measure(ring), 0)).toBe(cells);
      expect(measureAreaKm2(lattice, isIn)).toBe(cells);
    }
  });
});

describe('a lattice', () => {
  it('has its edges on millionths of a degree, and cells of about the size asked for', () => {
    const { lons, lats, columns, rows, areaKm2 } = createLattice([112.2, 22.2, 114.2, 24], 600);
    expect([columns, rows]).toEqual([341, 332]);
    expect([lons[0], lons[columns], lats[0], lats[rows]]).toEqual([112.2, 114.2, 22.2, 24]);
    for (const edge of [...lons, ...lats]) expect(Number(edge.toFixed(6))).toBe(edge);
    for (const one of areaKm2) expect(one / 0.36).toBeGreaterThan(0.97);
    for (const one of areaKm2) expect(one / 0.36).toBeLessThan(1.03);
  });

  it('adds up to the area of the ellipsoid', () => {
    const { areaKm2, columns } = createLattice([0, -90, 90, 90], 100_000);
    const sum = areaKm2.reduce((all, one) => all + one, 0) * columns * 4;
    // Surface of the WGS84 ellipsoid: 510,065,621.7 km² (NIMA TR8350.2, authalic radius 6,371,007.1809 m).
    expect(sum / 510_065_621.7).toBeCloseTo(1, 8);
  });
});
