/** Scenarios side by side in a browser: columns chosen, numbers and bytes those of the command, nothing reached as 0. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Disposable, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ranged, ScenarioFile, ScenarioTable } from '../../src/index.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { runCommand, runJson } from './harness/command.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { readTable } from './harness/read.ts';

const LINK: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'leping', title: 'Leping link', base: '2010-without-belt' },
  modifications: [
    {
      ...{ kind: 'build', id: 'leping-link', title: 'Leping link', facility: 'expressway', postedKmh: 100 },
      line: [[113.01893, 23.26411], [113.178, 23.376]], // prettier-ignore
      interchanges: [{ vertex: 0, node: 'T_LEPING' }, { vertex: 1, node: 'NISSAN_J' }], // prettier-ignore
    },
  ],
};
const CUT: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'cut', title: 'Nothing but ramps', base: '2010-with-belt' },
  modifications: [{ kind: 'close', facilities: ['arterial', 'local'] }],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beltway-table-'));
  for (const file of [LINK, CUT]) writeFileSync(join(folder, `${file.id}.json`), JSON.stringify(file));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What this browser kept at an earlier visit. */
function keep(page: Page): Promise<Disposable> {
  return page.addInitScript(
    (files) => {
      for (const [id, file] of Object.entries(files))
        localStorage.setItem(`beltway:scenario:${id}`, JSON.stringify({ version: 1, file }));
    },
    { leping: LINK, cut: CUT },
  );
}

/** Base, build and the user's own: what stands there before anything is chosen. */
const IDS = ['2010-without-belt', '2010-with-belt', 'cut', 'leping'];
const isDone = '.scenario-table [aria-busy="false"] .beside-table';

/** Words of the command with the files where they lie. */
const toAsked = (ids: readonly string[]): readonly string[] => [
  ...['scenario', 'compare'],
  ...ids.map((id) => (id === 'leping' || id === 'cut' ? join(folder, `${id}.json`) : id)),
  ...['--traffic', 'peak', '--cutoff', '45'],
];

const minutes = (seconds: number | null): string => (seconds === null ? '—' : (seconds / 60).toFixed(1));
/** A cell begins with its number, after ≈ where the range says something else. */
const startsWith = (cell: string | undefined, of: string): void =>
  expect((cell ?? '').replace('≈', '')).toMatch(new RegExp(`^${of}`));
const count = ({ value }: Ranged): string => String(value);

function expectColumn(rows: readonly string[][], at: number, one: ScenarioTable['scenarios'][number]): void {
  const cells = rows.map((row) => row[at + 1]);
  const [strict, tolerant, noWay, iOut, i2, mean, , worst, toll, built, opened, closed] = cells;
  startsWith(strict, count(one.strict));
  startsWith(tolerant, count(one.tolerant));
  expect(noWay).toBe(String(one.noWay));
  startsWith(iOut, `${Math.round(100 * (one.iOut.value ?? NaN))}%`);
  startsWith(i2, `${Math.round(100 * (one.i2.value ?? NaN))}%`);
  startsWith(mean, minutes(one.meanS.value));
  startsWith(worst, minutes(one.worst?.time.value ?? null));
  startsWith(toll, one.tollCny === null ? '—' : one.tollCny.toFixed(2));
  const km = [one.builtM, one.openedM, one.closedM].map((m) => (m === 0 ? '0' : (m / 1000).toFixed(1)));
  expect([built, opened, closed].map((cell) => cell?.replaceAll(',', ''))).toEqual(km);
}

describeInBrowser('scenarios side by side', () => {
  it('have the numbers and the bytes of the command, in columns that are chosen', async () => {
    const hash = '1&traffic=peak&cutoff=45';
    const opened = await openPage({ until: 'answer', hash, prepare: keep });
    const { page } = opened;
    const summary = page.locator('.scenario-table summary').first();
    await summary.waitFor();
    // Not asked for until it is opened.
    expect(await page.locator('.beside-table').count()).toBe(0);
    await summary.click();
    await page.locator(isDone).waitFor();
    const table = runJson<ScenarioTable>(...toAsked(IDS));
    const rows = await readTable(page, '.beside-table', 'tbody tr');
    for (const [at, one] of table.scenarios.entries()) expectColumn(rows, at, one);
    // Where there is no way there is no number.
    expect(table.scenarios[2]?.noWay).toBeGreaterThan(0);
    expect([rows[5]?.[3], rows[8]?.[3]]).toEqual(['—', '—']);
    await expectNoBarriers(page, '.scenario-table');

    for (const [button, format] of [
      ['CSV', 'csv'],
      ['JSON', 'json'],
      ['MD', 'markdown'],
    ] as const) {
      // prettier-ignore
      const download = page.waitForEvent('download');
      await page.locator('.scenario-table .buttons button', { hasText: button }).click();
      const mine = await readText(await (await download).createReadStream());
      const theirs = runCommand(...toAsked(IDS), '--format', format).replaceAll(`${folder}/`, '');
      expect(mine).toBe(theirs);
    }
    const command = await page.locator('.scenario-table .command code').textContent();
    expect(command).toContain('scenario compare 2010-without-belt 2010-with-belt cut.json leping.json');

    // Columns are moved and taken away; the address carries them.
    await page.locator('.beside-table thead th').nth(3).locator('button').first().click();
    const third = page.locator('.beside-table thead th').nth(2);
    await expect.poll(() => third.textContent()).toContain('Leping');
    await page.locator('.beside-table thead th').nth(3).locator('button').last().click();
    const ids = ['2010-without-belt', '2010-with-belt', 'leping'];
    await expect.poll(() => page.evaluate(() => location.hash)).toContain(`columns=${ids.join(',')}`);
    await page.waitForFunction(() => document.querySelectorAll('.beside-table thead th').length === 3);
    const fewer = await readTable(page, '.beside-table', 'tbody tr');
    expect(fewer.map((row) => row[3])).toEqual(rows.map((row) => row[4]));
    expectSound(opened);
  });
});
