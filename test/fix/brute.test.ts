/**
 * Fixes on random scenes against brute force: speeds put into the records of the links, every set of sections as a
 * scenario, a road between every two nodes built; all timed by the skim on networks built anew.
 */
import { describe, expect, it } from 'vitest';
import { startFix } from '../../src/answer/fix.ts';
import type { FixRequest } from '../../src/answer/fix-request.ts';
import { readScenario } from '../../src/load/scenario-file.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { FixDocument, FixPart, FixSpeed } from '../../src/model/fix.ts';
import type { Link } from '../../src/model/road.ts';
import type { BuildModification, Scenario } from '../../src/model/scenario.ts';
import { toSetting } from '../../src/network/setting.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { ALWAYS, isOpenOn, toLastDay } from '../../src/scenario/dates.ts';
import { NOW } from '../scene/dataset.ts';
import { makeRandomScene } from '../scene/random-scene.ts';
import { toCount } from '../scene/random.ts';
import { addPlaces } from './places.ts';

/** A scene with two makers of a plant each and suppliers elsewhere; null where too few places are on the map. */
function makeScene(seed: number): Dataset | null {
  const { dataset, places } = makeRandomScene(seed);
  if (places.length < 4) return null;
  const [first, second] = places.map(({ id }) => id);
  return addPlaces(dataset, places, { m: [first ?? ''], n: [second ?? ''] });
}

const SCENES = Array.from({ length: toCount(8, 300) }, (_, seed) => ({
  seed,
  dataset: makeScene(seed),
})).flatMap(({ seed, dataset }) => (dataset === null ? [] : [{ seed, dataset }]));

/** Minutes from the first zone to the plant of m, by the skim. */
function timeByHand(dataset: Dataset, scenario: Scenario, traffic = 'free'): number {
  const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: traffic });
  const [origin, plant] = [dataset.zones[0], dataset.plants[0]];
  if (origin === undefined || plant === undefined) throw new RangeError('a scene has both');
  const table = skim(dataset, scenario, setting, [origin], [plant], { corners: false });
  return table.find(origin.id, plant.id).timeMs;
}

/** Share of the pairs of a supplier and a maker within a cutoff, by the skim: one supplier a zone, one plant a maker. */
function shareByHand(dataset: Dataset, scenario: Scenario, cutoffS: number): number {
  const setting = toSetting(dataset, { vehicleClass: 'car', trafficState: 'free' });
  const { cells } = skim(dataset, scenario, setting, dataset.zones, dataset.plants, { corners: false });
  return cells.filter(({ timeMs }) => timeMs <= cutoffS * 1000).length / cells.length;
}

/** Seconds of an answer have three digits: a product of them may end in others. */
const toWholeMs = (timeS: number | null | undefined): number => Math.round((timeS ?? NaN) * 1000);

const toSeconds = (timeMs: number): number | null => (Number.isFinite(timeMs) ? timeMs / 1000 : null);

interface Pair {
  readonly cutoffS: number;
  readonly scenario?: Scenario;
  readonly traffic?: string;
  readonly more?: Partial<FixRequest>;
}

function ask(
  dataset: Dataset,
  parts: readonly FixPart[],
  { cutoffS, scenario = NOW, traffic, more }: Pair,
): FixDocument {
  const target = { kind: 'pair', origin: dataset.zones[0]?.id ?? '', destination: 'm' } as const;
  const request = { build: scenario.id, scenarios: [scenario], traffic, cutoffS, parts, target, ...more };
  return startFix(dataset, request).document();
}

/** A cutoff that fails by a tenth; null where there is no way, or none of that length. */
function findCutoffS(timeMs: number): number | null {
  return Number.isFinite(timeMs) ? Math.floor((timeMs * 0.9) / 1000) : null;
}

/** The data set with a speed as the sign of some links, and no law above it: a car drives at the sign here. */
function withSpeed(dataset: Dataset, isOn: (link: Link) => boolean, kmh: number): Dataset {
  const vehicleClasses = dataset.vehicleClasses.map((one) => ({
    ...one,
    facilities: Object.fromEntries(
      Object.entries(one.facilities).map(([facility, speed]) => [facility, { ...speed, legalKmh: null }]),
    ) as typeof one.facilities,
  }));
  const links = dataset.links.map((link) => (isOn(link) ? { ...link, postedKmh: kmh } : link));
  return { ...dataset, vehicleClasses, links };
}

function checkSpeed(
  dataset: Dataset,
  traffic: string,
  cutoffS: number,
  { kind, id, kmh, reading, less }: FixSpeed,
): void {
  const isOn = (link: Link): boolean => (kind === 'link' ? link.featureId === id : link.facility !== 'ramp');
  const at = (speed: number): number => timeByHand(withSpeed(dataset, isOn, speed), NOW, traffic);
  expect(at(kmh), `${id} at ${kmh}`).toBe(toWholeMs(reading.timeS));
  expect(at(kmh)).toBeLessThanOrEqual(cutoffS * 1000);
  expect(at(kmh - 0.01), `${id} below ${kmh}`).toBeGreaterThan(cutoffS * 1000);
  expect(less.holds).toBe(false);
  expect(at(kmh * 0.99)).toBe(toWholeMs(less.timeS));
}

