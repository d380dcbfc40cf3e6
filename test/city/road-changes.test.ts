/** Minutes won and lost on the way to every road, each side against a search that shares nothing with the answer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import {
  CHANGE_CLASSES,
  compareRoads,
  countChanges,
  findChangeClass,
  listRoadChanges,
  type RoadChanges,
  type TimedPlace,
} from '../../src/city/road-changes.ts';
import { searchSteps, type ReachDirection } from '../../src/city/times.ts';
import type { CityChangeDocument } from '../../src/report/answers/city-change.ts';
import { cityChange } from '../../src/report/schemas/city-change.ts';
import { run } from '../cli/run.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { applyPlan, listWrong } from './plans.ts';
import { importMap, joinRandom, openPlanned } from './random-plans.ts';
import { searchPlan } from './slow-plan.ts';
import { searchTripMs } from './slow-trips.ts';
import { DIAGONAL, importTown, toPlan } from './town.ts';

const LONG_MS = 1_800_000;
/** Milliseconds of a rounded millimetre on each stretch of the roads that are built. */
const SLACK_MS = 6;

function search(city: City, sites: readonly Site[], direction: ReachDirection): readonly TimedPlace[] {
  return sites.map((site) => {
    const own = joinPlace(city, site.place);
    return { city, site: own, times: searchSteps(city, own, direction) };
  });
}

const compare = (base: City, city: City, sites: readonly Site[], direction: ReachDirection): RoadChanges =>
  compareRoads(search(base, sites, direction), search(city, sites, direction));

/** The middle of a road as a point of the base, to drive to; null for one that is built, or cut whole. */
function toMiddle({ cuts: { pieces, partsOf }, base }: City, link: number) {
  const piece = pieces.get(link);
  const [of, share] = piece === undefined ? [link, 0.5] : [piece.of, (piece.from + piece.to) / 2];
  if (of >= base.links.from.length || partsOf.has(link)) return null;
  return { link: of, share, at: [0, 0] as const, timeMs: 0, lengthMm: 0, way: 0 };
}

/** How far apart two times are; nothing where there is no way to either. */
const toGap = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b));

describe('times to the middle of every road', { timeout: LONG_MS }, () => {
  it.each(['from', 'to'] as const)(
    '%s a place are those of a search over points, on both sides',
    (direction) => {
      const seen = { won: 0, cut: 0, none: 0 };
      for (let seed = 1; seed <= toCount(12, 1000); seed += 1) {
        const planned = openPlanned(seed);
        const [site] = planned?.sites ?? [];
        if (planned === null || site === undefined) continue;
        const { network, plan, city, base } = planned;
        const { beforeMs, afterMs } = compare(base, city, [site], direction);
        const untouched = { network, closed: new Set<number>(), roads: [] };
        const middles = [...beforeMs.keys()].map((link) => toMiddle(city, link));
        const some = middles.flatMap((middle, link) => (middle === null ? [] : [{ link, middle }]));
        const points = some.map(({ middle }) => [middle]);
        const times = [untouched, plan].map((under) =>
          direction === 'from'
            ? searchPlan(under, site.connectors, points)
            : points.slice(0, 12).map((point) => searchPlan(under, point, [site.connectors])[0] ?? NaN),
        );
        for (const [i, expected] of (times[0] ?? []).entries()) {
          const { link = 0 } = some[i] ?? {};
          const [before, after] = [beforeMs[link] as number, afterMs[link] as number];
          expect(before, `seed ${seed}, link ${link}, without`).toBe(expected);
          expect(toGap(after, times[1]?.[i] ?? NaN), `seed ${seed}, link ${link}, with`).toBeLessThanOrEqual(
            SLACK_MS,
          );
          seen.won += after < before - SLACK_MS ? 1 : 0;
          seen.cut += city.cuts.pieces.has(link) ? 1 : 0;
          seen.none += (before === Infinity) === (after === Infinity) ? 0 : 1;
        }
      }
      expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
    },
  );

  it('hold bans and roads for business there alone, where some are closed', () => {
    let [lost, shut] = [0, 0];
    for (let seed = 1; seed <= toCount(12, 1000); seed += 1) {
      const random = createRandom(seed);
      const network = importMap(makeRandomMap(seed));
      if (network === null) continue;
      const close = { kind: 'close' as const, links: [String(random.pick([...network.links.id]))] };
      if (listWrong(network, [close]).length > 0) continue;
      const city = openCityState(applyPlan(network, [close]));
      const base = openCity(network, 'car');
      const [site] = joinRandom(base, random);
      if (site === undefined) continue;
      const { beforeMs, afterMs } = compare(base, city, [site], 'from');
      for (const link of [...beforeMs.keys()].slice(0, 25)) {
        const middle = toMiddle(city, link);
        if (middle === null) continue;
        const [before, after] = [network, city.network].map((one) =>
          searchTripMs(one, 0, site.connectors, [middle]),
        );
        expect([beforeMs[link], afterMs[link]], `seed ${seed}, link ${link}`).toEqual([before, after]);
        if (after === Infinity && before !== Infinity) shut += 1;
        else if ((after as number) > (before as number)) lost += 1;
      }
    }
    expect(Math.min(lost, shut), `${lost} ${shut}`).toBeGreaterThan(0);
  });

  it('are alike under an empty scenario, and of two places those of the last', () => {
    let roads = 0;
    for (let seed = 1; seed <= toCount(8, 400); seed += 1) {
      const network = importMap(makeRandomMap(seed));
      if (network === null) continue;
      const base = openCity(network, 'car');
      const sites = joinRandom(base, createRandom(seed)).slice(0, 2);
      const [a, b] = sites;
      if (a === undefined || b === undefined) continue;
      const none = compare(base, base, sites, 'to');
      expect(none.beforeMs).toEqual(none.afterMs);
      const [ofA, ofB] = [a, b].map((site) => compare(base, base, [site], 'to').beforeMs);
      for (const [link, ms] of none.beforeMs.entries())
        expect(ms).toBe(Math.max(ofA?.[link] ?? NaN, ofB?.[link] ?? NaN));
      const within = listRoadChanges(none, 600_000);
      roads += within.length;
      const counted = countChanges(none, 600_000);
      expect(counted.filter(({ kind }) => kind !== 'same').every(({ links }) => links === 0)).toBe(true);
      expect(counted.reduce((sum, { links }) => sum + links, 0)).toBe(within.length);
    }
    expect(roads).toBeGreaterThan(20);
  });
});

