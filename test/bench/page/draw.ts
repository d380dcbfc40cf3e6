/**
 * Roads are drawn and places put on the map of the shipped network, in Chromium with every compiler, by a hand that rests
 * between clicks: milliseconds from the pointer's going up to new numbers on the page, by what was drawn. No edit is made
 * twice, so that none is remembered. The map does all it does but draw its pixels, which takes seconds by software.
 */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { listenNear } from '../../../src/cli/serve/listen.ts';
import { createPageServer } from '../../../src/cli/serve/server.ts';
import type { LonLat } from '../../../src/model/source.ts';
import { ROOT } from '../../root.ts';
import { findBrowser, FLAGS, WITHOUT_DRAWING } from '../../web/harness/chromium.ts';
import { clickAt, learnScale, readDelays, take, watchPointer, type Finder } from '../../web/harness/hand.ts';
import { findMedian } from '../roads/timing.ts';

/** What an edit may take, from the pointer to the numbers. */
const TARGET_MS = 100;
const ROUNDS = 9;
/** How long the hand rests, in ms. */
const REST_MS = 700;
const SCREEN = { width: 1440, height: 1000 };

/** Nodes that a road begins and ends at, places beside roads, a highway: WGS 84. */
const LEPING: LonLat = [113.01893, 23.26411];
const NISSAN: LonLat = [113.178, 23.376];
const BETWEEN: LonLat = [113.09, 23.32];
const BESIDE: LonLat = [112.93, 23.3];
const SHABEI: LonLat = [113.189, 23.1195];
/** Degrees that each round lies farther. */
const STEP = 0.002;

/** What a hand does in a round. */
interface Edit {
  readonly name: string;
  /** Changes of numbers in a round. */
  readonly changes: number;
  readonly make: (page: Page, find: Finder, round: number) => Promise<void>;
}

const rest = (page: Page): Promise<void> => page.waitForTimeout(REST_MS);
const shift = ([lon, lat]: LonLat, round: number): LonLat => [lon + STEP * round, lat];

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await rest(page);
}

async function drawRoad(page: Page, find: Finder, round: number): Promise<void> {
  await take(page, 'Draw a road');
  for (const at of [LEPING, shift(BETWEEN, round), NISSAN]) {
    await clickAt(page, find, at);
    await rest(page);
  }
  // Gives up what is being drawn.
  await page.keyboard.press('Escape');
  await rest(page);
}

/** A tool that needs one click. */
const put = (name: string, tool: string, at: LonLat): Edit => ({
  name,
  changes: 1,
  make: async (page, find, round) => {
    await take(page, tool);
    await clickAt(page, find, shift(at, round));
    await rest(page);
    await undo(page);
  },
});

const EDITS: readonly Edit[] = [
  { name: 'a road, each point', changes: 2, make: drawRoad },
  put('a supplier', 'Supplier', BESIDE),
  put('a plant', 'Plant', BESIDE),
  put('a road closed', 'Close', SHABEI),
];

/** Delays of the changes since the last call. */
async function takeDelays(page: Page): Promise<readonly number[]> {
  const delays = await readDelays(page);
  await page.evaluate(() => {
    performance.clearMarks('test:up');
    performance.clearMeasures('beltway:update');
  });
  return delays;
}

async function openStudio(page: Page, url: string): Promise<Finder> {
  await page.addInitScript(WITHOUT_DRAWING);
  await page.goto(`${url}#1&build=2010-without-belt`);
  await page.locator('.studio-entry button:has-text("Draw a road")').click();
  await page.locator('.column-modes button', { hasText: 'All' }).click();
  await page.locator('.studio-bar .view-hint:has-text("Click where the road begins")').waitFor();
  await watchPointer(page);
  const find = await learnScale(page);
  await rest(page);
  return find;
}

/** Milliseconds by what was drawn, all rounds. The first edits of all are among them. */
async function drawAll(page: Page, url: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const find = await openStudio(page, url);
  const first = await takeDelays(page);
  const delays = new Map<string, readonly number[]>([
    ['the first two suppliers, while it still opens', first],
  ]);
  for (const { name, changes, make } of EDITS) {
    for (let round = 0; round < ROUNDS; round += 1) await make(page, find, round);
    const found = await takeDelays(page);
    if (found.length !== changes * ROUNDS)
      throw new Error(`${name}: numbers came ${found.length} times, not ${changes * ROUNDS}`);
    delays.set(name, found);
  }
  return delays;
}

function toRow([name, delays]: readonly [string, readonly number[]]): string {
  const within = delays.filter((ms) => ms < TARGET_MS).length;
  return `| ${name} | ${delays.length} | ${findMedian(delays)} ms | ${Math.max(...delays)} ms | ${within} of ${delays.length} |`;
}

/** Prints a table; without a browser, that there is none. */
export async function timeDrawing(): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === null) {
    console.error('\nNo browser: drawing in Chromium is LEFT OUT. CHROMIUM may name one.');
    return;
  }
  const server = createPageServer(join(ROOT, 'dist', 'web'));
  const port = await listenNear(server, '127.0.0.1', 0);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: SCREEN, locale: 'en-US' });
    const delays = await drawAll(page, `http://127.0.0.1:${port}/`);
    console.log(
      `\n## Drawing in Chromium ${browser.version()}, shipped network, ${REST_MS} ms between clicks\n`,
    );
    console.log(
      `| pointer up → new numbers | edits | median | worst | under ${TARGET_MS} ms |\n|---|---|---|---|---|`,
    );
    console.log([...delays].map(toRow).join('\n'));
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
