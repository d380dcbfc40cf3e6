/**
 * The page of an imported network in Chromium: the numbers beside a pin that is moved are those of the command, so are
 * the bytes of its files, what is reached is on the map, and what goes wrong is said. One page does all of it.
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCityPart } from '../../src/cli/serve/address.ts';
import { listenNear } from '../../src/cli/serve/listen.ts';
import { createPageServer } from '../../src/cli/serve/server.ts';
import type { CityOverlapDocument, CityReachDocument } from '../../src/index.ts';
import { PALETTES } from '../../web/flavor/colours.ts';
import { DIAGONAL, importTown, toPlan } from '../city/town.ts';
import { ROOT } from '../cli/run.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { giveCardBack, loseCard } from './harness/card.ts';
import { countColour } from './harness/canvas.ts';
import { closeArea, drawByClicks, editByClick, openByClick, putByClick } from './harness/city-edit.ts';
import {
  countAnswers,
  expectShown,
  putFirst,
  readNumbers,
  runShown,
  saveGeoJson,
  settle,
  toCells,
} from './harness/city.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';

const CANVAS = 'canvas.maplibregl-canvas';

/** Opens a scenario file on the page, as the command finds it in a folder. */
async function openScenario(page: Page, folder: string, name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await page.locator('.city-file input').setInputFiles(join(folder, name));
}

const toRgb = (colour: string): readonly [number, number, number] => {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};