describe('a difference', () => {
  it.each([
    [600_000, 299_999, 'won', 300],
    [600_000, 300_000, 'won', 300],
    [600_000, 300_001, 'won', 60],
    [600_000, 540_000, 'won', 60],
    [600_000, 597_000, 'won', 3],
    [600_000, 597_001, 'same', 0],
    [600_000, 602_999, 'same', 0],
    [600_000, 603_000, 'lost', 3],
    [600_000, 660_000, 'lost', 60],
    [0, 300_000, 'lost', 300],
    [Infinity, 0, 'only-with', null],
    [0, Infinity, 'only-without', null],
  ])('from %d to %d ms is of the kind %s', (before, after, kind, fromS) => {
    expect(CHANGE_CLASSES[findChangeClass(before, after)]).toMatchObject({ kind, fromS });
  });

  it('is none where there is no way at all', () => {
    expect(findChangeClass(Infinity, Infinity)).toBe(-1);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-change-'));
  const [town, file] = [join(folder, 'town'), join(folder, 'plan.json')];
  beforeAll(async () => {
    await importTown(town);
    writeFileSync(file, toPlan('plan', [DIAGONAL]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (...args: readonly string[]) => run([...args, '--data', town, '--direction', 'from']);
  const ONE = ['isochrone', '113.3021,23.1002'];
  const asked = [...ONE, '--difference', '--cutoff', '3'];

  it('names the limits of its classes as they are', () => {
    const { out } = ask(...asked, '--scenario', file);
    for (const words of ['won 5 and more', 'won 0.05 to 1 ', 'the same, to 0.05 ', 'lost 1 to 5 '])
      expect(out).toContain(words);
  });

  it('has the same roads in every form, and no minutes where there is no way', () => {
    const answer = JSON.parse(
      ask(...asked, '--scenario', file, '--format', 'json').out,
    ) as CityChangeDocument;
    expect(cityChange.safeParse(answer).error).toBeUndefined();
    expect(answer.roads.filter(({ kind }) => kind === 'won').length).toBeGreaterThan(0);
    const fresh = answer.roads.filter(({ kind }) => kind === 'only-with');
    expect(fresh.some(({ name, way }) => name === 'Diagonal' && way < 0)).toBe(true);
    expect(fresh.every(({ beforeS, changeS }) => beforeS === null && changeS === null)).toBe(true);
    for (const { beforeS, afterS, changeS } of answer.roads)
      if (changeS !== null) expect(changeS).toBeCloseTo((afterS ?? NaN) - (beforeS ?? NaN), 6);
    const rows = ask(...asked, '--scenario', file, '--format', 'csv').out.split('\r\n');
    expect(rows).toHaveLength(answer.roads.length + 2);
    expect(rows.filter((row) => /,,[\d.]+,,only-with$/.test(row))).toHaveLength(fresh.length);
    const { features } = JSON.parse(ask(...asked, '--scenario', file, '--format', 'geojson').out) as {
      readonly features: readonly {
        readonly properties: object;
        readonly geometry: { coordinates: object[] };
      }[];
    };
    expect(features.map(({ properties }) => properties)).toEqual(
      answer.roads.map((road) => ({ ...road, attribution: answer.data.attribution })),
    );
    expect(features.every(({ geometry }) => geometry.coordinates.length > 1)).toBe(true);
    const text = ask(...asked, '--scenario', file).out;
    expect(text).toMatch(/no way without it +\d+\.\d +[1-9]/);
    const two = ['overlap', '--origins', '113.3021,23.1002,113.3005,23.0893', '--difference'];
    expect(ask(...two, '--scenario', file, '--cutoff', '3').out).toMatch(/the longer of the times/);
  });

  it.each([
    [asked, '--scenario FILE.json expected'],
    [[...ONE, '--difference', '--cutoff', '3,4', '--scenario', file], 'one --cutoff expected'],
    [['overlap', '--origins', '113.3021,23.1002', '--difference', '--scenario', file], 'two places or more'],
  ])('refuses %j', (args, words) => {
    const { code, err } = ask(...args);
    expect(err).toContain(words);
    expect(code).toBe(2);
    const shipped = run(['isochrone', 'TOYOTA_NS', '--difference']);
    expect(shipped.err).toContain('for an imported network');
  });
});
