/** Fixes on the shipped network: applied as the files they give, and with a little less tried by building it. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis.ts';
import { startFix } from '../../src/answer/fix.ts';
import type { FixRequest } from '../../src/answer/fix-request.ts';
import { measureGeodesicM } from '../../src/geodesic.ts';
import { readScenario } from '../../src/load/scenario-file.ts';
import { skim } from '../../src/matrix/skim.ts';
import type { FixDocument, FixSpeed, FixTarget } from '../../src/model/fix.ts';
import type { Supplier } from '../../src/model/place.ts';
import type { Modification, Scenario } from '../../src/model/scenario.ts';
import { toSetting } from '../../src/network/setting.ts';
import { toJsonText } from '../../src/report/index.ts';
import { applyScenario } from '../../src/scenario/apply.ts';
import { findScenario } from '../../src/scenario/find.ts';
import { createRandom, toCount } from '../scene/random.ts';
import { loadShipped } from '../verify/shipped.ts';

const SHIPPED = loadShipped();

/** Of the default population. */
const isCounted = ({ inSet2006, zone }: Supplier): boolean => inSet2006 && zone !== null;

const fix = (target: FixTarget, request: Omit<FixRequest, 'target'> = {}): FixDocument =>
  startFix(SHIPPED, { target, ...request }).document();

/** Minutes of one trip in a scenario, by the skim. */
function timeTrip(scenario: Scenario, from: string, to: string): number {
  const places = [...SHIPPED.zones, ...SHIPPED.plants];
  const [origin, destination] = [from, to].map((id) => places.find((place) => place.id === id));
  if (origin === undefined || destination === undefined) throw new RangeError('no such place');
  const setting = toSetting(SHIPPED, { vehicleClass: 'car', trafficState: 'free' });
  return (
    skim(SHIPPED, scenario, setting, [origin], [destination], { corners: false }).find(from, to).timeMs / 1000
  );
}

/** A scenario of the data with more modifications. */
const extend = (id: string, ...more: readonly Modification[]): Scenario => {
  const scenario = findScenario(SHIPPED, id);
  return { ...scenario, id: 'more', modifications: [...scenario.modifications, ...more] };
};

/** The scenario of a file as the command line writes it. */
function readFile(file: object | undefined): Scenario {
  const { scenario, problems } = readScenario(SHIPPED, toJsonText(file), 'fix.json');
  expect(problems).toEqual([]);
  return scenario as Scenario;
}

/** S042 stands at Ningxi, and what fails of its makers is Nissan. */
const NINGXI = fix({ kind: 'origin', origin: 'S042', reach: 'all' });
const timeNingxi = (scenario: Scenario): number => timeTrip(scenario, 'Z_ZC_NX', 'NISSAN_HD1');

