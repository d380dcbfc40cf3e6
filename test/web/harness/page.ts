/**
 * The page in Chromium, watched: whatever it asks of another origin is refused and remembered, and so is whatever
 * goes wrong in it. A test ends with `expectSound`, which wants neither.
 */
import type { BrowserContext, Disposable, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { WITHOUT_DRAWING } from './chromium.ts';
import { connect, createPage, giveBack, takePage } from './browser.ts';

/** How the page is opened; the first view of an English reader on a laptop where nothing is said. */
export interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'zh' | 'ja';
  /** Where the page is served, where that is a server of the test's own; with a slash at its end. */
  readonly url?: string;
  /** What follows `#` in the address. */
  readonly hash?: string;
  readonly reducedMotion?: boolean;
  /** 2 for a screen with four pixels where others have one. */
  readonly scale?: number;
  readonly touch?: boolean;
  readonly print?: boolean;
  /** WebGL is not to be had; so it is too where the answer alone is waited for: drawing by software takes most of the time. */
  readonly withoutWebGl?: boolean;
  /** The map's pixels are looked at. Else it does all it does but draw: software takes seconds for a view. */
  readonly pixels?: boolean;
  /** What is done with the page before it loads; a script that comes back is taken out of it at the end. */
  readonly prepare?: (page: Page) => Promise<Disposable | void>;
  /** Not a page that an earlier test had: nothing of it is cached. */
  readonly fresh?: boolean;
  /** What is waited for. */
  readonly until?: 'answer' | 'map' | 'nothing';
  /** A context of an earlier opening, for what is kept in the browser. */
  readonly context?: BrowserContext;
}

/** What the page did that it should not. */
export interface Watched {
  /** Addresses outside its origin that it asked for. */
  readonly outside: string[];
  readonly errors: string[];
}

export interface Opened extends Watched {
  readonly page: Page;
  readonly context: BrowserContext;
}

const LOCALES = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP' };
const WITHOUT_WEBGL = `
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
  };`;

interface Open extends Opened {
  /** Scripts of the test in the page. */
  readonly scripts: readonly Disposable[];
}

const opened: Open[] = [];
/** Pages that stay open from test to test of a file. */
const shared = new Set<Page>();

/** Where the page is served. */
export function pageUrl(): string {
  return inject('pageUrl');
}

/** Tests in a browser. Where there is none they are skipped, loudly; where CI is set that is a failure. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isSkipped = inject('browserUrl') === '' && (process.env['CI'] ?? '') === '';
  if (isSkipped) console.warn(`no browser: "${name}" is not tested. Name one: CHROMIUM=/path/to/chromium`);
  describe.skipIf(isSkipped)(name, () => {
    beforeAll(connect);
    afterEach(({ task }) => closeAll(task.result?.state === 'fail'));
    afterAll(() => {
      shared.clear();
      return closeAll(false);
    });
    tests();
  });
}

/** Gives back all pages that are not shared. */
async function closeAll(isSpoilt: boolean): Promise<void> {
  const closing = opened.filter(({ page }) => !shared.has(page));
  opened.splice(0, opened.length, ...opened.filter(({ page }) => shared.has(page)));
  const contexts = new Set<BrowserContext>();
  for (const { page, context, scripts } of closing) {
    if (contexts.has(context)) continue;
    contexts.add(context);
    if (!isSpoilt) for (const script of scripts) await script.dispose();
    await giveBack(page, isSpoilt);
  }
}

/**
 * One page for tests of a file that leave nothing behind but what the address holds: opening one takes a processor seven
 * seconds. The function that comes back goes to an address; after a test that failed it opens a fresh page.
 */
export function sharePage(opening: Opening): (hash?: string) => Promise<Opened> {
  let one: Opened | null = null;
  afterEach(({ task }) => {
    if (one === null || task.result?.state !== 'fail') return;
    shared.delete(one.page);
    one = null;
  });
  return async (hash = '1') => {
    if (one === null) {
      one = await openPage({ ...opening, hash });
      shared.add(one.page);
    } else await goTo(one.page, hash);
    return one;
  };
}

/** Another question to a page that is open; waits for its answer. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (text) => {
    const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    if (location.hash === `#${text}`) return;
    location.hash = text;
    await changed;
  }, hash);
  await page.waitForFunction(() => document.querySelector('.answer')?.getAttribute('aria-busy') === 'false');
}

/** Opens the page and waits for what it is to show. It is given back when the test ends. */
export async function openPage(opening: Opening = {}): Promise<Opened> {
  const page = await (opening.context?.newPage() ?? choosePage(opening));
  const url = opening.url ?? pageUrl();
  const scripts: Disposable[] = [];
  const one = { ...watch(page, url), page, context: page.context(), scripts };
  opened.push(one);
  await emulate(page, opening);
  if (opening.withoutWebGl ?? opening.until === 'answer')
    scripts.push(await page.addInitScript(WITHOUT_WEBGL));
  else if (opening.pixels !== true) scripts.push(await page.addInitScript(WITHOUT_DRAWING));
  const prepared = await opening.prepare?.(page);
  if (prepared) scripts.push(prepared);
  await page.goto(toAddress(url, opening.hash));
  await waitUntil(page, opening.until ?? 'map');
  return one;
}

function choosePage(opening: Opening): Promise<Page> {
  const { language = 'en', scale = 1, touch = false } = opening;
  const kind = { locale: LOCALES[language], scale, touch };
  return opening.fresh === true || opening.url !== undefined ? createPage(kind) : takePage(kind);
}

async function emulate(page: Page, opening: Opening): Promise<void> {
  const { width = 1280, height = 800, theme = 'light', reducedMotion = true, print = false } = opening;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: theme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    media: print ? 'print' : null,
  });
}

function toAddress(url: string, hash = ''): string {
  return hash === '' ? url : `${url}#${hash.replace(/^#/, '')}`;
}

/** Remembers what is asked of the outside, where nothing is found, errors, refused policies and files that are missing. */
function watch(page: Page, url: string): Watched {
  const outside: string[] = [];
  const errors: string[] = [];
  const isInside = (address: string): boolean =>
    address.startsWith(url) || /^(?:data|blob|about):/.test(address);
  page.on('request', (request) => {
    if (!isInside(request.url())) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('websocket', (socket) => outside.push(socket.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  return { outside, errors };
}

/** Waits until the first answer is in the document, or until roads and sites are on the map as well. */
export async function waitUntil(page: Page, what: 'answer' | 'map' | 'nothing'): Promise<void> {
  if (what === 'nothing') return;
  await page.waitForFunction(() => document.documentElement.dataset['answered'] === 'yes');
  if (what === 'map') await page.waitForFunction(() => document.documentElement.dataset['map'] === 'drawn');
}

/** Nothing was asked of the outside and nothing went wrong. */
export function expectSound({ outside, errors }: Watched): void {
  expect(outside, 'requests outside the origin').toEqual([]);
  expect(errors, 'errors in the page').toEqual([]);
}
