/** The answer panel as it is used: read, filtered, walked through with the keyboard, dragged, copied. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectNoBarriers } from './harness/axe.ts';
import { runCommand } from './harness/command.ts';
import { describeInBrowser, expectSound, sharePage } from './harness/page.ts';
import { takeSome } from '../scene/random.ts';

const cell = (row: number, column: number): string =>
  `.grid tbody tr:nth-child(${row}) > :nth-child(${column}) button`;

/** Row and column of the focused cell, from 1. */
async function whereFocused(page: Page): Promise<readonly (number | undefined)[]> {
  return page.evaluate(() => {
    const at = document.activeElement?.parentElement;
    const line = at?.parentElement;
    const place = (one: Element | null | undefined): number | undefined =>
      one instanceof Element ? [...(one.parentElement?.children ?? [])].indexOf(one) + 1 : undefined;
    return [place(line), place(at)];
  });
}

describeInBrowser('the answer panel', () => {
  const open = sharePage({ until: 'answer' });

  it('says what the command line says, in the peak and for a truck', async () => {
    const opened = await open('1&traffic=peak&v=heavy-truck');
    const text = runCommand('compare', '--traffic', 'peak', '--vehicle', 'heavy-truck');
    const [, base, build] =
      /iOut: reach a group.*?(\d+) %.*?(\d+) %\s*$/m.exec(text.replaceAll(/\s+%/g, ' %')) ?? [];
    const sentence = await opened.page.locator('.sentence').textContent();
    const [, a, n, b] = /(\d+) of (\d+) placed.*?; (\d+) without/.exec(sentence ?? '') ?? [];
    expect([b, a].map((count) => Math.round((100 * Number(count)) / Number(n)))).toEqual(
      [base, build].map(Number),
    );
    expectSound(opened);
  });

  it('is walked through with arrow keys, and Enter explains a trip', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('.grid thead th:last-child button').focus();
    await page.keyboard.press('Tab');
    expect(await whereFocused(page)).toEqual([1, 1]);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
    expect(await whereFocused(page)).toEqual([3, 4]);
    await page.keyboard.press('ArrowRight');
    expect(await whereFocused(page)).toEqual([3, 4]);
    expect(await page.locator('.grid .cell[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /trip=/.test(location.hash));
    expectSound(opened);
  });

  it('filters the table by attribution, and shows what flips', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('.grid tbody tr').nth(35).waitFor();
    expect(await page.locator('.grid tbody tr').count()).toBe(36);
    await page.locator('.attribution-key', { hasText: 'Because of the belt' }).click();
    expect(await page.locator('.grid tbody tr').count()).toBe(3);
    expect(await page.locator('.grid .flipped').count()).toBe(3);
    await page.locator('.attribution-key', { hasText: 'Because of the belt' }).click();
    expect(await page.locator('.grid tbody tr').count()).toBe(36);
    expectSound(opened);
  });

  it('turns the cutoff where a chart is dragged', async () => {
    const opened = await open();
    const { page } = opened;
    const chart = page.locator('.chart.outside svg');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (box === null) throw new Error('the chart is not on screen');
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => /cutoff=/.test(location.hash));
    // The slider is a frame behind the pointer: both are looked at together.
    await page.waitForFunction(() => {
      const minutes = document.querySelector<HTMLInputElement>('.curve-cutoff input')?.value;
      return document.querySelector('.sentence')?.textContent?.includes(`within ${minutes} min`);
    });
    expect(Number(await page.locator('.curve-cutoff input').inputValue())).toBeLessThan(60);
    expectSound(opened);
  });

  it('selects its CSV where the clipboard is closed', async () => {
    const opened = await open();
    const { page } = opened;
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));
    });
    await page.locator('.copy-rows button').click();
    const lines = (await page.locator('.copy-rows textarea').inputValue()).split('\n');
    expect(lines[0]).toMatch(/^scenario,origin,/);
    // 36 suppliers × 3 groups in the build, a title and the end of the last line.
    expect(lines).toHaveLength(36 * 3 + 2);
    expectSound(opened);
  });

  it.each(takeSome(['dark', 'light'] as const, 1))(
    'keeps nobody out with everything open, %s',
    async (theme) => {
      const { page } = await open();
      await page.emulateMedia({ colorScheme: theme });
      await page.locator('.more').waitFor();
      await page.locator(cell(1, 2)).waitFor();
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('.answer details')) one.open = true;
      });
      await page.locator('.claim').first().waitFor();
      await expectNoBarriers(page, '.answer-side');
    },
  );
});