describe('a supplier that does not reach every maker', () => {
  const { now, roads, links, sections, newLink } = NINGXI;

  it('is timed as it is', () => {
    expect(now).toMatchObject({ holds: false, timeS: timeNingxi(findScenario(SHIPPED, '2010-with-belt')) });
    expect(NINGXI.margin).toBeCloseTo(3600 - (now.timeS ?? NaN), 6);
  });

  it('would with a speed: that one does, 1 % less does not, and a lawful sign is a scenario', () => {
    const speeds: readonly FixSpeed[] = [...(roads?.found ?? []), ...(links?.found ?? [])];
    expect(speeds.length).toBeGreaterThan(10);
    for (const { reading, less, kmh, legalKmh, law } of speeds) {
      expect([reading.holds, less.holds]).toEqual([true, false]);
      expect(law === 'unlawful').toBe(kmh > legalKmh);
    }
    const signed = speeds.filter(({ sign }) => sign !== null);
    expect(signed.map(({ id }) => id)).toEqual(['n2r']);
    for (const { id, sign } of signed) {
      const postedKmh = sign?.postedKmh ?? NaN;
      expect(timeNingxi(readFile(sign?.scenario))).toBe(sign?.reading.timeS);
      const facilities = ['expressway', 'urban-expressway', 'arterial', 'local'] as const;
      const lower = extend('2010-with-belt', {
        ...{ kind: 'change', highways: [id], facilities, postedKmh: postedKmh - 1 },
      });
      expect(timeNingxi(lower)).toBeGreaterThan(3600);
      expect(sign?.reading.timeS ?? NaN).toBeLessThanOrEqual(3600);
    }
  });

  it('would with one section, the shortest of those that do alone', () => {
    const found = sections?.found;
    expect(timeNingxi(readFile(found?.scenario))).toBe(found?.reading.timeS);
    const shorter = (sections?.candidates ?? []).filter(({ lengthM }) => lengthM <= (found?.lengthM ?? 0));
    const alone = shorter.filter(({ id }) => {
      const opened = extend('2010-with-belt', {
        kind: 'set-dates',
        sections: [id],
        opened: null,
        closed: null,
      });
      return timeNingxi(opened) <= 3600;
    });
    expect(alone.map(({ id }) => id)).toEqual(found?.ids);
  });

  it('would with a new road, and with none of a sample of shorter ones', () => {
    const found = newLink?.found;
    expect(found?.lengthM).toBeCloseTo((found?.geodesicM ?? NaN) * 1.2, 3);
    expect(timeNingxi(readFile(found?.scenario))).toBe(found?.reading.timeS);
    const { links: open } = applyScenario(SHIPPED, findScenario(SHIPPED, '2010-with-belt'));
    const ids = new Set(open.flatMap(({ from, to }) => [from, to]));
    const nodes = SHIPPED.nodes.filter(({ id }) => ids.has(id));
    const shorter = nodes.flatMap((from, i) =>
      nodes.slice(i + 1).flatMap((to) => {
        const apartM = measureGeodesicM(from.at, to.at);
        return apartM > 0 && apartM < (found?.geodesicM ?? NaN) ? [[from, to] as const] : [];
      }),
    );
    const random = createRandom(3);
    for (let i = 0; i < toCount(6, 400); i += 1) {
      const [from, to] = random.pick(shorter);
      const built = extend('2010-with-belt', {
        ...{
          kind: 'build',
          id: 'shorter',
          title: 'x',
          facility: 'expressway',
          postedKmh: 100,
          line: [from.at, to.at],
        },
        interchanges: [
          { vertex: 0, node: from.id },
          { vertex: 1, node: to.id },
        ],
      });
      // Straight, which is even faster than with a detour.
      expect(timeNingxi(built), `${from.id} ${to.id}`).toBeGreaterThan(3600);
    }
  });
});

describe('a trip that needs two sections', () => {
  const ids = ['HLAN', 'W2R_N'];
  const target = { kind: 'pair', origin: 'Z_SS_LP', destination: 'toyota' } as const;
  const { sections } = fix(target, { build: '2010-without-belt', cutoffS: 85 * 60, parts: ['sections'] });
  const time = (scenario: Scenario): number => timeTrip(scenario, 'Z_SS_LP', 'TOYOTA_NS');

  it('has them, the belt opened by striking it off what is closed', () => {
    expect(sections?.found?.ids).toEqual(ids);
    expect(sections?.found?.scenario).toMatchObject({
      base: '2010-12-31',
      modifications: [
        { kind: 'close', sections: ['N2R', 'W2R_S', 'E2R', 'S2R'] },
        { kind: 'set-dates', sections: ['HLAN'], opened: null, closed: null },
      ],
    });
    expect(time(readFile(sections?.found?.scenario))).toBe(sections?.found?.reading.timeS);
    expect(sections?.found?.without.map(({ reading }) => reading.holds)).toEqual([false, false]);
  });

  it('has no other set of two with fewer kilometres, and none of one', () => {
    const candidates = sections?.candidates ?? [];
    const belt = SHIPPED.header.belt.sections;
    const open = (set: readonly string[]): Scenario => ({
      ...findScenario(SHIPPED, '2010-12-31'),
      id: set.join('-'),
      modifications: [
        { kind: 'set-dates', sections: [...set, 'N2R'], opened: null, closed: null },
        { kind: 'close', sections: belt.filter((id) => !set.includes(id)) },
      ],
    });
    const pairs = candidates.flatMap((a, i) =>
      candidates
        .slice(i + 1)
        .flatMap((b) => (a.lengthM + b.lengthM < (sections?.found?.lengthM ?? 0) ? [[a.id, b.id]] : [])),
    );
    const random = createRandom(9);
    const sample =
      process.env['BELTWAY_LONG'] === '1' ? pairs : Array.from({ length: 4 }, () => random.pick(pairs));
    const singles = candidates.map(({ id }) => [id]).filter((_, i) => i % toCount(6, 1) === 0);
    for (const set of [...singles, ...sample])
      expect(time(open(set)), set.join(' ')).toBeGreaterThan(85 * 60);
    expect(time(open(ids))).toBe(sections?.found?.reading.timeS);
  });
});

