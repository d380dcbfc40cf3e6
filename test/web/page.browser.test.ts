/**
 * The page as a whole in Chromium: the same numbers as the command line in many settings, what must survive bad
 * links, a cut network and a broken worker, narrow screens, languages, and no barrier in any view.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Analysis } from '../../src/index.ts';
import { listBarriers } from './harness/axe.ts';
import { runJson } from './harness/command.ts';
import { describeInBrowser, expectSound, openPage, pageUrl, sharePage } from './harness/page.ts';
import { untilComplete } from './harness/read.ts';
import { takeSome, toCount } from '../scene/random.ts';

/** Counts of the first table: by group base and build, in the chosen traffic. */
async function readCounts(page: Page): Promise<readonly string[]> {
  return page.locator('table.counts tbody tr').evaluateAll((lines) =>
    lines.map((line) => {
      const cell = line.querySelector('td')?.cloneNode(true) as HTMLElement | undefined;
      for (const small of cell?.querySelectorAll('small, .muted') ?? []) small.remove();
      return /\d+\D+\d+/.exec(cell?.textContent ?? '')?.[0].replaceAll(/\D+/g, '→') ?? '';
    }),
  );
}

function countFrom({ groups, scenarios, origins }: Analysis, group: string): string {
  const suppliers = new Set(origins.filter(({ kind }) => kind === 'supplier').map(({ id }) => id));
  const count = (role: string): number => {
    const id = scenarios.find((one) => one.role === role)?.id;
    return groups.filter(
      (one) =>
        one.scenario === id && one.group === group && one.verdict === 'strict' && suppliers.has(one.origin),
    ).length;
  };
  return `${count('base')}→${count('build')}`;
}

/** Waits until nothing is being computed any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.answer')?.getAttribute('aria-busy') === 'false');
}

/** In the order of their tabs. */
const TABS = ['times', 'reach', 'difference', 'fastest', 'locate', 'value'];
/** Those that differ most first. */
const LONG = process.env['BELTWAY_LONG'] === '1';
const VIEWS = ['reach', 'value', 'times', 'difference', 'fastest', 'locate'];

/** `numbers.browser.test.ts` holds every number, and in more settings. */
const SETTINGS = takeSome<readonly [hash: string, ...args: readonly string[]]>(
  [
    ['1'],
    ['1&base=2006-07&build=2010-12', '--base', '2006-07', '--build', '2010-12'],
    ['1&v=heavy-truck', '--vehicle', 'heavy-truck'],
    ['1&cutoff=45', '--cutoff', '45'],
    ['1&build=2008-12-31', '--build', '2008-12-31'],
  ],
  2,
);
/** Changes of which the time is printed. */
const CHANGES = toCount(6, 18);

