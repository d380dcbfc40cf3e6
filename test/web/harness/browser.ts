/**
 * Pages of the run's Chromium, used again from test to test: a third of what opening one takes is a process of its own
 * and compiling what it runs. Before a page goes to the next test nothing is left in it: another document, no storage,
 * no listener, no script of a test, no emulation. One that a failed test had is closed.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** What a page cannot change once it is open. */
export interface PageKind {
  readonly locale: string;
  readonly scale: number;
  readonly touch: boolean;
}

const WAIT_MS = 30_000;
/** Pages that wait for their next test; each holds some hundred megabytes. */
const MOST_KEPT = 3;
/** Of the page's origin, so that its process goes on, and nothing but a sentence. */
const BLANK = 'nothing-here';

let browser: Browser | null = null;
/** Those that wait, the one that waited longest first. */
const kept: Page[] = [];
/** Pages that may be kept, by what they are. */
const kinds = new WeakMap<Page, string>();

/** Once a worker: the connection ends with it. */
export async function connect(): Promise<void> {
  const address = inject('browserUrl');
  if (address === '') throw new Error('no browser was found: name one with CHROMIUM=/path/to/chromium');
  if (browser?.isConnected() !== true) browser = await chromium.connect(address);
}

/** A page with nothing in it, new or as good as new. */
export async function takePage(kind: PageKind): Promise<Page> {
  const key = JSON.stringify(kind);
  const at = kept.findLastIndex((page) => kinds.get(page) === key);
  const [page = await createPage(kind)] = at < 0 ? [] : kept.splice(at, 1);
  kinds.set(page, key);
  return page;
}

/** A page of a context of its own, with empty caches, in which no test was before. */
export async function createPage(kind: PageKind): Promise<Page> {
  return (await createContext(kind)).newPage();
}

async function createContext({ locale, scale, touch }: PageKind): Promise<BrowserContext> {
  if (browser === null) throw new Error('openPage is for tests inside describeInBrowser');
  const context = await browser.newContext({
    locale,
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: scale,
    hasTouch: touch,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(WAIT_MS);
  return context;
}

/** Keeps the page for another test, or closes it with all others of its context. */
export async function giveBack(page: Page, isSpoilt: boolean): Promise<void> {
  const context = page.context();
  if (isSpoilt || !kinds.has(page) || page.isClosed()) {
    await context.close();
    return;
  }
  for (const other of context.pages()) if (other !== page) await other.close();
  await empty(page);
  kept.push(page);
  if (kept.length > MOST_KEPT) await kept.shift()?.context().close();
}

/** Takes out of a page what a test has left in it. */
async function empty(page: Page): Promise<void> {
  const context = page.context();
  for (const emitter of [page, context]) await emitter.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  page.removeAllListeners();
  // A page that would rather be asked is left all the same.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(new URL(BLANK, inject('pageUrl')).href);
  page.removeAllListeners('dialog');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    window.name = '';
  });
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
  await page.mouse.move(0, 0);
}
