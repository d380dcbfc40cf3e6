/**
 * What every road of a network is worth, in Chromium: workers over one memory where the page is isolated and one worker
 * elsewhere, the bytes of the command either way; work that is watched, given up, dropped or dies. One page does all of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCityPart } from '../../src/cli/serve/address.ts';
import { listenNear } from '../../src/cli/serve/listen.ts';
import { createPageServer } from '../../src/cli/serve/server.ts';
import { PALETTES } from '../../web/flavor/colours.ts';
import { FIRM_PLAN } from '../city/firm-plan.ts';
import { importTown } from '../city/town.ts';
import { ROOT, runLater } from '../cli/run.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { countColour } from './harness/canvas.ts';
import { saveBy, settle } from './harness/city.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';

const CANVAS = 'canvas.maplibregl-canvas';
const POOL = '**/pool-worker-*.js';

const toRgb = (colour = ''): readonly [number, number, number] => {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};

/** Opens the panel, and closes every road. */
async function closeRoads(page: Page): Promise<void> {
  await page.locator('.city-worth-begin').click();
  await page.waitForSelector('.city-worth-table');
}

async function openPanel(page: Page): Promise<void> {
  await page.waitForSelector('.city-compare');
  await settle(page);
  await page.locator('.city-worth summary').click();
  await page.waitForSelector('.city-worth-begin');
}

/** Files of the page against what the command prints that stands beside them; gives the command. */
async function expectSameBytes(page: Page, file: string, ...kinds: readonly string[]): Promise<string> {
  const line = (await page.locator('.city-worth .command code').textContent()) ?? '';
  const words = line.split(' ').slice(2, -1);
  for (const kind of kinds) {
    const saved = await saveBy(page, kind, file, page.locator('.city-worth'));
    const { code, out, err } = await runLater([...words, kind.toLowerCase()]);
    expect([code, err]).toEqual([0, '']);
    expect(saved.length).toBeGreaterThan(300);
    expect(saved === out, kind).toBe(true);
  }
  return line;
}

const say = (page: Page): Promise<string | null> =>
  page.locator('.city-worth-body [role=status]').first().textContent();
const countWorkers = async (page: Page): Promise<string> =>
  (await page.locator('.city-worth-body > p.small').last().textContent()) ?? '';

/** Serves a page as a server does that sends no headers of isolation. */
async function leaveIsolation(page: Page, url: string): Promise<void> {
  await page.route(`${url}**`, async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
}

describeInBrowser('what every road of a network is worth', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-worth-page-'));
  const [town, file] = [join(folder, 'town'), join(folder, 'firms.json')];
  let server: Server;
  let url = '';
  beforeAll(async () => {
    await importTown(town);
    writeFileSync(file, FIRM_PLAN);
    server = createPageServer(join(ROOT, 'dist', 'web'), {
      folder: town,
      scenario: () => JSON.stringify([{ name: file, text: FIRM_PLAN }]),
    });
    url = `http://127.0.0.1:${await listenNear(server, '127.0.0.1', 0)}/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  it('is found by two workers or by one, given up, dropped and asked again', async () => {
    const hash = `${toCityPart(town, file)}&cutoff=3&threads=2`;
    const { page, ...watched } = await openPage({ width: 840, height: 480, pixels: true, url, hash });
    const saved = join(folder, 'saved');
    await openPanel(page);
    expect(page.workers().filter((one) => one.url().includes('pool-worker'))).toEqual([]);
    await closeRoads(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await countWorkers(page)).toContain('2 workers');
    expect(await expectSameBytes(page, saved, 'GeoJSON', 'JSON', 'CSV')).toContain(
      `--build ${file} --cutoff 3`,
    );

    // A row goes to its road, which gets a ring; roads have the colours of what they lose.
    await page.locator('.city-worth-table .row').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.city-worth-table .row').first().getAttribute('aria-pressed')).toBe('true');
    const { bands, chosen, no } = PALETTES.light;
    await expect.poll(() => countColour(page, CANVAS, toRgb(chosen))).toBeGreaterThan(40);
    await page.getByRole('button', { name: 'Show all of it' }).click();
    const countLoss = async (): Promise<number> =>
      (await countColour(page, CANVAS, toRgb(bands[2]))) + (await countColour(page, CANVAS, toRgb(no)));
    await expect.poll(countLoss).toBeGreaterThan(40);
    await expectNoBarriers(page, '.city-worth');
    await page.locator('input[name=worth-measure][value=passes]').check();
    await page.waitForFunction(() =>
      document.querySelector('.city-worth code')?.textContent?.includes('passes'),
    );
    await expectSameBytes(page, saved, 'CSV');
    expect(await page.locator('.city-worth .sentence').textContent()).toMatch(
      /trips are not within 3 min any more/,
    );

    // Without the scenario it is another question, and its answer is kept beside the first.
    await page.locator('input[name=view][value=without]').check();
    expect(await page.locator('.city-worth-table').count()).toBe(0);
    await closeRoads(page);
    expect(await expectSameBytes(page, saved, 'CSV')).toContain(`--sites ${file} --measure passes`);
    await page.locator('input[name=view][value=with]').check();
    await page.waitForSelector('.city-worth-table');

    // Workers that are long in coming: given up, then dropped because the question is another one.
    const held: (() => void)[] = [];
    await page.route(POOL, (route) => void held.push(() => void route.abort().catch(() => undefined)));
    await page.locator('.cutoff-number input').fill('2');
    await page.keyboard.press('Enter');
    await page.locator('.city-worth-begin').click();
    await page.waitForSelector('.city-worth-progress:has-text("of")');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    expect(await say(page)).toContain('Stopped');
    await page.locator('.city-worth-begin').click();
    await page.waitForSelector('.city-worth-progress:has-text("workers")');
    await page.locator('input[value=heavy-truck]').check();
    await expect.poll(() => say(page)).toContain('The question changed meanwhile');
    expect(await page.locator('.city-worth-table, .city-worth-progress').count()).toBe(0);
    held.forEach((letGo) => letGo());
    await page.unroute(POOL);

    // One that dies is told of, and the work can be done again.
    await page.route(POOL, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
        body: 'throw new Error("no memory left")',
      }),
    );
    await page.locator('.city-worth-begin').click();
    await expect
      .poll(() => say(page))
      .toContain('stopped before its work was done. Uncaught Error: no memory left');
    await page.unroute(POOL);
    await closeRoads(page);
    expect(await expectSameBytes(page, saved, 'CSV')).toContain('--vehicle heavy-truck');
    expectSound({ ...watched, errors: watched.errors.filter((error) => !error.includes('ERR_FAILED')) });

    // Served without the headers: one worker, a memory of its own, the same bytes.
    await leaveIsolation(page, url);
    await page.reload();
    await openPanel(page);
    await closeRoads(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(await countWorkers(page)).toContain('with one worker');
    await expectSameBytes(page, saved, 'GeoJSON', 'CSV');
  });
});
