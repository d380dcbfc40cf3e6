/** What must hold whatever happens: fast fingers, a broken worker, a cut network, other languages, no motion. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { en as first } from '../../web/words/en/index.ts';
import { late } from '../../web/words/en/late.ts';
import { ja } from '../../web/words/ja/index.ts';
import { late as jaLate } from '../../web/words/ja/late.ts';
import { zh } from '../../web/words/zh/index.ts';
import { late as zhLate } from '../../web/words/zh/late.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { compare } from './harness/picture.ts';
import { openAll, readTexts, untilComplete } from './harness/read.ts';
import { takeSome } from '../scene/random.ts';

/** Those of the first answer, and those that come with later parts. */
const en = { ...first, ...late };

/**
 * Patterns of the English words that a language says otherwise. Districts are not among them: their seats and
 * towns bear the same names, which stand as the data have them.
 */
function listEnglish(other: Readonly<Record<string, string>>): readonly RegExp[] {
  return Object.entries(en)
    .filter(([key]) => !key.startsWith('names.district.'))
    .filter(([key, text]) => other[key] !== text && /[A-Za-z]{4}/.test(text.replaceAll(/\{\w+\}/g, '')))
    .map(([, text]) => {
      const escaped = text.replaceAll(/[$()*+.?[\\\]^|]/g, String.raw`\$&`);
      return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, '.+')}$`, 'i');
    });
}

/** Every visible text and name of the page that is not said to be in another language. */
function readOwnTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const lang = document.documentElement.lang;
    const isOwn = (one: Element): boolean => one.closest('[lang]')?.getAttribute('lang') === lang;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement !== null && isOwn(parentElement)) texts.push((textContent ?? '').trim());
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]'))
      if (isOwn(one))
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
          texts.push(one.getAttribute(name) ?? '');
    return [...new Set(texts)].filter((text) => text !== '');
  });
}

const LONG = process.env['BELTWAY_LONG'] === '1';

describeInBrowser('whatever happens', () => {
  it('never shows numbers of one cutoff as the answer to another', async () => {
    const opened = await openPage({ until: 'answer' });
    const { page } = opened;
    const wrong = await page.evaluate(async () => {
      const slider = document.querySelector<HTMLInputElement>('#cutoff');
      if (slider === null) return ['no slider'];
      const found: string[] = [];
      const look = (): void => {
        const busy = document.querySelector('.answer')?.getAttribute('aria-busy') === 'true';
        const said = /within (\d+) min/.exec(document.querySelector('.sentence')?.textContent ?? '')?.[1];
        if (!busy && said !== slider.value) found.push(`${slider.value}: ${said ?? 'nothing'}`);
      };
      for (let minute = 40; minute < 100; minute += 1) {
        slider.value = String(minute);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((next) => requestAnimationFrame(next));
        look();
      }
      const until = performance.now() + 3000;
      while (performance.now() < until) {
        await new Promise((next) => setTimeout(next, 10));
        look();
        if (document.querySelector('.sentence')?.textContent?.includes('within 99 min')) return found;
      }
      return [...found, 'the last one never came'];
    });
    expect(wrong).toEqual([]);
    expectSound(opened);
  });

  it('says that the engine had to be started again, and goes on', async () => {
    const opened = await openPage();
    const { page } = opened;
    await untilComplete(page);
    const workers = page.workers().filter((worker) => /worker/.test(worker.url()));
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers)
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error('broken by a test');
        });
      });
    await page.locator('.notice').waitFor();
    await page.locator('#cutoff').fill('45');
    await page.waitForFunction(() =>
      document.querySelector('.sentence')?.textContent?.includes('within 45 min'),
    );
    await untilComplete(page);
    expect(opened.outside).toEqual([]);
  });

  it('does everything with the server gone', async () => {
    const opened = await openPage({ fresh: true });
    const { page } = opened;
    await untilComplete(page);
    await page.waitForTimeout(2500);
    await page.waitForLoadState('networkidle');
    await opened.context.setOffline(true);
    // A file that is not in use by now may not come from the browser's cache either.
    await page.route('**', (route) => route.abort());
    for (const view of ['reach', 'difference', 'fastest', 'locate', 'value', 'times']) {
      await page
        .locator('.view-tabs button')
        .nth(['times', 'reach', 'difference', 'fastest', 'locate', 'value'].indexOf(view))
        .click();
      await page.waitForFunction(
        () => document.querySelector('.view-table[aria-busy="true"], .view-problem') === null,
      );
    }
    await page.locator('.grid tbody td button').first().click();
    await page.locator('.route .route-table').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.flowchart-box').first().click();
    await page.locator('.flowchart-node').waitFor();
    for (const menu of ['share-menu', 'export-menu']) {
      await page.locator(`[popovertarget="${menu}"]`).click();
      await page.locator(`#${menu} button`).first().waitFor();
      await page.keyboard.press('Escape');
    }
    await page.locator('.language button').nth(1).click();
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await page.locator('.tools > button:not(.theme):not([popovertarget])').click();
    await page.locator('dialog.sites').waitFor();
    expect(opened.outside).toEqual([]);
  });

  it.skipIf(!LONG)('gives the same picture to whoever opens the link', async () => {
    const mine = await openPage({ hash: '1&view=difference&traffic=peak&cutoff=70', pixels: true });
    await mine.page.locator('.map-controls button').first().click();
    await mine.page.waitForFunction(() => location.hash.includes('map='));
    await untilComplete(mine.page);
    const address = await mine.page.evaluate(() => location.hash);
    const theirs = await openPage({ hash: address, pixels: true });
    await untilComplete(theirs.page);
    const look = async (): Promise<number> =>
      compare(await mine.page.screenshot(), await theirs.page.screenshot()).share;
    await expect.poll(look, { timeout: 15_000, interval: 500 }).toBeLessThan(0.002);
    expect(await readTexts(theirs.page, '.grid .cell')).toEqual(await readTexts(mine.page, '.grid .cell'));
    expectSound(theirs);
  });

  const languages = [
    ['zh', { ...zh, ...zhLate }, 'zh-Hans'],
    ['ja', { ...ja, ...jaLate }, 'ja'],
  ] as const;
  it.each(takeSome(languages, 1))('leaves no English word and no key in %s', async (language, words, tag) => {
    const opened = await openPage({ hash: '1&trip=Z_SS_LP;toyota&node=belt', language, until: 'answer' });
    const { page } = opened;
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag);
    const english = listEnglish(words);
    const keys = new Set<string>(Object.keys(en));
    const left: string[] = [];
    for (const view of takeSome(['value', 'reach', 'times', 'difference', 'fastest', 'locate'], 1)) {
      await page.evaluate(
        (to) => (location.hash = location.hash.replace(/&view=\w+|$/, `&view=${to}`)),
        view,
      );
      await page.waitForFunction(() => document.querySelector('.view-table[aria-busy="true"]') === null);
      await openAll(page, 'details');
      await page.waitForTimeout(150);
      const texts = await readOwnTexts(page);
      left.push(...texts.filter((text) => keys.has(text) || english.some((one) => one.test(text))));
    }
    expect([...new Set(left)]).toEqual([]);
    expectSound(opened);
  });

  it('moves nothing, not even for those who would welcome it', async () => {
    const longest = (page: Page): Promise<number> =>
      page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('*')].flatMap((one) => {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
            const animation = animationName === 'none' ? '' : animationDuration;
            return `${transitionDuration},${animation}`
              .split(',')
              .map((text) =>
                text.trim() === '' ? 0 : Number.parseFloat(text) * (text.endsWith('ms') ? 1 : 1000),
              );
          }),
        ),
      );
    const { page } = await openPage({ reducedMotion: true, until: 'answer' });
    expect(await longest(page)).toBeLessThanOrEqual(1);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await longest(page)).toBeLessThanOrEqual(1);
  });
});