/** Applies the scenario of a fix as its file says it. */
function timeFile(dataset: Dataset, file: object, traffic = 'free'): number {
  const { scenario, problems } = readScenario(dataset, JSON.stringify(file), 'fix.json');
  expect(problems).toEqual([]);
  return scenario === null ? NaN : timeByHand(dataset, scenario, traffic);
}

describe('least speeds', () => {
  it('do, and a hundredth of a km/h less does not; every other link does at none', () => {
    let [found, signs] = [0, 0];
    for (const { seed, dataset } of SCENES) {
      const traffic = seed % 2 === 0 ? 'free' : 'peak';
      const cutoffS = findCutoffS(timeByHand(dataset, NOW, traffic));
      if (cutoffS === null) continue;
      const { now, roads, links } = ask(dataset, ['roads', 'links'], { cutoffS, traffic });
      expect(now).toMatchObject({ holds: false, timeS: toSeconds(timeByHand(dataset, NOW, traffic)) });
      const speeds = [...(roads?.found ?? []), ...(links?.found ?? [])];
      for (const speed of speeds) checkSpeed(dataset, traffic, cutoffS, speed);
      for (const { sign } of speeds.filter((one) => one.sign !== null)) {
        expect(timeFile(dataset, sign?.scenario ?? {}, traffic)).toBe(toWholeMs(sign?.reading.timeS));
        expect(sign?.reading.holds).toBe(true);
        signs += 1;
      }
      const features = new Set(applyScenario(dataset, NOW).links.map(({ featureId }) => featureId));
      for (const id of features) {
        if (speeds.some((one) => one.kind === 'link' && one.id === id)) continue;
        const fastest = withSpeed(dataset, (link) => link.featureId === id, 1000);
        expect(timeByHand(fastest, NOW, traffic), id).toBeGreaterThan(cutoffS * 1000);
      }
      found += speeds.length;
    }
    expect(found).toBeGreaterThan(20);
    expect(signs).toBeGreaterThan(5);
  });
});

/** The sections of a scene as closed, but for some. */
function closeAllBut(dataset: Dataset, open: readonly string[]): Scenario {
  const sections = dataset.sections.map(({ id }) => id).filter((id) => id !== 'BASE' && !open.includes(id));
  return {
    ...NOW,
    id: `open-${open.join('-')}`,
    modifications: sections.length === 0 ? [] : [{ kind: 'close', sections }],
  };
}

const isMain = ({ facility }: Link): boolean => facility !== 'ramp';

/** A data set in which sections that no day up to now has opened stand as on the first day of their main line. */
function openEarly(dataset: Dataset, open: readonly string[]): Dataset {
  const day = NOW.date ?? '';
  const early = open.filter((id) => {
    const main = dataset.links.filter((link) => link.section === id && isMain(link));
    return main.length > 0 && !main.some((link) => isOpenOn(link.opened, link.closed, day));
  });
  const links = dataset.links.flatMap((link) => {
    if (!early.includes(link.section)) return [link];
    const days = dataset.links
      .filter((other) => other.section === link.section && isMain(other))
      .map(({ opened }) => (opened === null ? ALWAYS : toLastDay(opened)));
    const [first = ALWAYS] = days.toSorted();
    const isThere = isOpenOn(link.opened, link.closed, first) || isOpenOn(link.opened, link.closed, day);
    return isThere ? [{ ...link, opened: null, closed: null }] : [];
  });
  return { ...dataset, links };
}

