/** A report's file in Chromium: nothing asked for, nothing run, nothing wider than the screen, no barrier. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { renderReport } from '../../src/report-file/render.ts';
import { makeOwn } from '../report-file/region-report.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage, pageUrl, type Opening } from './harness/page.ts';
import { takeSome } from '../scene/random.ts';

const NAME = 'report.html';

/** Opens the file as if a server had it, under its own policy alone. */
async function openReport(opening: Opening) {
  const body = renderReport(makeOwn(), 'html');
  const serve = async (page: Page): Promise<void> => {
    await page.route(`**/${NAME}`, (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
  };
  const opened = await openPage({ ...opening, until: 'nothing', withoutWebGl: true, prepare: serve });
  await opened.page.goto(new URL(NAME, pageUrl()).href);
  return opened;
}

/** How far the page reaches beyond the screen, in px. */
function measureOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describeInBrowser('a report', () => {
  it('shows hostile words as they are and runs none of them', async () => {
    const opened = await openReport({});
    const { page } = opened;
    const titles = await page.locator('figcaption').allTextContents();
    expect(titles).toContain('</script><img src=x onerror=alert(1)> `a` | "b"');
    expect(await page.locator('img, iframe, link, form').count()).toBe(0);
    expect(await page.locator('script:not([type="application/json"])').count()).toBe(0);
    const drawn = await page
      .locator('#maps svg[role=img]')
      .first()
      .locator('path.road')
      .first()
      .evaluate((path) => getComputedStyle(path).stroke);
    expect(drawn).toMatch(/^rgb/);
    const style = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(style).toBe('rgb(246, 244, 239)');
    expectSound(opened);
  });

  const states: readonly (readonly [string, Opening])[] = [
    ['narrow', { width: 390 }],
    ['dark', { theme: 'dark' }],
    ['middle', { width: 768 }],
  ];
  it.each(takeSome(states, 1))('%s fits its place and has no barrier', async (_, opening) => {
    const { page } = await openReport(opening);
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
    await expectNoBarriers(page);
  });
});
