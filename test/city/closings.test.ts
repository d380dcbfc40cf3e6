/**
 * Every link of a city closed in turn, held against the scenario that closes it: each trip searched anew, on random maps
 * with turn bans, roads for business alone and one-way streets, as they are and with a road that cuts others.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithin } from '../../src/access/origin-times.ts';
import { joinPlace, openCity, openCityState, type City, type Site } from '../../src/city/city.ts';
import {
  closeLinks,
  divideClosings,
  openClosingTasks,
  planLinkClosings,
  uniteLosses,
  type LinkLoss,
} from '../../src/city/closings.ts';
import { findIds } from '../../src/city/scenario/ids.ts';
import { cutLine, toLine } from '../../src/city/line.ts';
import { listLinkIds } from '../../src/city/scenario/link-ids.ts';
import type { CityState } from '../../src/city/scenario/apply.ts';
import { listTrips } from '../../src/city/trips.ts';
import { toByteSource } from '../../src/import/byte-source.ts';
import type { ImportedNetwork } from '../../src/model/imported-network.ts';
import type { Modification } from '../../src/model/scenario.ts';
import type { LonLat } from '../../src/model/source.ts';
import { shareColumns } from '../../src/routing/shared.ts';
import type { CityCriticalityDocument } from '../../src/report/answers/city-criticality.ts';
import { cityCriticality } from '../../src/report/schemas/city-criticality.ts';
import { ROOT, runLater } from '../cli/run.ts';
import { importWhole } from '../import/drawn-map.ts';
import { toPbf } from '../import/pbf-file.ts';
import { makeRandomMap } from '../import/random-map.ts';
import { createRandom, toCount, type Random } from '../scene/random.ts';
import { applyPlan, listWrong, toBuild, tryTo } from './plans.ts';
import { importTown } from './town.ts';

const LIMITS = { cutoffS: 60, toleranceS: 30 };

interface Scene {
  readonly network: ImportedNetwork;
  readonly city: City;
  readonly state: CityState | null;
  readonly plan: readonly Modification[];
}

/** A road between the middles of two links, which it cuts; none on some of the maps. */
function drawPlan(network: ImportedNetwork, random: Random): readonly Modification[] {
  const { linkIds } = findIds(network);
  const two = [random.int(0, linkIds.length - 1), random.int(0, linkIds.length - 1)] as const;
  if (random.once(3) || two[0] === two[1]) return [];
  const half = (link: number): LonLat => cutLine(toLine(network, link), 0.5, 1)[0] as LonLat;
  const meetings = two.map((link, vertex) => ({ vertex, link: linkIds[link] as string, share: 0.5 }));
  return [toBuild(two.map(half), meetings)];
}

function makeScene(seed: number): Scene | null {
  const network = tryTo(() => importWhole(toByteSource(toPbf(makeRandomMap(seed)), 'random')));
  if (network === null) return null;
  const plan = drawPlan(network, createRandom(seed));
  if (plan.length === 0 || listWrong(network, plan).length > 0)
    return { network, city: openCity(network, 'car'), state: null, plan: [] };
  const state = applyPlan(network, plan);
  return { network, city: openCityState(state), state, plan };
}

function joinRandom(city: City, random: Random): readonly Site[] {
  const places = Array.from({ length: 6 }, (_, i) => {
    const at: LonLat = [113.3 + random.int(-10, 130) / 10_000, 23.1 + random.int(-10, 130) / 10_000];
    return { id: `P${i}`, at };
  });
  return places.flatMap((place) => tryTo(() => joinPlace(city, place)) ?? []);
}

/** The same by a scenario that closes the link; null where it cannot be closed. */
function closeByScenario(
  scene: Scene,
  link: number,
  id: string,
  from: readonly Site[],
  to: readonly Site[],
): LinkLoss | null {
  const { network, plan, city } = scene;
  const closing = tryTo(() => applyPlan(network, [...plan, { kind: 'close', links: [id] }]));
  if (closing === null) return null;
  const closed = openCityState(closing);
  const again = (site: Site): Site => joinPlace(closed, site.place);
  const [before, after] = [listTrips(city, from, to), listTrips(closed, from.map(again), to.map(again))];
  const loss: LinkLoss = {
    link,
    lostMs: 0,
    slowed: 0,
    cutOff: 0,
    strict: 0,
    tolerant: 0,
    worst: { origin: -1, destination: -1, lostMs: 0 },
  };
  for (const [destination] of to.entries()) {
    for (const [origin] of from.entries()) {
      const [was, is] = [before, after].map((trips) => trips[origin]?.[destination]?.timeMs ?? NaN) as [
        number,
        number,
      ];
      if (was === Infinity || is === was) continue;
      const lostMs = is - was;
      loss.slowed += 1;
      if (is === Infinity) loss.cutOff += 1;
      else loss.lostMs += lostMs;
      if (isWithin(was, 60) && !isWithin(is, 60)) loss.strict += 1;
      if (isWithin(was, 90) && !isWithin(is, 90)) loss.tolerant += 1;
      if (lostMs > loss.worst.lostMs) loss.worst = { origin, destination, lostMs };
    }
  }
  return loss.slowed === 0 ? null : loss;
}

