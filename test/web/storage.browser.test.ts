/** A browser that keeps nothing, or has no room: the user is told, saves a file, and loses nothing without a word. */
import { text as readText } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/index.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage, waitUntil } from './harness/page.ts';

const KEY = 'beltway:scenario:mine';
const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: '2010-with-belt' },
  modifications: [{ kind: 'close', sections: ['N2R'] }],
};

/** Opens the studio with a file of the user's. */
async function openFile(page: Page): Promise<void> {
  await page.locator('.studio-entry button').last().click();
  const buffer = Buffer.from(JSON.stringify(FILE));
  await page
    .locator('.studio input[type="file"]')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  await page.locator('#studio-title').waitFor();
}

/** Tries to leave the page as a user does; whether it asks first. The page stays. */
async function asksToStay(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog', { timeout: 1500 }).catch(() => null);
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  await dialog?.dismiss();
  return dialog?.type() === 'beforeunload';
}

describeInBrowser('a browser that blocks storage', () => {
  it('says so, asks before the page closes, and lets go once the scenario is a file', async () => {
    const block = (): void => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    };
    const opened = await openPage({
      ...{ until: 'answer' },
      prepare: (page) => page.addInitScript(block),
    });
    const { page } = opened;
    await openFile(page);
    await page.locator('.keeping').waitFor();
    expect(await page.locator('.keeping').textContent()).toContain('“Mine” is not kept: this browser blocks');
    await expectNoBarriers(page, '.keeping');
    await page.locator('#studio-title').fill('Mine, changed');
    expect(await asksToStay(page)).toBe(true);
    expect(await page.locator('#studio-title').inputValue()).toBe('Mine, changed');

    const download = page.waitForEvent('download');
    await page.locator('.keeping button').click();
    const saved: unknown = JSON.parse(await readText(await (await download).createReadStream()));
    expect(saved).toEqual({ ...FILE, title: 'Mine, changed' });
    await page.locator('.keeping').waitFor({ state: 'detached' });
    expect(await asksToStay(page)).toBe(false);
    expectSound(opened);
  });
});

describeInBrowser('a browser whose storage is full', () => {
  it('says so, keeps the scenario as soon as there is room, and has it after a reload at once', async () => {
    const opened = await openPage({ until: 'answer' });
    const { page } = opened;
    await page.evaluate(() => {
      // To the last character, a part a key.
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          localStorage.setItem(`other${size}`, 'x'.repeat(size));
        } catch {
          // Less, then.
        }
      }
    });
    await openFile(page);
    await page.locator('.keeping').waitFor();
    expect(await page.locator('.keeping').textContent()).toContain('storage is full');
    // It is told wherever the reader is.
    await page.locator('.studio-top button').click();
    expect(await page.locator('.keeping').isVisible()).toBe(true);

    await page.evaluate(() => localStorage.clear());
    await page.locator('.studio-entry button').last().click();
    await page.locator('#studio-title').fill('Room again');
    await page.locator('.keeping').waitFor({ state: 'detached' });
    await page.waitForFunction((key) => localStorage.getItem(key)?.includes('Room again'), KEY);

    // Before the pause after which it is kept.
    await page.locator('#studio-title').fill('At the last moment');
    await page.reload();
    await waitUntil(page, 'answer');
    expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain('At the last moment');
    // The studio is open again.
    await page.locator('#studio-title').waitFor();
    expect(await page.locator('#studio-title').inputValue()).toBe('At the last moment');
    expectSound(opened);
  });
});