describeInBrowser('the page', () => {
  const open = sharePage({ until: 'answer' });

  it('shows the numbers of the command line', async () => {
    const opened = await open();
    for (const [hash, ...args] of SETTINGS) {
      await opened.page.goto(`${pageUrl()}#${hash}`);
      await settle(opened.page);
      const analysis = runJson<Analysis>('compare', ...args);
      const expected = ['nissan', 'honda', 'toyota'].map((group) => countFrom(analysis, group));
      await expect
        .poll(async () => (await readCounts(opened.page)).slice(0, 3), { timeout: 10_000, message: hash })
        .toEqual(expected);
    }
    expectSound(opened);
  });

  it('shows the number of the last cutoff, however fast it is dragged', async () => {
    const opened = await open();
    const slider = opened.page.locator('.scenario input[type="range"]').first();
    await slider.evaluate((input: HTMLInputElement) => {
      for (const value of [...Array(60).keys()].map((at) => 40 + at).concat(45)) {
        input.value = String(value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    const analysis = runJson<Analysis>('compare', '--cutoff', '45');
    const expected = ['nissan', 'honda', 'toyota'].map((group) => countFrom(analysis, group));
    await expect.poll(async () => (await readCounts(opened.page)).slice(0, 3)).toEqual(expected);
    expectSound(opened);
  });

  it.skipIf(!LONG)(
    'measures an update of numbers without the drawing of the map, and prints it',
    async () => {
      const opened = await open();
      await untilComplete(opened.page);
      const { page } = opened;
      const times = await page.evaluate(async (changes) => {
        const slider = document.querySelector<HTMLInputElement>('.scenario input[type="range"]');
        const radios = [
          ...document.querySelectorAll<HTMLInputElement>('.scenario input[name="vehicleClass"]'),
        ];
        const done = (): number => performance.getEntriesByName('beltway:update').length;
        const wait = async (before: number): Promise<void> => {
          const until = performance.now() + 3000;
          while (done() === before && performance.now() < until)
            await new Promise((next) => setTimeout(next, 5));
          await new Promise((next) => setTimeout(next, 60));
        };
        for (let at = 0; at < changes; at += 1) {
          const before = done();
          if (at % 3 === 2) radios[((at + 1) / 3) % radios.length]?.click();
          else if (slider !== null) {
            slider.value = String(40 + at);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          }
          await wait(before);
        }
        return performance.getEntriesByName('beltway:update').map(({ duration }) => duration);
      }, CHANGES);
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number): string =>
        (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
      console.log(`update of numbers, ${sorted.length} changes: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
      expect(sorted.length).toBeGreaterThanOrEqual(CHANGES);
      expect(Number(at(0.5))).toBeLessThan(2000);
      expectSound(opened);
    },
  );

  const links: readonly (readonly [what: string, hash: string])[] = [
    ['names of the language', '1&base=nowhere&__proto__=x&constructor=y&v=toString'],
    ['an unknown scenario', '1&base=nowhere'],
    ['broken percent signs', '1&base=%E0%A4%A&v=%%%'],
    ['a number out of range', '1&cutoff=9000'],
    ['100 kB', `1&place=${'x'.repeat(100_000)}`],
  ];
  it.each(takeSome(links, 1))('says what is wrong with a link: %s', async (_name, hash) => {
    const opened = await openPage({ hash, until: 'answer' });
    expect(await opened.page.locator('.notice').count()).toBeGreaterThan(0);
    expect((await readCounts(opened.page)).slice(0, 3)).toEqual(['23→23', '33→33', '20→23']);
    expectSound(opened);
  });

  it('speaks three languages, with no word left over', async () => {
    const opened = await open();
    const { page } = opened;
    for (const [button, lang] of [
      ['中', 'zh-Hans'],
      ['日', 'ja'],
      ['EN', 'en'],
    ] as const) {
      await page.locator('.language button', { hasText: button }).click();
      await page.waitForFunction((tag) => document.documentElement.lang === tag, lang);
      const text = await page.locator('body').innerText();
      expect(
        text.match(/\b(?:answer|table|views|map|scenario|dates|flowchart|share|sites)\.[a-z]\w+/gi),
      ).toBeNull();
      if (lang !== 'en')
        expect(text).not.toMatch(/\b(?:Scenario|Vehicle|Traffic|Fastest|Bottleneck|Reset)\b/);
    }
    expectSound(opened);
  });

  it('undoes with Back', async () => {
    const opened = await open();
    const { page } = opened;
    await page.locator('.contrasts button').nth(2).click();
    await settle(page);
    await page.waitForFunction(() => /2006-07/.test(location.hash));
    await page.goBack();
    await expect.poll(async () => (await readCounts(page)).slice(0, 3)).toEqual(['23→23', '33→33', '20→23']);
    expectSound(opened);
  });

  it('carries its policy in the page and in the answer of the server', async () => {
    const opened = await openPage({ until: 'nothing' });
    const answer = await opened.page.request.get(pageUrl());
    expect(answer.headers()['content-security-policy']).toContain("default-src 'self'");
    const meta = opened.page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await meta.getAttribute('content')).toContain("default-src 'self'");
  });

  const sizes: readonly (readonly [width: number, height: number])[] = [
    [390, 800],
    [768, 1024],
    [640, 400],
  ];
  it.each(takeSome(sizes, 1))(
    'fits %d × %d without scrolling sideways, with the sentence in sight',
    async (width, height) => {
      const opened = await openPage({ width, height });
      const { page } = opened;
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      if (width > 560) await page.locator('.drawer-tabs button').nth(1).click({ timeout: 3000 });
      const box = await page.locator('.sentence').boundingBox();
      expect(box?.y ?? Infinity).toBeLessThan(height - 30);
      expectSound(opened);
    },
  );

  it.each(takeSome(['light', 'dark'] as const, 1))(
    'has no barrier in any view, %s',
    { timeout: 120_000 },
    async (theme) => {
      const opened = await openPage({
        theme,
        until: theme === 'light' ? 'map' : 'answer',
      });
      const { page } = opened;
      const found: string[] = [];
      for (const view of takeSome(VIEWS, 2)) {
        await page.goto(`${pageUrl()}#1&view=${view}`);
        const tab = 1 + TABS.indexOf(view);
        await page.locator(`.view-tabs button:nth-child(${tab})[aria-pressed="true"]`).waitFor();
        await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
        found.push(...(await listBarriers(page)).map((line) => `${view}: ${line}`));
      }
      expect(found).toEqual([]);
    },
  );
});