describe('smallest sets of sections', () => {
  it('are those of every set there is', () => {
    let found = 0;
    for (const { seed, dataset } of SCENES) {
      // One of ramps alone is no section that could be opened: its ramps stay closed.
      const withMain = new Set(dataset.links.filter(isMain).map(({ section }) => section));
      const ids = dataset.sections.map(({ id }) => id).filter((id) => id !== 'BASE' && withMain.has(id));
      const sets = Array.from({ length: 2 ** ids.length }, (_, set): readonly string[] =>
        ids.filter((__, i) => ((set >> i) & 1) === 1),
      );
      const times = new Map(
        sets.map((set) => [set, timeByHand(openEarly(dataset, set), closeAllBut(dataset, set))]),
      );
      const reached = [...times.values()].filter((ms) => Number.isFinite(ms)).toSorted((a, b) => a - b);
      // A time that about a third of the sets reach.
      const cutoffS = Math.ceil((reached[Math.floor(reached.length / 3)] ?? NaN) / 1000);
      const nothing = closeAllBut(dataset, []);
      if (Number.isNaN(cutoffS)) continue;
      const shares = new Map(
        sets.map((set) => [set, shareByHand(openEarly(dataset, set), closeAllBut(dataset, set), cutoffS)]),
      );
      // Half of the scenes ask for a trip, the others for the share that all sections together give.
      const level = seed % 2 === 0 ? null : Math.max(...shares.values());
      const holds = (set: readonly string[]): boolean =>
        level === null ? (times.get(set) ?? Infinity) <= cutoffS * 1000 : (shares.get(set) ?? 0) >= level;
      if (holds(sets[0] ?? []) || level === 0) continue;
      const target = level === null ? {} : { target: { kind: 'share', measure: 'passes', level } as const };
      const { sections } = ask(dataset, ['sections'], { cutoffS, scenario: nothing, more: target });
      const candidates = new Map(sections?.candidates.map(({ id, lengthM }) => [id, lengthM]));
      expect([...candidates.keys()].toSorted(), `seed ${seed}`).toEqual(ids.toSorted());
      const weigh = (set: readonly string[]): number =>
        set.reduce((sum, id) => sum + Math.round((candidates.get(id) ?? NaN) * 1000), 0);
      const [best = []] = sets.filter(holds).toSorted((a, b) => a.length - b.length || weigh(a) - weigh(b));
      expect(sections?.found?.ids.toSorted(), `seed ${seed}`).toEqual(best.toSorted());
      const { timeS, share } = sections?.found?.reading ?? {};
      if (level === null) expect(timeS).toBe(toSeconds(times.get(best) ?? NaN));
      else expect(share).toBe(shares.get(best));
      expect(timeFile(dataset, sections?.found?.scenario ?? {})).toBe(times.get(best));
      found += 1;
    }
    expect(found).toBeGreaterThan(5);
  });
});

/** A road between two nodes along the straight line. */
function toBuild(dataset: Dataset, from: string, to: string, postedKmh: number): BuildModification {
  const at = (id: string) => dataset.nodes.find((node) => node.id === id)?.at ?? [NaN, NaN];
  return {
    ...{ kind: 'build', id: 'brute', title: 'brute', facility: 'expressway', postedKmh },
    line: [at(from), at(to)],
    interchanges: [
      { vertex: 0, node: from },
      { vertex: 1, node: to },
    ],
  };
}

describe('the shortest new road', () => {
  it('is that of all roads between two nodes', () => {
    let found = 0;
    for (const { seed, dataset } of SCENES.slice(0, toCount(2, 60))) {
      const now = timeByHand(dataset, NOW);
      const cutoffS = Number.isFinite(now) ? Math.floor((now * 0.8) / 1000) : 1800;
      const share = shareByHand(dataset, NOW, cutoffS);
      const level = seed % 2 === 0 ? null : Math.min(1, share + 0.25);
      const { links } = applyScenario(dataset, NOW);
      const nodes = [...new Set(links.flatMap(({ from, to }) => [from, to]))].toSorted();
      const pairs = nodes.flatMap((from, i) => nodes.slice(i + 1).map((to) => [from, to] as const));
      const built = pairs.map(([from, to]) => {
        const scenario = { ...NOW, id: 'brute', modifications: [toBuild(dataset, from, to, 90)] };
        const lengthM = applyScenario(dataset, scenario).links.find(
          ({ section }) => section === 'brute',
        )?.lengthM;
        const timeMs = timeByHand(dataset, scenario);
        const holds =
          level === null ? timeMs <= cutoffS * 1000 : shareByHand(dataset, scenario, cutoffS) >= level;
        return { ends: [from, to], lengthM: lengthM ?? NaN, timeMs, holds };
      });
      const [best] = built.filter(({ holds }) => holds).toSorted((a, b) => a.lengthM - b.lengthM);
      const target = level === null ? {} : { target: { kind: 'share', measure: 'passes', level } as const };
      const more = { newLink: { speedKmh: 90, detour: 1, budgetKm: 100 }, ...target };
      const { newLink } = ask(dataset, ['new-link'], { cutoffS, more });
      const link = newLink?.found ?? null;
      expect(link === null ? undefined : [link.from.id, link.to.id], `seed ${seed}`).toEqual(best?.ends);
      if (link === null) continue;
      expect([link.lengthM, link.reading.holds]).toEqual([best?.lengthM, true]);
      if (level === null) expect(link.reading.timeS).toBe(toSeconds(best?.timeMs ?? NaN));
      found += 1;
    }
    expect(found).toBeGreaterThan(0);
  });

  it('is drawn as long as the detour says, and does so as a file', () => {
    for (const { dataset } of SCENES.slice(0, toCount(6, 60))) {
      const cutoffS = findCutoffS(timeByHand(dataset, NOW));
      if (cutoffS === null) continue;
      const link = ask(dataset, ['new-link'], { cutoffS, more: { newLink: { detour: 1.3 } } }).newLink?.found;
      if (link === null || link === undefined) continue;
      expect(link.lengthM).toBeCloseTo(link.geodesicM * 1.3, 3);
      expect(timeFile(dataset, link.scenario)).toBe(toWholeMs(link.reading.timeS));
      expect(link.reading.holds).toBe(true);
    }
  });
});
