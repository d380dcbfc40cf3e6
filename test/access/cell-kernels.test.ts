/** The two kernels of a grid against points sampled in the cell. */
import { describe, expect, it } from 'vitest';
import { CellSamples } from '../../src/access/cell-samples.ts';
import { DRY, UNDECIDED, WaterJudge, WET } from '../../src/access/cell-water.ts';
import { createPlane, findNearestPoint, type LocalPlane } from '../../src/network/local-plane.ts';
import type { LonLat } from '../../src/model/source.ts';
import { crossesWater } from '../../src/network/water.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';

/** A number from low to high in steps of a millionth of the way. */
function draw(random: Random, low: number, high: number): number {
  return low + ((high - low) * random.int(0, 1_000_000)) / 1e6;
}

interface Drawn {
  readonly halfX: number;
  readonly halfY: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** A cell and a piece of road about it, long or short, near or far. */
function drawStretch(random: Random): Drawn {
  const wide = random.pick([400, 2000, 6000]);
  const point = (): number => draw(random, -wide, wide);
  const [halfX, halfY] = [draw(random, 100, 400), draw(random, 100, 400)];
  const [ax, ay] = [point(), point()];
  if (random.once(10)) return { halfX, halfY, ax, ay, bx: ax, by: ay };
  return { halfX, halfY, ax, ay, bx: random.once(5) ? ax : point(), by: random.once(5) ? ay : point() };
}

describe('samples of a cell', () => {
  it('bound every weighted sum of distance and place along the road, tightly', () => {
    const random = createRandom(21);
    let outside = 0;
    for (let n = 0; n < toCount(300, 3000); n += 1) {
      const { halfX, halfY, ax, ay, bx, by } = drawStretch(random);
      const samples = new CellSamples();
      samples.take(halfX, halfY, { ax, ay, bx, by });
      const lengthM = Math.hypot(bx - ax, by - ay);
      const [across, along] = [draw(random, 0.01, 1), draw(random, -1, 1)];
      const sums = Array.from({ length: samples.count }, (_, i) => {
        return across * (samples.distanceM[i] ?? NaN) + along * (samples.alongM[i] ?? NaN);
      });
      const [low, high] = [Math.min(...sums), Math.max(...sums)];
      let [least, most] = [Infinity, -Infinity];
      for (let i = 0; i < 400; i += 1) {
        const [x, y] = [draw(random, -halfX, halfX), draw(random, -halfY, halfY)];
        const part = lengthM === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthM ** 2;
        const foot = Math.min(1, Math.max(0, part));
        const distanceM = Math.hypot(x - ax - foot * (bx - ax), y - ay - foot * (by - ay));
        const sum = across * distanceM + along * foot * lengthM;
        least = Math.min(least, sum);
        most = Math.max(most, sum);
        const isFar = distanceM < samples.leastM - 1e-6 || distanceM > samples.mostM + 1e-6;
        const isAside = foot * lengthM < samples.fromM - 1e-6 || foot * lengthM > samples.toM + 1e-6;
        if (isFar || isAside) outside += 1;
      }
      expect(least).toBeGreaterThanOrEqual(low - 1e-6);
      expect(most).toBeLessThanOrEqual(high + 1e-6);
      expect(high - most).toBeLessThan(0.4 * Math.max(halfX, halfY));
    }
    expect(outside).toBe(0);
  });
});

const CENTRE: LonLat = [113.3, 23.1];

function toLonLat({ kx, ky }: LocalPlane, x: number, y: number): LonLat {
  return [CENTRE[0] + x / kx, CENTRE[1] + y / ky];
}

/** A winding line of up to five pieces. */
function drawWater(random: Random, plane: LocalPlane): readonly LonLat[] {
  let [x, y] = [draw(random, -3000, 3000), draw(random, -3000, 3000)];
  const [dx, dy] = [draw(random, -2500, 2500), draw(random, -2500, 2500)];
  return Array.from({ length: random.int(2, 6) }, () => {
    const at = toLonLat(plane, x, y);
    x += dx + draw(random, -800, 800);
    y += dy + draw(random, -800, 800);
    return at;
  });
}

describe('water between a cell and a road', () => {
  it('is there for every point where it is proved to be, and for none where it is proved not to be', () => {
    const random = createRandom(22);
    const plane = createPlane(CENTRE);
    const found = [0, 0, 0];
    for (let n = 0; n < toCount(1500, 15_000); n += 1) {
      const { halfX, halfY, ax, ay, bx, by } = drawStretch(random);
      const lines = Array.from({ length: random.int(1, 3) }, () => drawWater(random, plane));
      const water = [{ id: 'w', nameEn: '', nameZh: '', lines, widthM: 1, sources: [] }];
      const samples = new CellSamples();
      samples.take(halfX, halfY, { ax, ay, bx, by });
      const judge = new WaterJudge(water);
      judge.turnTo(plane, halfX, halfY, judge.listNear(plane, 20_000));
      const length = samples.lengthM === 0 ? 1 : samples.lengthM;
      const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
      const [x1, y1] = [ax + samples.fromM * ux, ay + samples.fromM * uy];
      const proved = judge.judge(x1, y1, ax + samples.toM * ux, ay + samples.toM * uy);
      found[proved] = (found[proved] ?? 0) + 1;
      if (proved === UNDECIDED) continue;
      const line = [toLonLat(plane, ax, ay), toLonLat(plane, bx, by)];
      for (let i = 0; i < 60; i += 1) {
        // Feet as the cell's plane has them: what other planes differ by is the grid's to allow for.
        const [x, y] = [draw(random, -halfX, halfX), draw(random, -halfY, halfY)];
        const at = toLonLat(plane, x, y);
        const foot = findNearestPoint({ ...plane, origin: at }, line).at;
        expect(crossesWater(water, at, foot)).toBe(proved === WET);
      }
    }
    expect(found[DRY]).toBeGreaterThan(200);
    expect(found[WET]).toBeGreaterThan(100);
    expect(found[UNDECIDED]).toBeGreaterThan(100);
  });
});