describe('a share of suppliers', () => {
  const request = { build: '2010-without-belt', traffic: 'peak' } as const;
  const { independence, groups, population } = analyse(SHIPPED, {
    ...{ base: '2010-12', origins: SHIPPED.suppliers.filter(isCounted).map(({ id }) => id), ...request },
  });
  const read = (target: FixTarget) => fix(target, { ...request, parts: [] }).now;

  it.each(['iOut', 'iOutAll', 'i2'] as const)('%s is that of the analysis', (measure) => {
    expect(read({ kind: 'share', measure, level: 1 }).share).toBe(independence.at(-1)?.[measure]);
  });

  it('that reaches one maker, or each of them, is counted from its verdicts', () => {
    const passing = (group: string): number =>
      groups.filter(
        (row) => row.scenario === request.build && row.group === group && row.verdict === 'strict',
      ).length;
    const toyota = read({ kind: 'group', group: 'toyota', level: 1 });
    expect([toyota.passing, toyota.of]).toEqual([passing('toyota'), population.placed]);
    const all = read({ kind: 'share', measure: 'passes', level: 1 });
    const makers = SHIPPED.header.groups.map(({ id }) => passing(id));
    expect([all.passing, all.of]).toEqual([makers.reduce((sum, one) => sum + one), 3 * population.placed]);
  });

  it('of one is decided by the nearest maker outside its own, or by the farthest of all', () => {
    const tagged = SHIPPED.suppliers.filter((one) => isCounted(one) && one.keiretsu !== null);
    for (const { id, keiretsu } of tagged.filter((_, i) => i % 6 === 0)) {
      const rows = groups.filter((row) => row.scenario === request.build && row.origin === id);
      const times = rows.filter(({ group }) => group !== keiretsu).map(({ timeS }) => timeS ?? Infinity);
      expect(read({ kind: 'origin', origin: id, reach: 'outside' }).timeS, id).toBe(Math.min(...times));
      const all = rows.map(({ timeS }) => timeS ?? Infinity);
      expect(read({ kind: 'origin', origin: id, reach: 'all' }).timeS, id).toBe(Math.max(...all));
    }
  });

  it('is made by one section, as the flowchart asks', () => {
    const target = { kind: 'share', measure: 'iOut', level: 0.5 } as const;
    const { now, margin, sections, sentence } = fix(target, { ...request, parts: ['sections'] });
    expect([now.passing, now.of, sections?.found?.ids]).toEqual([5, 26, ['E2R']]);
    expect(margin).toBeCloseTo(5 / 26 - 0.5, 12);
    const { reading, scenario } = sections?.found ?? {};
    expect([reading?.passing, reading?.holds]).toEqual([13, true]);
    expect(readFile(scenario).modifications).toEqual([
      { kind: 'close', sections: ['N2R', 'W2R_N', 'W2R_S', 'S2R'] },
    ]);
    expect(sentence).toMatch(
      /^Now 5 of 26: 30.8 points short. It would hold with opening E2R \(18.7 km\)\.$/,
    );
  });
});

describe('a request', () => {
  it.each([
    [{ kind: 'pair', origin: 'Z_NOWHERE', destination: 'toyota' }, {}, 'the id of a place'],
    [{ kind: 'group', group: 'fiat', level: 0.5 }, {}, 'target.group: expected one of nissan, honda, toyota'],
    [{ kind: 'share', measure: 'iOut', level: 0 }, {}, 'target.level: expected a share above 0'],
    [
      { kind: 'share', measure: 'iOut', level: 1 },
      { traffic: 'peak', roads: ['m25'] },
      'roads: expected a highway',
    ],
    [
      { kind: 'share', measure: 'iOut', level: 1 },
      { traffic: 'peak', sections: ['N2R'] },
      'not open in 2010-with-belt',
    ],
    [{ kind: 'share', measure: 'iOut', level: 1 }, { newLink: { detour: 0.9 } }, 'newLink.detour: expected'],
    [
      { kind: 'share', measure: 'iOut', level: 1 },
      { departS: 27_000 },
      'no clock: fixes are of a traffic state',
    ],
    [{ kind: 'share', measure: 'iOut', level: 1 }, { valueOfTimeCnyPerH: 40 }, 'fixes minimise time alone'],
  ] as const)('for %j with %j is refused', (target, request, words) => {
    expect(() => startFix(SHIPPED, { ...request, target })).toThrow(words);
  });
});
