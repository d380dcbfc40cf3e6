/**
 * A seeded walk through the page: clicks, keys, sliders and links at random. Whatever is done in whatever order,
 * nothing goes wrong in the page, nothing is asked of the outside, and an answer is on screen at the end.
 */
import type { Page } from 'playwright-core';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { expect, it } from 'vitest';
import { describeInBrowser, expectSound, openPage, waitUntil } from './harness/page.ts';

const STEPS = process.env['BELTWAY_LONG'] === '1' ? 5000 : 15;
const CONTROLS = 'button, input, select, summary, a[href^="#"], [role="button"], [tabindex="0"], canvas';
const KEYS = [
  'Tab',
  'Enter',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageDown',
  'Home',
  ' ',
];
/** Opens a window of the machine, which nobody answers. */
const LEFT_ALONE = /print|打印|印刷|download|template/i;

/** Does one thing with a control picked by number; a control that has gone meanwhile is no fault. */
async function act(page: Page, pick: (below: number) => number): Promise<string> {
  const seen = await page.locator(`:is(${CONTROLS}):visible`).all();
  const control = seen[pick(seen.length)];
  if (control === undefined) return 'nothing to do';
  const name = await control.evaluate(
    (one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent ?? ''}`,
  );
  if (LEFT_ALONE.test(name)) return `left ${name}`;
  const tag = name.split(' ')[0];
  const quick = { timeout: 1000, noWaitAfter: true } as const;
  if (tag === 'SELECT') {
    const options = await control.locator('option').all();
    await control.selectOption({ index: pick(Math.max(1, options.length)) }, quick);
  } else if (pick(4) === 0) {
    await page.keyboard.press(KEYS[pick(KEYS.length)] ?? 'Tab');
  } else {
    const box = await control.boundingBox();
    const position = {
      x: pick(Math.max(1, Math.floor(box?.width ?? 1))),
      y: pick(Math.max(1, Math.floor(box?.height ?? 1))),
    };
    await control.click({ ...quick, position, force: true });
  }
  return name.slice(0, 80);
}

describeInBrowser('a random walk through the page', () => {
  it(
    `breaks nothing in ${STEPS} steps`,
    async () => {
      const { page, outside, errors } = await openPage();
      const random = xoroshiro128plus(20_261_123);
      const pick = (below: number): number => (below <= 1 ? 0 : uniformInt(random, 0, below - 1));
      page.on('dialog', (dialog) => void dialog.dismiss());
      page.on('filechooser', () => undefined);
      const done: string[] = [];
      while (done.length < STEPS && errors.length === 0 && outside.length === 0)
        done.push(await act(page, pick).catch(() => 'gone'));
      expect(errors, `after: ${done.slice(-8).join(' | ')}`).toEqual([]);
      expectSound({ outside, errors });
      expect(done.filter((one) => one !== 'gone').length).toBeGreaterThan(STEPS / 2);
      await waitUntil(page, 'answer');
    },
    60_000 + STEPS * 2000,
  );
});
