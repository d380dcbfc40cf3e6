/** Every number of the panels equals the command line's, asked by the command that the page itself names. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countReachBySupply, type Analysis } from '../../src/index.ts';
import { makeFolder } from '../cli/run.ts';
import { runJson } from './harness/command.ts';
import {
  expectFrom,
  findIndices,
  toAttribution,
  toCounts,
  toGrid,
  toIndex,
  toMinutes,
  toNumber,
  toPercent,
  type Expected,
} from './harness/expected.ts';
import { describeInBrowser, expectSound, openPage, pageUrl } from './harness/page.ts';
import { openAll, readTable, readTexts, untilComplete } from './harness/read.ts';

type Setting = readonly [name: string, hash: string, command: string];
const QUICK: readonly Setting[] = [
  ['the first view', '1', '--build 2010-with-belt --cutoff 60'],
  [
    'the peak, by heavy truck, one plant, another cutoff',
    '1&traffic=peak&v=heavy-truck&plant.honda=HONDA_ZC&cutoff=45',
    '--traffic peak --vehicle heavy-truck --group honda=HONDA_ZC --cutoff 45',
  ],
  [
    'a day, off-peak, all suppliers',
    '1&build=2008-12-31&traffic=off-peak&suppliers=all',
    '--build 2008-12-31 --traffic off-peak --suppliers all',
  ],
];
const LONG: readonly Setting[] = [
  ['history', '1&base=2006-07&build=2010-12', '--base 2006-07 --build 2010-12'],
  ['the peak', '1&traffic=peak', '--traffic peak'],
  ['a van', '1&v=light-truck', '--vehicle light-truck'],
  ['a long cutoff', '1&cutoff=97', '--cutoff 97'],
  ['every plant', '1&plant.honda=every', '--group honda=every'],
  ['the suppliers of a date', '1&build=2011-06-30&dated=yes', '--suppliers existing --as-of 2011-06-30'],
  ['a critical level', '1&level=0.8', '--level 0.8'],
  [
    'base and build swapped',
    '1&base=2010-with-belt&build=2010-without-belt',
    '--base 2010-with-belt --build 2010-without-belt',
  ],
];
const SETTINGS = process.env['BELTWAY_LONG'] === '1' ? [...QUICK, ...LONG] : QUICK;

/** Arguments of the command that the page shows for what it asks. */
async function readCommand(page: Page): Promise<readonly string[]> {
  const line = (await page.locator('.scenario .command code').textContent()) ?? '';
  const [first, second, ...args] = line.split(' ');
  expect([first, second]).toEqual(['npx', 'beltway']);
  return args;
}

/** What the sentence counts: with, of how many, at how many sites, within how long, without. */
async function expectSentence(page: Page, expected: Expected): Promise<void> {
  const { analysis, base, build, suppliers, tagged } = expected;
  const text = (await page.locator('.sentence').textContent()) ?? '';
  const sites = new Set(
    suppliers.filter(({ group, tier }) => group !== null && tier === 1).map(({ site }) => site),
  );
  const [before, after] = [base, build].map((id) =>
    Math.round((findIndices(expected, id).iOut ?? 0) * tagged),
  );
  expect(
    text
      .replaceAll(/[“"][^”"]*[”"]/g, '')
      .match(/\d+/g)
      ?.map(Number),
  ).toEqual([...[after, tagged, 1, sites.size, analysis.cutoffS / 60, before]]);
}

async function expectCounts(page: Page, expected: Expected): Promise<void> {
  const columns = [...new Set(['free', expected.analysis.traffic, 'peak'])];
  const shown = await page
    .locator('table.counts tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) =>
          [...cell.querySelectorAll('.pair')].map((pair) => pair.textContent ?? ''),
        ),
      ),
    );
  for (const [i, traffic] of columns.entries())
    expect(
      shown.flatMap((row) => row[i] ?? []),
      traffic,
    ).toEqual(toCounts(expected, traffic));
  const [before, after] = [expected.base, expected.build].map((id) => findIndices(expected, id).iOut);
  const share = (await readTexts(page, 'table.counts tr:has-text("Share (iOut)") td'))[
    columns.indexOf(expected.analysis.traffic)
  ];
  expect(share).toBe(`${toPercent(before ?? null)} → ${toPercent(after ?? null)}`);
}

async function expectTable(page: Page, expected: Expected): Promise<void> {
  await page.locator('.column-modes button', { hasText: 'All' }).click();
  const shown = await page
    .locator('table.grid tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.name')?.textContent ?? '',
        ...[...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
      ]),
    );
  expect(shown).toEqual(toGrid(expected));
}

