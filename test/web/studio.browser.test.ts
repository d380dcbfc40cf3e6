/** The scenario studio in a browser: own scenarios as files, rows with switches, steps taken back, and what is kept. */
import { text as readText } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/index.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { readTexts } from './harness/read.ts';

const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'no-north', title: 'No north', base: '2010-with-belt' },
  modifications: [{ kind: 'close', sections: ['N2R'] }],
};

/** Gives the page a file as a user does who chooses one. */
async function choose(page: Page, name: string, value: unknown): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(value));
  await page
    .locator('.studio input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Counts of the first table once the answer is that of what is asked. */
async function readCounts(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector('.answer')?.getAttribute('aria-busy') === 'false');
  return (await readTexts(page, 'table.counts tbody td')).join(' | ');
}

describeInBrowser('the scenario studio', () => {
  it('opens a file, switches its rows, takes steps back, saves the file, and is there after a reload', async () => {
    const opened = await openPage({ until: 'answer' });
    const { page } = opened;
    await page.locator('.studio-entry button').first().click();
    await page.locator('#studio-title').waitFor();
    expect(await page.evaluate(() => location.hash)).toContain('build=my-scenario');
    const same = await readCounts(page);
    await choose(page, 'no-north.json', FILE);
    await page.locator('.studio-row').waitFor();
    await expect.poll(() => readCounts(page)).not.toBe(same);
    const closed = await readCounts(page);
    await expectNoBarriers(page, '.studio');
    await page.locator('.studio-row input[type="checkbox"]').uncheck();
    await expect.poll(() => readCounts(page)).toBe(same);
    await page.locator('.studio-row-name').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => readCounts(page)).toBe(closed);
    await page.locator('#studio-title').fill('Without the north');
    await page.locator('.studio-row-buttons button').last().click();
    await expect.poll(() => page.locator('.studio-row').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.studio-row').count()).toBe(1);

    // A file that is wrong tells everything and changes nothing.
    await choose(page, 'bad.json', {
      ...FILE,
      modifications: [{ kind: 'close', sections: [] }, { kind: 'fly' }],
    });
    await page.locator('.studio .problems').waitFor();
    expect((await readTexts(page, '.studio .problems li')).length).toBe(2);
    expect(await page.locator('#studio-title').inputValue()).toBe('Without the north');

    const download = page.waitForEvent('download');
    await page.locator('.studio .buttons button', { hasText: 'Save' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('no-north.json');
    const wanted = { ...FILE, title: 'Without the north' };
    expect(await readText(await saved.createReadStream())).toBe(`${JSON.stringify(wanted, null, 2)}\n`);

    await page.waitForFunction(() => localStorage.getItem('beltway:scenario:no-north')?.includes('Without'));
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset['answered'] === 'yes');
    expect(await readCounts(page)).toBe(closed);
    // The studio is open again; the question stands behind it.
    await page.locator('.studio-top button').click();
    expect(await page.locator('#scenario-build').inputValue()).toBe('no-north');
    expectSound(opened);
  });
});
