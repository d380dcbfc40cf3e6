/** Two tabs that change the same scenario: each hears of the other, neither writes over the other, both versions stay. */
import type { Disposable, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/index.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';

const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'mine', title: 'Mine', base: '2010-with-belt' },
  modifications: [{ kind: 'close', sections: ['N2R'] }],
};

const keep = (page: Page): Promise<Disposable> =>
  page.addInitScript((file) => {
    if (localStorage.getItem('beltway:scenario:mine') !== null) return;
    localStorage.setItem('beltway:scenario:mine', JSON.stringify({ version: 1, file }));
  }, FILE);

async function openStudio(page: Page): Promise<void> {
  await page.locator('.studio-entry button').last().click();
  await page.locator('#studio-title').waitFor();
}

/** Titles of everything that the browser keeps. */
const readKept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('beltway:scenario:'))
      .map(([, text]) => (JSON.parse(String(text)) as { file: { title: string } }).file.title)
      .toSorted(),
  );

/** Long enough for both tabs to be told of the moment. */
const AT_ONCE_MS = 1500;

/** Gives the scenario a title at a moment of the clock: two tabs that are told one after the other do it at once. */
const nameAt = (page: Page, at: number, title: string): Promise<void> =>
  page.evaluate(
    async ([moment, text]) => {
      await new Promise((done) => setTimeout(done, Number(moment) - Date.now()));
      const input = document.querySelector<HTMLInputElement>('#studio-title');
      if (input === null) throw new Error('no title');
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [String(at), title] as const,
  );

/** What another tab would have written at the very moment at which this one wrote. */
const writeAtOnce = (page: Page, title: string): Promise<void> =>
  page.evaluate((named) => {
    const key = 'beltway:scenario:mine';
    const { version, file } = JSON.parse(localStorage.getItem(key) ?? '') as {
      version: number;
      file: ScenarioFile;
    };
    const newValue = JSON.stringify({ version, file: { ...file, title: named } });
    dispatchEvent(new StorageEvent('storage', { key, newValue }));
  }, title);

describeInBrowser('two tabs', () => {
  it('take over from each other, and keep both versions where both changed', async () => {
    const hash = '1&base=2010-with-belt&build=mine';
    const first = await openPage({ until: 'answer', hash, prepare: keep });
    const { context } = first;
    const second = await openPage({ until: 'answer', hash, prepare: keep, context });
    await openStudio(first.page);

    // The other tab only looks: it takes the newer one, numbers and all, and says so.
    await first.page.locator('#studio-title').fill('From the first');
    await expect
      .poll(() => second.page.locator('#scenario-build option:checked').textContent())
      .toBe('From the first');
    expect(await second.page.locator('.notice').textContent()).toContain('Another tab changed');

    // Both change it before either is kept: the later one to be kept becomes a copy.
    await openStudio(second.page);
    const at = Date.now() + AT_ONCE_MS;
    await Promise.all([nameAt(first.page, at, 'First again'), nameAt(second.page, at, 'Second')]);
    const toAll = async (): Promise<string> => (await readKept(first.page)).join(' | ');
    await expect.poll(toAll).toMatch(/First again.*Second|Second.*First again/);
    await expect.poll(toAll).toContain('(this tab)');
    const told = [first, second].map(({ page }) => page.locator('.notices').textContent());
    expect((await Promise.all(told)).join(' ')).toContain('Both are kept');

    // Written at the same moment, so that both have the same number: that is no agreement.
    await first.page.locator('#studio-title').fill('Mine at once');
    await expect.poll(toAll).toContain('Mine at once');
    await writeAtOnce(first.page, 'Theirs at once');
    await expect.poll(toAll).toMatch(/Mine at once.*Theirs at once/);

    // Another tab takes away what is in use here: it stays.
    const before = await first.page.evaluate(() => location.hash);
    const id = /build=([\w-]+)/.exec(before)?.[1] ?? '';
    await second.page.evaluate((key) => localStorage.removeItem(key), `beltway:scenario:${id}`);
    await expect
      .poll(() => first.page.locator('.notices').first().textContent())
      .toContain('Another tab removed');
    await first.page.waitForFunction((key) => localStorage.getItem(key) !== null, `beltway:scenario:${id}`);
    expectSound(first);
    expectSound(second);
  });
});