describeInBrowser('the page of an imported network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-city-page-'));
  const town = join(folder, 'town');
  let server: Server;
  let url = '';
  beforeAll(async () => {
    await importTown(town);
    server = createPageServer(join(ROOT, 'dist', 'web'), { folder: town, scenario: null });
    url = `http://127.0.0.1:${await listenNear(server, '127.0.0.1', 0)}/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  it('says what the command says while pins move, and what is wrong', async () => {
    const opening = { width: 1000, height: 640, pixels: true } as const;
    const hash = `${toCityPart(town)}&cutoff=1`;
    const { page, ...watched } = await openPage({ ...opening, url, hash });
    await settle(page);
    await expect
      .poll(() => countColour(page, CANVAS, toRgb(PALETTES.light.bands[0] ?? '')))
      .toBeGreaterThan(30);

    // By keys, then by the pointer: the table is that of the command, the place is where the pin is.
    const pin = page.locator('[data-pin=A]');
    await pin.focus();
    const before = await page.locator('#place-first').inputValue();
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    const moved = await page.locator('#place-first').inputValue();
    expect(moved).not.toBe(before);
    const one = JSON.parse(await runShown(page, 'json')) as CityReachDocument;
    expect(one.place.id).toBe(moved.replace(', ', ','));
    expect(await readNumbers(page)).toEqual(one.bands.map(toCells));

    const box = await pin.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y + 30, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    expect(await page.locator('#place-first').inputValue()).not.toBe(moved);
    const dragged = JSON.parse(await runShown(page, 'json')) as CityReachDocument;
    expect(await readNumbers(page)).toEqual(dragged.bands.map(toCells));
    expect(
      (await saveGeoJson(page, join(folder, 'saved.geojson'))) === (await runShown(page, 'geojson')),
    ).toBe(true);

    // A scenario that is wrong is told of and changes nothing; one that is right is flipped without a new answer.
    const where = await page.locator('#place-first').inputValue();
    await putFirst(page, '113.3002, 23.0999');
    const without = await readNumbers(page);
    await openScenario(page, folder, 'wrong.json', toPlan('wrong', [{ kind: 'close', links: ['9'] }]));
    await page.waitForSelector('.city-plan .problems');
    expect(await page.locator('.city-plan .problems li').allTextContents()).toEqual([
      expect.stringMatching(/^wrong\.json: modifications\[0\]\.links\[0\]: expected .*, found "9"/),
    ]);
    expect([await page.locator('input[name=view]').count(), await readNumbers(page)]).toEqual([0, without]);
    await openScenario(page, folder, 'plan.json', toPlan('plan', [DIAGONAL]));
    await page.waitForSelector('.city-compare');
    await settle(page);
    const withIt = await expectShown(page, folder);
    expect(withIt).not.toEqual(without);
    expect(await page.locator('.city-plan li').allTextContents()).toContain('New1.7 km, 1 link');
    await expect.poll(() => countColour(page, CANVAS, toRgb(PALETTES.light.belt))).toBeGreaterThan(200);
    expect(
      (await saveGeoJson(page, join(folder, 'saved.geojson'))) === (await runShown(page, 'geojson', folder)),
    ).toBe(true);
    const answersBefore = await countAnswers(page);
    await page.keyboard.press('Alt+b');
    expect(await expectShown(page, folder)).toEqual(without);
    const countNear = () => countColour(page, CANVAS, toRgb(PALETTES.light.bands[0] ?? ''));
    const near = await countNear();
    await page.locator('input[name=view][value=difference]').check();
    await expect.poll(countNear).toBeLessThan(10);
    // A card that is lost takes the map along and no number; what is looked at meanwhile is drawn when it is back.
    await loseCard(page, CANVAS);
    expect(await page.locator('.city-change tbody tr').count()).toBe(9);
    await page.locator('input[name=view][value=without]').check();
    await giveCardBack(page);
    // All of it and no more: without its times every road would be near.
    await expect.poll(countNear).toBe(near);
    await page.locator('input[name=view][value=difference]').check();
    await expect.poll(countNear).toBeLessThan(10);
    expect(await countAnswers(page)).toBe(answersBefore);
    await expectNoBarriers(page);
    // The address says it, the browser keeps the file.
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('opened=plan.json&view=difference');
    await page.reload();
    await page.waitForSelector('input[name=view][value=difference]:checked');
    await page.locator('input[name=view][value=with]').check();
    await page.waitForSelector('.city-counts');
    await settle(page);
    expect(await expectShown(page, folder)).toEqual(withIt);
    await page.locator('.city-plan-name button').click();
    await settle(page);
    expect(await expectShown(page, folder)).toEqual(without);
    await editByClick(page, folder, '113.3002, 23.0999');
    await drawByClicks(page, folder, '113.3, 23.0929');
    await closeArea(page, folder);
    await openByClick(page, folder, '113.3, 23.0999');
    await putByClick(page, folder);
    await putFirst(page, where);

    // A truck, to the place, and a second place.
    await page.locator('input[value=heavy-truck]').check();
    await page.locator('input[value=to]').check();
    await page.getByRole('button', { name: /Add place B/ }).click();
    await page.locator('#place-second').fill('113.3045, 23.0935');
    await page.keyboard.press('Enter');
    await settle(page);
    const two = JSON.parse(await runShown(page, 'json')) as CityOverlapDocument;
    expect([two.vehicleClass, two.direction, two.overlap.links > 0]).toEqual(['heavy-truck', 'to', true]);
    const rows = [two.overlap, ...two.places.map(({ band }) => band)];
    expect(await readNumbers(page)).toEqual(rows.map(toCells));
    expect(await page.locator('.city-answer .sentence').textContent()).toContain('both A and B');
    expect(
      (await saveGeoJson(page, join(folder, 'saved.geojson'))) === (await runShown(page, 'geojson')),
    ).toBe(true);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('second=113.3045,23.0935');
    await expectNoBarriers(page);

    // Wrong places are said and change nothing; one off the roads has no numbers.
    await page.locator('#place-second').fill('north');
    await page.keyboard.press('Enter');
    expect(await page.locator('#wrong-second').textContent()).toMatch(/Longitude and latitude/);
    await page.locator('#place-second').fill('110, 20');
    await page.keyboard.press('Enter');
    await settle(page);
    expect(await page.locator('.city-answer .problem').textContent()).toMatch(
      /Place B: no street.* within 1,000 m/,
    );
    expect(await page.locator('.city-counts').count()).toBe(0);
    expectSound(watched);

    // A file that is not whole, then none.
    const file = join(town, readdirSync(town).find((name) => name.endsWith('.bin')) ?? '');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await page.reload();
    await page.waitForSelector('.city-problem');
    expect(await page.locator('.city-problem').textContent()).toMatch(
      /is broken: expected bytes with the checksum/,
    );
    renameSync(file, `${file}.away`);
    await page.reload();
    await page.waitForSelector('.city-problem');
    expect(await page.locator('.city-problem').textContent()).toMatch(/is not there \(HTTP 404\)/);
  });
});
