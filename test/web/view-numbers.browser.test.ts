/** Every view's table and the explanation of a trip say what the command line says to the same question. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type {
  Analysis,
  FastestRoutes,
  IsochroneDocument,
  Locations,
  OverlapDocument,
} from '../../src/index.ts';
import { runJson } from './harness/command.ts';
import {
  expectFrom,
  findGroup,
  toChange,
  toMinutes,
  toNumber,
  toPercent,
  type Expected,
} from './harness/expected.ts';
import { describeInBrowser, expectSound, pageUrl, sharePage } from './harness/page.ts';
import { openAll, readTable, readTexts } from './harness/read.ts';

/** One setting takes a quarter of a minute: both libraries draw areas. */
const LONG = process.env['BELTWAY_LONG'] === '1';

interface Setting {
  readonly hash: string;
  /** The same question for commands that take everything, and for those that take no cutoff. */
  readonly args: readonly string[];
  readonly drive: readonly string[];
  readonly cutoffMin: number;
}

const WITH = ['--base', '2010-without-belt', '--build', '2010-with-belt'];
const HISTORY = ['--base', '2006-07', '--build', '2010-12'];
const SETTINGS: readonly Setting[] = [
  { hash: '1', args: [...WITH, '--cutoff', '60'], drive: WITH, cutoffMin: 60 },
  {
    hash: '1&base=2006-07&build=2010-12&traffic=peak&v=heavy-truck&cutoff=75',
    args: [...HISTORY, '--traffic', 'peak', '--vehicle', 'heavy-truck', '--cutoff', '75'],
    drive: [...HISTORY, '--traffic', 'peak', '--vehicle', 'heavy-truck'],
    cutoffMin: 75,
  },
];
const FACILITIES: Readonly<Record<string, string>> = {
  expressway: 'expressway',
  'urban-expressway': 'urban expressway',
  arterial: 'arterial',
  local: 'local road',
  ramp: 'ramp',
};

/** Goes to a view and reads its table when it is that of the question. */
async function readView(page: Page, hash: string): Promise<readonly string[][]> {
  await page.goto(`${pageUrl()}#${hash}`);
  await page.waitForFunction(
    (wanted) =>
      [...new URLSearchParams(wanted)].every(([key, value]) => {
        const now = new URLSearchParams(location.hash.slice(1)).get(key);
        return value === '' || now === value || (now === null && value === 'times');
      }) && document.querySelector('.answer[aria-busy="true"], .view-table[aria-busy="true"]') === null,
    hash,
  );
  await page.locator('.sorted-table tbody tr').first().waitFor();
  return readTable(page, '.sorted-table table', 'tbody tr');
}

const byName = (a: readonly string[], b: readonly string[]): number =>
  String(a[0]).localeCompare(String(b[0]));

/** Zones, seats and suppliers' sites, each once; suppliers begin where their zone does. */
function listPlaces({ analysis, suppliers }: Expected) {
  return analysis.origins
    .filter(({ kind }) => kind === 'zone' || kind === 'seat')
    .map(({ id, name }) => ({ id, name, suppliers: suppliers.filter(({ site }) => site === id).length }));
}

function toPlaces(expected: Expected): readonly string[][] {
  const { base, build, groups } = expected;
  return listPlaces(expected).map(({ id, name, suppliers }) => [
    name,
    toNumber(suppliers),
    ...groups.flatMap((group) =>
      [base, build].map((scenario) => toMinutes(findGroup(expected, scenario, id, group).timeS)),
    ),
  ]);
}

/** Minutes to the farthest group, and whether any verdict flips. */
function toFarthest(expected: Expected): readonly string[][] {
  const { base, build, groups } = expected;
  return listPlaces(expected).map(({ id, name, suppliers }) => {
    const [before, after] = [base, build].map((scenario) =>
      groups.map((group) => findGroup(expected, scenario, id, group)),
    );
    const far = (rows: typeof before): number | null =>
      rows === undefined || rows.some(({ timeS }) => timeS === null)
        ? null
        : Math.max(...rows.map(({ timeS }) => timeS ?? 0));
    const [wasS, isS] = [far(before), far(after)];
    const flips = groups.some(
      (_, i) => (before?.[i]?.verdict === 'strict') !== (after?.[i]?.verdict === 'strict'),
    );
    const faster = wasS === null || isS === null || isS < wasS;
    const word = flips ? (faster ? 'no → yes' : 'yes → no') : 'same';
    return [name, toNumber(suppliers), toMinutes(wasS), toMinutes(isS), toChange(wasS, isS), word];
  });
}

/** The trips of one place to every group. */
function toTrips(expected: Expected, id: string): readonly string[][] {
  const { base, build, groups } = expected;
  return groups.map((group) => {
    const [before, after] = [base, build].map((one) => findGroup(expected, one, id, group).timeS);
    return [toMinutes(before ?? null), toMinutes(after ?? null), toChange(before ?? null, after ?? null)];
  });
}

function toOverlap({ base, build }: OverlapDocument): readonly string[][] {
  const areas = (one: OverlapDocument['base']): readonly number[] => [
    ...one.counts.map(({ areaKm2 }) => areaKm2),
    one.boundary.areaKm2,
    one.noAccess.areaKm2,
  ];
  return toAreas(areas(base), areas(build));
}

