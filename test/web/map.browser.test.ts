/** The map in a real browser: it draws, changes with what is asked, and is worked by pointer and keyboard. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { giveCardBack, loseCard } from './harness/card.ts';
import { readCanvas, countColour } from './harness/canvas.ts';
import { describeInBrowser, expectSound, openPage, sharePage } from './harness/page.ts';
import { takeSome } from '../scene/random.ts';

const BELT = [0xc2, 0x41, 0x0c] as const;
const ROUTE = [0x7a, 0x3f, 0xb0] as const;
const MAP = 'canvas.maplibregl-canvas';
/** A screen on which the map has room. */
const ROOMY = { width: 1440, height: 1100 };
const SEEN = { ...ROOMY, pixels: true };

/** Waits until a count of pixels of a colour is as wished. */
async function expectColour(
  page: Page,
  colour: readonly [number, number, number],
  wish: (count: number) => boolean,
) {
  await expect.poll(async () => wish(await countColour(page, MAP, colour)), { timeout: 15_000 }).toBe(true);
}

async function choosePlace(page: Page, name: string): Promise<void> {
  await page.click('.view-table summary');
  await page.click(`.sorted-table button.row:has-text("${name}")`);
  await page.click('.view-table summary');
}

const LONG = process.env['BELTWAY_LONG'] === '1';

describeInBrowser('the map', () => {
  const see = sharePage(SEEN);
  const open = sharePage(ROOMY);

  it('has height, draws roads and sites, and shows the belt with and not without', async () => {
    const opened = await see();
    const canvas = await readCanvas(opened.page);
    expect(canvas.height).toBeGreaterThan(200);
    expect(canvas.colours).toBeGreaterThan(50);
    expect(canvas.drawnShare).toBeGreaterThan(0.02);
    await expectColour(opened.page, BELT, (count) => count > 250);
    await opened.page.click('.views button:text-is("Without")');
    await expectColour(opened.page, BELT, (count) => count < 150);
    // A card that is lost takes the map along; what is looked at meanwhile is drawn when it is back.
    await loseCard(opened.page, MAP);
    await opened.page.click('.views button:text-is("With")');
    await giveCardBack(opened.page);
    await expectColour(opened.page, BELT, (count) => count > 250);
    expectSound(opened);
  });

  it('draws the trips of a place chosen in the table, and forgets them when it is closed', async () => {
    const opened = await see();
    const { page } = opened;
    await choosePlace(page, 'Leping');
    await expectColour(page, ROUTE, (count) => count > 100);
    expect(await page.textContent('.place-card')).toContain('Nissan');
    await page.click('.place-card header button');
    await expectColour(page, ROUTE, (count) => count < 20);
    expectSound(opened);
  });

  it('shows views and their tables', async () => {
    const opened = await open();
    const { page } = opened;
    await page.click('.view-table summary');
    const views = ['Reach', 'Difference', 'Times', 'Where to locate', 'Fastest routes', 'Value'];
    for (const view of takeSome(views, 2)) {
      await page.click(`.view-tabs button:text-is("${view}")`);
      await page.waitForSelector(`.view-table:has-text("Table: ${view}") .sorted-table tbody tr`);
      expect(await page.locator('.view-tabs button[aria-pressed="true"]').textContent()).toBe(view);
    }
    expectSound(opened);
  });

  it('says of fastest routes that they are not traffic', async () => {
    const { page } = await open();
    await page.click('.view-tabs button:text-is("Fastest routes")');
    await expect
      .poll(() => page.textContent('.view-caption'))
      .toContain('one route a pair, toll ignored: not traffic');
  });

  it('swipes between two maps with the keyboard', async () => {
    const opened = await open();
    const { page } = opened;
    await page.click('.views button:text-is("Swipe")');
    await page.waitForSelector('.map-left canvas');
    const handle = page.locator('[role="slider"].swipe-handle');
    await handle.focus();
    await page.keyboard.press('Home');
    expect(await handle.getAttribute('aria-valuenow')).toBe('0');
    await page.keyboard.press('PageUp');
    expect(await handle.getAttribute('aria-valuenow')).toBe('10');
    await page.keyboard.press('End');
    await expect
      .poll(() => page.locator('.map-left').evaluate((one) => getComputedStyle(one).clipPath))
      .toContain('0%');
    await page.click('.views button:text-is("Swipe")');
    await page.waitForSelector('.map-left canvas', { state: 'detached' });
    expectSound(opened);
  });

  it.skipIf(!LONG)('says where no access is modelled when a free point is placed there', async () => {
    const opened = await open();
    const { page } = opened;
    const box = await page.locator('.map-pane').boundingBox();
    if (box === null) throw new Error('no map');
    await page.mouse.click(box.x + box.width - 60, box.y + box.height / 2);
    await page.waitForSelector('.card-problem');
    expectSound(opened);
  });

  it.skipIf(!LONG)('moves by buttons and comes home again', async () => {
    const opened = await see();
    const { page } = opened;
    await page.click('.map-controls button[aria-label="Zoom in"]');
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/\S/);
    await page.click('.map-controls button[aria-label="Show all plants and suppliers"]');
    await expectColour(page, BELT, (count) => count > 250);
    expectSound(opened);
  });

  it('says so where WebGL is missing, and everything else works', async () => {
    const opened = await openPage({ withoutWebGl: true, until: 'answer' });
    const { page } = opened;
    await page.waitForSelector('.map-missing');
    await page.click('.view-table summary');
    await page.waitForSelector('.sorted-table tbody tr');
    expect(opened.outside).toEqual([]);
  });
});
