/** What Chromium asks for before the first answer comes, held against the list that the size is counted by. */
import type { Disposable, Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { gzipBytes, listFirst } from './harness/first-files.ts';
import { describeInBrowser, expectSound, openPage, pageUrl } from './harness/page.ts';
import { takeSome } from '../scene/random.ts';

/** Remembers, on the clock of the requests, when the engine first answered and when that was in the document. */
const WATCH_ANSWER = `{
  const now = () => performance.timeOrigin + performance.now();
  const times = { started: performance.timeOrigin };
  window.times = times;
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', () => (times.answered ??= now()), { once: true });
    }
  };
  new MutationObserver(() => {
    if (document.documentElement.dataset.answered === 'yes') times.shown ??= now();
  }).observe(document, { attributes: true, subtree: true });
}`;

interface Times {
  readonly started: number;
  readonly answered: number;
  readonly shown: number;
}

/** Against a page that hangs. Another file draws beside this one, on as few cores: the figure itself is printed. */
const FIRST_ANSWER_MS = 10_000;

function toName(request: Request): string {
  return request.url().slice(pageUrl().length) || 'index.html';
}

async function readTimes(page: Page): Promise<Times> {
  return (await page.evaluate('window.times')) as Times;
}

describeInBrowser('before the first answer', () => {
  it.each(takeSome(['zh', 'en', 'ja'] as const, 1))(
    'the page in %s asks for what is counted, and is quick',
    async (language) => {
      const requests: Request[] = [];
      const prepare = (page: Page): Promise<Disposable> => {
        page.on('request', (request) => requests.push(request));
        return page.addInitScript(WATCH_ANSWER);
      };
      const opened = await openPage({ language, prepare, fresh: true });
      const { page } = opened;
      const { started, answered, shown } = await readTimes(page);
      // A request that is still under way has no start yet: what the answer needed has come.
      const early = requests.filter((request) => {
        const { startTime } = request.timing();
        return startTime > 0 && startTime < answered;
      });
      const names = [...new Set(early.map(toName))];
      const fonts = names.filter((name) => name.endsWith('.woff2'));
      const fontBytes = fonts.reduce((sum, name) => sum + gzipBytes(name), 0);
      console.log(
        `${language}: first answer shown after ${Math.round(shown - started)} ms; ${fontBytes} B of fonts before it`,
      );
      const counted = listFirst(language);
      expect(names.filter((name) => !counted.includes(name) && !fonts.includes(name))).toEqual([]);
      // What is counted is no more than what is asked for; a browser without windows shows no icon.
      const asked = new Set(requests.map(toName));
      expect(counted.filter((name) => !asked.has(name) && !/\/icon-/.test(name))).toEqual([]);
      expect(shown - started).toBeLessThan(FIRST_ANSWER_MS);
      expectSound(opened);
    },
  );
});