function toBands({ base, build }: IsochroneDocument): readonly string[][] {
  const areas = (one: IsochroneDocument['base']): readonly number[] => [
    ...one.bands.map(({ areaKm2 }) => areaKm2),
    one.noAccess.areaKm2,
  ];
  return toAreas(areas(base), areas(build));
}

function toAreas(before: readonly number[], after: readonly number[]): readonly string[][] {
  return before.map((km2, i) => [
    toNumber(km2, 1),
    toNumber(after[i] ?? 0, 1),
    toNumber((after[i] ?? 0) - km2, 1),
  ]);
}

function toRoads({ roads }: FastestRoutes): readonly string[][] {
  return roads.map(({ nameEn, ref, facility, base, build }) => {
    const [before, after] = [base?.both ?? null, build?.both ?? null];
    const change = before === null || after === null ? null : after - before;
    return [
      ...[nameEn, ref ?? '', FACILITIES[facility] ?? facility],
      ...[toNumber(before), toNumber(after), toNumber(change)],
    ];
  });
}

function toRanks({ locations }: Locations): readonly string[][] {
  return locations.map(({ name, base, build }) => [
    ...[name, toNumber(build.rank), toNumber(base.rank), toNumber(build.strict), toNumber(base.strict)],
    ...[toMinutes(build.worstS), toMinutes(base.worstS)],
  ]);
}

interface RouteJson {
  readonly timeS: number;
  readonly lengthM: number;
  readonly tollCny: number;
  readonly estimatedShare: number;
  readonly viaBeltM: number;
}

const toKm = (lengthM: number): string => (lengthM / 1000).toFixed(1);

describeInBrowser('numbers of the views', () => {
  const open = sharePage({ until: 'answer' });

  it.each(LONG ? SETTINGS : SETTINGS.slice(1))(
    'are those of the command line: $hash',
    async ({ hash, args, drive, cutoffMin }) => {
      const opened = await open(hash);
      const { page } = opened;
      await page.locator('.view-table').waitFor();
      await openAll(page, '.view-table');
      const expected = expectFrom(runJson<Analysis>('compare', ...args));
      const cutoff = ['--cutoff', String(cutoffMin)];
      expect([...(await readView(page, `${hash}&view=times`))].toSorted(byName)).toEqual(
        [...toPlaces(expected)].toSorted(byName),
      );
      expect((await readView(page, `${hash}&view=times&place=Z_SS_LP`)).map((row) => row.slice(-3))).toEqual(
        toTrips(expected, 'Z_SS_LP'),
      );
      expect([...(await readView(page, `${hash}&view=difference`))].toSorted(byName)).toEqual(
        [...toFarthest(expected)].toSorted(byName),
      );
      expect(await readView(page, `${hash}&view=fastest`)).toEqual(
        toRoads(runJson<FastestRoutes>('fastest-routes', ...drive)),
      );
      expect(await readView(page, `${hash}&view=locate`)).toEqual(
        toRanks(runJson<Locations>('locate', ...args)),
      );
      expect((await readView(page, `${hash}&view=reach`)).map(([, ...areas]) => areas)).toEqual(
        toOverlap(runJson<OverlapDocument>('overlap', ...drive, ...cutoff)),
      );
      const bands = [...new Set([20, 40, 60, 80, cutoffMin])].toSorted((a, b) => a - b).join(',');
      const place = ['TOYOTA_NS', ...drive, '--direction', 'from', '--cutoff', bands];
      const shown = await readView(page, `${hash}&view=reach&reach=bands&direction=from&place=TOYOTA_NS`);
      expect(shown.map(([, ...areas]) => areas)).toEqual(
        toBands(runJson<IsochroneDocument>('isochrone', ...place)),
      );
      expectSound(opened);
    },
  );

  it.each(LONG ? SETTINGS : SETTINGS.slice(1))(
    'explain a trip as the command line does: $hash',
    async ({ hash, drive }) => {
      const opened = await open(`${hash}&trip=Z_SS_LP;TOYOTA_NS`);
      const { page } = opened;
      await page.locator('.route .route-table').first().waitFor();
      const [base, build] = ['--base', '--build'].map((role) => drive[drive.indexOf(role) + 1] ?? '');
      const rest = drive.slice(4);
      const [before, after] = [base, build].map((scenario) =>
        runJson<RouteJson>(
          ...['route', 'Z_SS_LP', 'TOYOTA_NS', '--base', scenario ?? '', '--build', scenario ?? ''],
          ...rest,
        ),
      );
      if (before === undefined || after === undefined) throw new Error('no routes');
      const facts = (await readTable(page, '.route-table', 'tbody tr')).map(([, ...cells]) => cells);
      const pair = (show: (one: RouteJson) => string): readonly string[] => [show(before), show(after)];
      expect(facts[0]?.map((text) => text.replace('≈', ''))).toEqual(pair(({ timeS }) => toMinutes(timeS)));
      expect(facts[3]).toEqual(pair(({ lengthM }) => toKm(lengthM)));
      expect(facts[4]).toEqual(pair(({ viaBeltM }) => toKm(viaBeltM)));
      expect(facts[5]).toEqual(pair(({ tollCny }) => tollCny.toFixed(2)));
      expect(facts[6]).toEqual(pair(({ estimatedShare }) => toPercent(estimatedShare)));
      expect((await readTexts(page, '.route-commands code')).join(' ')).toContain('beltway route Z_SS_LP');
      expectSound(opened);
    },
  );
});
