/** The page with the keyboard alone: every control is reached in order and seen, and does what it is for. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, expectSound, openPage, sharePage } from './harness/page.ts';
import { untilComplete } from './harness/read.ts';
import { takeSome } from '../scene/random.ts';

interface Stop {
  /** Place among all elements of the page. */
  readonly at: number;
  readonly name: string;
  readonly part: string;
  readonly seen: boolean;
  readonly inWindow: boolean;
}

/** In the page: what can be focused by Tab and is shown, and what has the focus now. */
const TOOLS = `
window.beltwayStops = () => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })
    && !(one.type === 'radio' && !one.checked)
    && (one.tagName !== 'SUMMARY' || one.parentElement.firstElementChild === one))
  .map(window.beltwayName);
window.beltwayName = (one) => [one.tagName.toLowerCase(), one.className, one.id || one.name || one.value || '',
  one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40)].join('|');
window.beltwayStop = () => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const style = getComputedStyle(one);
  const label = getComputedStyle(one.nextElementSibling ?? one);
  const rings = (s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none';
  const box = one.getBoundingClientRect();
  return {
    at: [...document.querySelectorAll('*')].indexOf(one),
    name: window.beltwayName(one),
    part: one.closest('header, .scenario-side, .stage, .answer-side, .flowchart-strip, .drawer-tabs')
      ?.className ?? one.className,
    seen: rings(style) || (one.type === 'radio' && rings(label)),
    inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
};`;

/** Presses Tab until the focus leaves the page, and says where it was. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>('window.beltwayStop()');
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

const focused = (page: Page): Promise<string> => page.evaluate('window.beltwayName(document.activeElement)');

describeInBrowser('with the keyboard alone', () => {
  const open = sharePage({ until: 'answer' });
  const sizes: readonly (readonly [width: number, height: number])[] = [
    [1280, 800],
    [390, 800],
  ];
  it.each(takeSome(sizes, 1))(
    'every control is reached in order, and is seen to have the focus: %s × %s',
    async (width, height) => {
      const opened = await openPage({ width, height });
      const { page } = opened;
      await untilComplete(page);
      await page.evaluate(TOOLS);
      const wanted = await page.evaluate<readonly string[]>('window.beltwayStops()');
      const stops = await walk(page);
      const reached = new Set(stops.map(({ name }) => name));
      expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
      expect(stops.length).toBeGreaterThan(width > 1000 ? 60 : 30);
      expect(stops.length, 'no trap').toBeLessThan(400);
      expect(
        stops.filter(({ seen }) => !seen).map(({ name }) => name),
        'focus is seen',
      ).toEqual([]);
      expect(
        stops.filter(({ inWindow }) => !inWindow).map(({ name }) => name),
        'scrolled into sight',
      ).toEqual([]);
      const order = stops.map(({ at }) => at);
      expect(order, 'the order of the document').toEqual(order.toSorted((a, b) => a - b));
      expectSound(opened);
    },
  );

  it('changes the question: vehicle, cutoff, day, comparison', async () => {
    const opened = await open();
    const { page } = opened;
    const hash = (): Promise<string> => page.evaluate(() => location.hash);
    await page.locator('input[name="vehicleClass"][value="car"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(hash).toContain('v=light-truck');
    await page.locator('#cutoff').focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(hash).toContain('cutoff=57');
    await page.waitForFunction(() =>
      document.querySelector('.sentence')?.textContent?.includes('within 57 min'),
    );
    const caption = await page.locator('.view-caption').textContent();
    await page.locator('#date-slider').focus();
    await page.keyboard.press('PageDown');
    await expect.poll(hash).toMatch(/build=2010-\d\d-\d\d/);
    await expect.poll(() => page.locator('.view-caption').textContent()).not.toBe(caption);
    const day = /build=([\d-]+)/.exec(await hash())?.[1];
    await page.keyboard.press('PageDown');
    await expect.poll(async () => /build=([\d-]+)/.exec(await hash())?.[1]).not.toBe(day);
    await page.locator('.contrasts button').nth(2).focus();
    await page.keyboard.press('Enter');
    await expect.poll(hash).toContain('base=2006-07');
    await untilComplete(page);
    expectSound(opened);
  });

  it('changes the view, opens a step of the flowchart, finds a place', async () => {
    const opened = await open();
    const { page } = opened;
    await page.evaluate(TOOLS);
    await page.locator('.view-tabs button').nth(4).focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.hash.includes('view=locate'));
    await page.locator('.flowchart-box').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.locator('.flowchart-node').waitFor();
    expect(await page.locator('.flowchart-box').nth(2).getAttribute('aria-expanded')).toBe('true');
    await page.locator('.flowchart-node-head button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.flowchart-node').waitFor({ state: 'detached' });
    await page.locator('input[role="combobox"]').focus();
    await page.keyboard.type('Leping');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('place=Z_SS_LP'));
    await page.locator('.place-card').waitFor();
    expectSound(opened);
  });

  it('opens a dialog and a menu, and Escape gives the focus back', async () => {
    const opened = await open();
    const { page } = opened;
    await page.evaluate(TOOLS);
    for (const [button, inside] of [
      ['.tools > button:not(.theme):not([popovertarget])', 'dialog.sites'],
      ['[popovertarget="share-menu"]', '#share-menu textarea'],
      ['[popovertarget="export-menu"]', '#export-menu .export'],
    ] as const) {
      await page.locator(button).focus();
      const before = await focused(page);
      await page.keyboard.press('Enter');
      await page.locator(inside).waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toBe(before);
      await page.keyboard.press('Escape');
      await page.locator(inside).waitFor({ state: 'hidden' });
      await expect.poll(() => focused(page)).toBe(before);
    }
    expectSound(opened);
  });

  it('opens a trip from a cell of the table, and Escape leads back to the cell', async () => {
    const opened = await open();
    const { page } = opened;
    await page.evaluate(TOOLS);
    const cell = page.locator('.grid tbody tr').nth(3).locator('td button').first();
    await cell.focus();
    const before = await focused(page);
    await page.keyboard.press('Enter');
    await page.locator('.route .route-table').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.route') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.route').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(before);
    expectSound(opened);
  });
});
