/**
 * The page in Chromium, watched: whatever it asks of another origin is refused and remembered, and so is whatever
 * goes wrong in it. A test ends with `expectSound`, which wants neither.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';

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
  /** Scripts of the test may be added to the page, which its policy forbids. */
  readonly bypassPolicy?: boolean;
  /** What is done with the page before it loads. */
  readonly prepare?: (page: Page) => Promise<unknown>;
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
const WAIT_MS = 30_000;
const WITHOUT_WEBGL = `
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
  };`;

const WITHOUT_DRAWING = `
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
    WebGL2RenderingContext.prototype[name] = () => undefined;`;

let browser: Browser | null = null;
const opened: Opened[] = [];
/** Pages that stay open from test to test of a file. */
const shared = new Set<BrowserContext>();

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
    afterEach(closeAll);
    afterAll(disconnect);
    tests();
  });
}

async function connect(): Promise<void> {
  const address = inject('browserUrl');
  if (address === '') throw new Error('no browser was found: name one with CHROMIUM=/path/to/chromium');
  browser = await chromium.connect(address);
}

async function disconnect(): Promise<void> {
  shared.clear();
  await closeAll();
  await browser?.close();
  browser = null;
}

async function closeAll(): Promise<void> {
  const closing = opened.filter(({ context }) => !shared.has(context));
  opened.splice(0, opened.length, ...opened.filter(({ context }) => shared.has(context)));
  for (const context of new Set(closing.map((one) => one.context))) await context.close();
}

/**
 * One page for tests of a file that leave nothing behind but what the address holds: opening one takes a processor seven
 * seconds. The function that comes back goes to an address; after a test that failed it opens a fresh page.
 */
export function sharePage(opening: Opening): (hash?: string) => Promise<Opened> {
  let one: Opened | null = null;
  afterEach(({ task }) => {
    if (one === null || task.result?.state !== 'fail') return;
    shared.delete(one.context);
    one = null;
  });
  return async (hash = '1') => {
    if (one === null) {
      one = await openPage({ ...opening, hash });
      shared.add(one.context);
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

/** Opens the page and waits for what it is to show. It is closed when the test ends. */
export async function openPage(opening: Opening = {}): Promise<Opened> {
  const context = opening.context ?? (await createContext(opening));
  const page = await context.newPage();
  const url = opening.url ?? pageUrl();
  const watched = await watch(page, url);
  const one = { ...watched, page, context };
  opened.push(one);
  if (opening.print === true) await page.emulateMedia({ media: 'print' });
  if (opening.withoutWebGl ?? opening.until === 'answer') await page.addInitScript(WITHOUT_WEBGL);
  else if (opening.pixels !== true) await page.addInitScript(WITHOUT_DRAWING);
  await opening.prepare?.(page);
  await page.goto(toAddress(url, opening.hash));
  await waitUntil(page, opening.until ?? 'map');
  return one;
}

function toAddress(url: string, hash = ''): string {
  return hash === '' ? url : `${url}#${hash.replace(/^#/, '')}`;
}

async function createContext(opening: Opening): Promise<BrowserContext> {
  if (browser === null) throw new Error('openPage is for tests inside describeInBrowser');
  const { width = 1280, height = 800, theme = 'light', language = 'en', scale = 1, touch = false } = opening;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: LOCALES[language],
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: scale,
    hasTouch: touch,
    reducedMotion: opening.reducedMotion === false ? 'no-preference' : 'reduce',
    bypassCSP: opening.bypassPolicy ?? false,
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(WAIT_MS);
  return context;
}

/** Refuses and remembers what goes out; remembers errors, refused policies and files that are missing. */
async function watch(page: Page, url: string): Promise<Watched> {
  const outside: string[] = [];
  const errors: string[] = [];
  const isInside = (address: string): boolean =>
    address.startsWith(url) || /^(?:data|blob|about):/.test(address);
  await page.context().route(
    (address) => !isInside(address.href),
    async (route) => {
      outside.push(route.request().url());
      await route.abort();
    },
  );
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