/** The table of the curve: minute by minute, outside the own keiretsu, each group, every group. */
async function expectCurve(page: Page, expected: Expected): Promise<void> {
  const { analysis, base, build, groups } = expected;
  const [, ...rows] = await readTable(page, '.curve-panel table');
  const toShares = (find: (scenario: string) => number | null | undefined): string => {
    const [before, after] = [find(base) ?? null, find(build) ?? null];
    if (after === null) return '—';
    return before === after ? toPercent(after) : `${toPercent(before)} → ${toPercent(after)}`;
  };
  const outside = (minute: number) => (scenario: string) => {
    const map = analysis.verdictMaps.find((one) => one.scenario === scenario);
    return map?.shares[map.cutoffsMin.indexOf(minute)];
  };
  const minutes = [...new Set(analysis.curve.map(({ cutoffMin }) => cutoffMin))].toSorted((a, b) => a - b);
  const points = new Map(
    analysis.curve.map(({ scenario, group, cutoffMin, share }) => [
      `${scenario}|${group}|${cutoffMin}`,
      share,
    ]),
  );
  expect(rows).toEqual(
    minutes.map((minute) => [
      toNumber(minute),
      toShares(outside(minute)),
      ...[...groups, 'all'].map((group) =>
        toShares((scenario) => points.get(`${scenario}|${group}|${minute}`)),
      ),
    ]),
  );
}

async function expectIndependence(page: Page, expected: Expected): Promise<void> {
  const { analysis, base, build, groups } = expected;
  const shown = (await readTable(page, 'table.measures', 'tbody tr')).map((row) => row[1]);
  const pair = (show: (row: Analysis['independence'][number]) => string): string =>
    [base, build].map((id) => show(findIndices(expected, id))).join(' → ');
  const smallest = [base, build].map((id) =>
    toMinutes(analysis.verdictMaps.find((one) => one.scenario === id)?.smallestS ?? null),
  );
  expect(shown).toEqual([
    pair(({ iOut }) => toPercent(iOut)),
    pair(({ iOutAll }) => toPercent(iOutAll)),
    pair(({ atLeastOne }) => (atLeastOne ? 'yes' : 'no')),
    pair(({ i2 }) => toPercent(i2)),
    pair(({ i3 }) => toPercent(i3)),
    pair(({ meanGroups }) => toIndex(meanGroups)),
    pair(({ soft }) => toIndex(soft)),
    pair(({ robustMin }) => toIndex(robustMin)),
    smallest.join(' → '),
  ]);
  const documented = (await readTable(page, '.documented table', 'tbody tr')).map(([, ...row]) => row);
  expect(documented).toEqual(
    groups.map((group) => {
      const counts = countReachBySupply(analysis.documented.filter((row) => row.group === group));
      const { reachedSupplied, reachedNotDocumented, unreachedSupplied, unreachedNotDocumented } = counts;
      const all = [reachedSupplied, reachedNotDocumented, unreachedSupplied, unreachedNotDocumented];
      return all.map((count) => toNumber(count));
    }),
  );
  const timing = await readTexts(page, '.timing-list li');
  expect(timing).toHaveLength(analysis.timing.length);
  for (const [i, { documentedAsOf, sectionOpened, before }] of analysis.timing.entries()) {
    expect(timing[i]).toContain(documentedAsOf);
    if (sectionOpened !== null) expect(timing[i]).toContain(sectionOpened);
    expect(/before/.test(timing[i]?.split('·').at(-1) ?? '')).toBe(before);
  }
}

/** Claims of a time: said, by the model, over the belt, needed speed, of the origin that suits best. */
async function expectClaims(page: Page, { analysis }: Expected): Promise<void> {
  const shown = await page
    .locator('.claim:has(.claim-numbers)')
    .evaluateAll((all) => all.map((one) => [...one.querySelectorAll('dd')].map((dd) => dd.textContent)));
  const timed = analysis.claims.filter(({ claimedS }) => claimedS !== null);
  const expected = [...new Set(timed.map(({ id }) => id))].map((id) => {
    const origin = analysis.claimSets.best.find(({ claim }) => claim === id)?.origin;
    const claim = timed.find((one) => one.id === id && one.origin === origin);
    const { claimedS = null, computedS = null, viaBeltS = null, neededKmh = null } = claim ?? {};
    return [toMinutes(claimedS), toMinutes(computedS), toMinutes(viaBeltS), toNumber(neededKmh)];
  });
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).toEqual(expected);
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;