/** The same in small tasks, the last first, of a plan that was handed to somebody else. */
function closeElsewhere(city: City, from: readonly Site[], to: readonly Site[]): readonly LinkLoss[] {
  const plan = shareColumns(planLinkClosings(city, from, to));
  const tasks = divideClosings(plan, 3).toReversed();
  return uniteLosses(tasks.map(openClosingTasks(structuredClone(plan), LIMITS)));
}

describe('closing every link of a city', () => {
  it('loses what the scenario that closes it loses', () => {
    let [losses, cutOff, cut, strict] = [0, 0, 0, 0];
    for (let seed = 1; seed <= toCount(24, 400); seed += 1) {
      const scene = makeScene(seed);
      if (scene === null) continue;
      const sites = joinRandom(scene.city, createRandom(100 + seed));
      const [from, to] = [sites.slice(0, -2), sites.slice(-2)];
      const found = closeLinks(scene.city, from, to, LIMITS);
      const ids = listLinkIds(scene.city, scene.state);
      const expected = ids.flatMap((id, link) => closeByScenario(scene, link, id, from, to) ?? []);
      // Of equal losses the worst is the first of its column, as it is here.
      expect(found, `seed ${seed}`).toEqual(expected);
      expect(closeElsewhere(scene.city, from, to), `seed ${seed}`).toEqual(found);
      losses += found.length;
      cutOff += found.filter((one) => one.cutOff > 0).length;
      strict += found.filter((one) => one.strict > 0).length;
      cut += scene.city.cuts.partsOf.size > 0 ? found.length : 0;
    }
    expect(Math.min(losses, cut)).toBeGreaterThan(20);
    expect(Math.min(cutOff, strict)).toBeGreaterThan(4);
  });

  it('loses nothing where nobody travels', () => {
    const scene = makeScene(3);
    if (scene === null) throw new Error('no map');
    expect(closeLinks(scene.city, [], joinRandom(scene.city, createRandom(1)), LIMITS)).toEqual([]);
    expect(closeLinks(scene.city, joinRandom(scene.city, createRandom(1)), [], LIMITS)).toEqual([]);
  });
});

describe('value on an imported network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-closings-'));
  const town = join(folder, 'town');
  const sites = join(ROOT, 'test', 'region', 'town-sites.csv');
  const ask = (...words: string[]) =>
    runLater(['value', ...words, '--data', town, '--sites', sites, '--cutoff', '3']);
  beforeAll(() => importTown(town));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has every link that loses something, most lost first, in every form', async () => {
    const { out, err } = await ask('--format', 'json');
    const answer = JSON.parse(out) as CityCriticalityDocument;
    expect(cityCriticality.safeParse(answer).error, err).toBeUndefined();
    expect(answer.links.length).toBe(answer.critical);
    expect(answer.links.map(({ lostS }) => lostS)).toEqual(
      answer.links.map(({ lostS }) => lostS).toSorted((a, b) => b - a),
    );
    const ids = answer.links.map(({ link }) => link);
    const csv = await ask('--format', 'csv');
    const drawn = await ask('--format', 'geojson');
    const text = await ask();
    expect(
      csv.out
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    ).toEqual(ids);
    expect((JSON.parse(drawn.out) as { features: { id: string }[] }).features.map(({ id }) => id)).toEqual(
      ids,
    );
    expect(text.out).toContain(`${answer.critical} links carry what nothing else carries as well`);
    expect(answer.links[0]?.strict).toBeGreaterThan(0);
  });

  it('has the roads of a scenario, the first links alone, and another order', async () => {
    const scenario = join(ROOT, 'test', 'region', 'diagonal.json');
    const { out } = await ask('--build', scenario, '--top', '3', '--measure', 'passes', '--format', 'json');
    const { links, critical, data } = JSON.parse(out) as CityCriticalityDocument;
    expect([links.length, data.scenario?.id]).toEqual([3, 'diagonal']);
    expect(critical).toBeGreaterThan(3);
    expect(links.map(({ strict }) => strict)).toEqual(
      links.map(({ strict }) => strict).toSorted((a, b) => b - a),
    );
  });

  it.each([
    [['--only', 'sections'], '--build FILE.json expected'],
    [['--sections', 'N2R'], '--build FILE.json expected'],
    [['--measure', 'i2'], '--measure minutes or passes'],
    [['--traffic', 'peak'], 'free flow'],
  ])('refuses %j', async (words, message) => {
    const { code, err } = await ask(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