async function expectFlowcharts(page: Page, { analysis, base, build }: Expected): Promise<void> {
  for (const [i, chart] of ['automobile', 'hi-tech'].entries()) {
    await page.locator('.flowchart-tabs').first().locator('button').nth(i).click();
    for (const [j, scenario] of [base, build].entries()) {
      await page.locator('.flowchart-tabs').nth(1).locator('button').nth(j).click();
      const drawn = analysis.flowcharts.find((one) => one.chart === chart && one.scenario === scenario);
      if (drawn === undefined) throw new Error(`no chart ${chart} in ${scenario}`);
      expect(await readTexts(page, '.flowchart-box .flowchart-mark')).toEqual(
        drawn.nodes.map(({ verdict }) => MARKS[verdict]),
      );
      expect(await page.locator('.flowchart-box.bottleneck').count()).toBe(drawn.bottleneck === null ? 0 : 1);
      expect(await page.locator('.flowchart-box.open').count()).toBe(drawn.openQuestions.length);
    }
  }
  await page.locator('.flowchart-tabs').first().locator('button').first().click();
  const said = await readTexts(page, '.verdict-pictures p');
  expect(said).toEqual(
    [base, build].map((id) => {
      const map = analysis.verdictMaps.find((one) => one.scenario === id);
      if (map === undefined) throw new Error(`no verdict map of ${id}`);
      const level = toNumber(map.level, 2);
      const { smallestS, margin } = map;
      const from =
        smallestS === null
          ? `At level ${level} never within 90 min.`
          : `At level ${level} from ${toMinutes(smallestS)} min.`;
      return margin === null ? from : `${from} Margin now: ${toNumber(margin * 100, 1)} points.`;
    }),
  );
}

describeInBrowser('numbers of the panels', () => {
  it('are those of the command line in every setting', async () => {
    const opened = await openPage({ until: 'answer' });
    const { page } = opened;
    await page.locator('.more').waitFor();
    await openAll(page, '.scenario details.command, .more details:not(.scenario-table)');
    for (const [name, hash, command] of SETTINGS) {
      await page.goto(`${pageUrl()}#${hash}`);
      await page.waitForFunction((words) => {
        const line = document.querySelector('.scenario .command code')?.textContent ?? '';
        return words.every((word) => line.includes(word));
      }, command.split(' '));
      await untilComplete(page);
      const expected = expectFrom(runJson<Analysis>(...(await readCommand(page))));
      await compare(name, page, expected);
    }
    expectSound(opened);
  }, 180_000);

  it.skipIf(process.env['BELTWAY_LONG'] !== '1')(
    'are those of the command line for sites of one’s own',
    async () => {
      const opened = await openPage({ until: 'answer' });
      const { page } = opened;
      const text = 'name,lon,lat,group\nNorth works,113.30,23.20,honda\nSouth works,113.45,22.80,\n';
      await page.locator('.tools button', { hasText: 'Own sites' }).click();
      await page.locator('#sites-text').fill(text);
      await page.locator('dialog.sites button', { hasText: 'Read' }).first().click();
      await page.locator('dialog.sites [role="status"]', { hasText: '✓' }).waitFor();
      await page.locator('dialog.sites').getByRole('button', { name: 'Close' }).click();
      await page.goto(`${pageUrl()}#1&suppliers=own&build=2010-12`);
      await page.waitForFunction(() => document.querySelectorAll('table.grid tbody tr').length === 2);
      await untilComplete(page);
      const file = join(makeFolder(), 'own-sites.csv');
      writeFileSync(file, text);
      const args = (await readCommand(page)).map((one) => (one === 'own-sites.csv' ? file : one));
      expect(args).toContain(file);
      const expected = expectFrom(runJson<Analysis>(...args));
      await expectCounts(page, expected);
      await expectTable(page, expected);
      expect(await readTexts(page, '.attribution-key .number')).toEqual(toAttribution(expected));
      expectSound(opened);
    },
  );
});

async function compare(name: string, page: Page, expected: Expected): Promise<void> {
  try {
    await expectSentence(page, expected);
    await expectCounts(page, expected);
    expect(await readTexts(page, '.attribution-key .number')).toEqual(toAttribution(expected));
    await expectTable(page, expected);
    await expectCurve(page, expected);
    await expectIndependence(page, expected);
    await expectClaims(page, expected);
    await expectFlowcharts(page, expected);
  } catch (error) {
    throw new Error(`in the setting “${name}”`, { cause: error });
  }
}
