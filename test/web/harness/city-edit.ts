/** Changing a scenario on the page of the made-up town, as a hand does it. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ScenarioFile } from '../../../src/index.ts';
import { expectNoBarriers } from './axe.ts';
import { askMinutes, expectShown, putFirst, readNumbers, saveBy, settle } from './city.ts';

/** Where on the screen a place lies: at the point of the pin that is put there. */
async function findPixel(page: Page, at: string): Promise<readonly [x: number, y: number]> {
  await putFirst(page, at);
  const { x, y, width, height } = (await page.locator('[data-pin=A]').boundingBox()) ?? expect.fail('no pin');
  return [x + width / 2, y + height - 1];
}

/** Closes a road by a click, saves the scenario, takes the step back and on again, and comes back to it. */
export async function editByClick(page: Page, folder: string, home: string): Promise<void> {
  const pixel = await findPixel(page, '113.302, 23.0964');
  await putFirst(page, home);
  const without = await readNumbers(page);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.mouse.click(...pixel);
  await page.waitForSelector('.city-compare');
  await settle(page);
  await saveBy(page, 'Save', join(folder, 'my-scenario.json'));
  const changed = await expectShown(page, folder);
  expect(changed).not.toEqual(without);
  expect(await page.locator('.studio-row-name').allTextContents()).toEqual([
    'Closed: Liberation Avenue 2 ways closed',
  ]);
  await expectNoBarriers(page);
  await page.keyboard.press('Control+z');
  await page.waitForSelector('.city-compare', { state: 'detached' });
  await settle(page);
  expect(await readNumbers(page)).toEqual(without);
  await page.keyboard.press('Control+Shift+z');
  await page.waitForSelector('.city-compare');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('opened=my-scenario.json');
  await page.reload();
  await page.waitForSelector('.city-compare');
  await settle(page);
  expect(await expectShown(page, folder)).toEqual(changed);
  // What would be wrong is told and comes to nothing.
  await page.getByRole('button', { name: 'Slow', exact: true }).click();
  await page.locator('.studio-find input').fill('Nowhere');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.city-plan .problems');
  expect(await page.locator('.studio-row').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('.city-plan-name button').click();
  await settle(page);
  expect(await readNumbers(page)).toEqual(without);
}

/** Draws a road between two junctions, connects it with what it crosses, and saves it. */
export async function drawByClicks(page: Page, folder: string, home: string): Promise<void> {
  const [from, to] = [await findPixel(page, '113.3, 23.0928'), await findPixel(page, '113.308, 23.0892')];
  await putFirst(page, home);
  const without = await readNumbers(page);
  await page.getByRole('button', { name: 'Draw a road' }).click();
  await page.mouse.click(...from);
  await page.waitForSelector('.city-tools button:has-text("Give up")');
  await page.mouse.click(...to);
  await page.waitForSelector('.studio-row');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.city-tools[data-tool=place]');
  const choices = page.locator('.studio-meetings li');
  await expect.poll(() => choices.count()).toBe(3);
  expect(await choices.allTextContents()).toEqual([
    expect.stringContaining('(end)'),
    expect.stringMatching(/^Zhongshan Road /),
    expect.stringContaining('(end)'),
  ]);
  await choices.nth(1).getByRole('button', { name: 'Connect' }).click();
  await choices.nth(1).locator('button[aria-pressed=true]:has-text("Connect")').waitFor();
  await page.getByLabel('Kind of road').selectOption('expressway');
  await page.waitForFunction(() =>
    document.querySelector('.studio-row-name .small')?.textContent?.includes('4 ways'),
  );
  await settle(page);
  // The one that was made before is kept under its own name.
  const file = join(folder, 'my-scenario-2.json');
  const text = await saveBy(page, 'Save', file);
  const [road] = (JSON.parse(text) as ScenarioFile).modifications;
  expect(road).toMatchObject({
    ...{ kind: 'build', facility: 'expressway', postedKmh: 120 },
    interchanges: [{ vertex: 0, node: '9' }, { vertex: 1, link: '104.1' }, { vertex: 2, node: '15' }], // prettier-ignore
  });
  expect(await expectShown(page, folder)).not.toEqual(without);
  await expectNoBarriers(page);
  // By keys alone: its first point on another junction.
  await page.locator('.studio-points summary').click();
  await page.getByLabel('Point 1: longitude, latitude').fill('113.3001, 23.0964');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.studio-meetings li:first-child:has-text("Liberation Avenue")');
  await settle(page);
  const typed = JSON.parse(await saveBy(page, 'Save', file)) as ScenarioFile;
  expect(typed.modifications[0]).toMatchObject({ interchanges: [{ node: '5' }, {}, { node: '15' }] });
  const before = await expectShown(page, folder);
  // Its end in the hand: the scenario follows while it is held, and all of it is one step.
  const end = page.locator('.studio-points input[type="text"]').last();
  const [at, [x, y]] = [await end.inputValue(), to];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const part of [0.4, 0.7, 1]) {
    const held = await end.inputValue();
    await page.mouse.move(x - 90 * part, y - 50 * part, { steps: 3 });
    await expect.poll(() => end.inputValue()).not.toBe(held);
  }
  await settle(page);
  const held = await readNumbers(page);
  await page.mouse.up();
  await settle(page);
  await saveBy(page, 'Save', file);
  expect(await expectShown(page, folder)).toEqual(held);
  await page.keyboard.press('Control+z');
  await expect.poll(() => end.inputValue()).toBe(at);
  await settle(page);
  expect(await readNumbers(page)).toEqual(before);
  await page.locator('.city-plan-name button').click();
  await settle(page);
}

/** Opens the road to come by a click, dates it as the map does, and leaves it as it was from the list. */
export async function openByClick(page: Page, folder: string, home: string): Promise<void> {
  const pixel = await findPixel(page, '113.306, 23.0946');
  await putFirst(page, home);
  const without = await readNumbers(page);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.mouse.click(...pixel);
  await page.waitForSelector('.city-compare');
  await settle(page);
  const name = page.locator('.studio-row-name');
  expect(await name.allTextContents()).toEqual(['Opened: Second Ring Expressway 1 way changed']);
  await saveBy(page, 'Save', join(folder, 'my-scenario-4.json'));
  expect(await expectShown(page, folder)).not.toEqual(without);
  await page.getByRole('button', { name: 'As the map says: 2027-06' }).click();
  await page.waitForSelector('.studio-form .warning:has-text("Not open yet")');
  await settle(page);
  await saveBy(page, 'Save', join(folder, 'my-scenario-4.json'));
  expect(await expectShown(page, folder)).toEqual(without);
  await page.getByLabel('Roads of the day').fill('2027-06');
  await page.waitForSelector('.studio-form .warning', { state: 'detached' });
  await settle(page);
  await saveBy(page, 'Save', join(folder, 'my-scenario-4.json'));
  expect(await expectShown(page, folder)).not.toEqual(without);
  await page.locator('.city-coming summary').click();
  await expectNoBarriers(page);
  await page.locator('.city-coming button[aria-pressed=true]').press('Enter');
  await page.waitForSelector('.studio-row', { state: 'detached' });
  await page.locator('.city-plan-name button').click();
  await page.keyboard.press('Escape');
  await settle(page);
}

/** Closes what an area touches, drawn corner by corner, once its roads are counted; and takes the step back. */
export async function closeArea(page: Page, folder: string): Promise<void> {
  const without = await readNumbers(page);
  const { x, y, width, height } =
    (await page.locator('canvas.maplibregl-canvas').boundingBox()) ?? expect.fail('no map');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'In an area' }).click();
  // What draws comes when it is first needed.
  await page.waitForFunction(() => document.querySelector('canvas')?.style.cursor === 'crosshair');
  for (const [right, down, corners] of [
    [0.4, 0.35, 1],
    [0.7, 0.35, 2],
    [0.6, 0.8, 3],
  ] as const) {
    await page.mouse.click(x + right * width, y + down * height);
    await page.waitForSelector(corners < 3 ? '.city-tools button:has-text("Give up")' : '.city-area');
  }
  const said = page.locator('.city-area [role=status]');
  await expect.poll(() => said.textContent()).toMatch(/^\d+ links of road/);
  const [links = ''] = /^\d+/.exec((await said.textContent()) ?? '') ?? [];
  expect(await readNumbers(page)).toEqual(without);
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.city-compare');
  await settle(page);
  const legend = await page.locator('.city-legend li:has(.city-line-closed)').textContent();
  expect(legend).toContain(`${links} links`);
  await saveBy(page, 'Save', join(folder, 'my-scenario-3.json'));
  await expectShown(page, folder);
  await page.keyboard.press('Control+z');
  await page.waitForSelector('.city-compare', { state: 'detached' });
  await settle(page);
  expect(await readNumbers(page)).toEqual(without);
}

/** Puts a plant by a click, moves it by the pointer and by keys, and removes it: times and rows follow. */
export async function putByClick(page: Page, folder: string): Promise<void> {
  const pixel = await findPixel(page, '113.3045, 23.0964');
  await page.getByRole('button', { name: 'Plant', exact: true }).click();
  await page.mouse.click(...pixel);
  const mark = page.locator('.city-firm');
  await mark.waitFor();
  const field = page.getByLabel('Longitude, latitude', { exact: true });
  const put = await field.inputValue();
  const read = (): Promise<string> => page.locator('.city-places td.city-seen').innerText();
  await expect.poll(read).toMatch(/^\d+\.\d$/);
  const { x, y } = (await mark.boundingBox()) ?? expect.fail('no mark');
  await page.mouse.move(x + 16, y + 16);
  await page.mouse.down();
  await page.mouse.move(x + 90, y + 60, { steps: 6 });
  // The numbers follow while it is still held.
  await expect.poll(() => field.inputValue()).not.toBe(put);
  await settle(page);
  const [held, time] = [await field.inputValue(), await read()];
  await page.mouse.up();
  await settle(page);
  expect([await field.inputValue(), await read()]).toEqual([held, time]);
  await saveBy(page, 'Save', join(folder, 'my-scenario-4.json'));
  const home = (await page.locator('#place-first').inputValue()).replace(', ', ',');
  expect(Number(time)).toBeCloseTo(await askMinutes(page, home, held.replace(', ', ',')), 1);
  await expectNoBarriers(page);
  // All of the dragging was one step.
  await page.keyboard.press('Control+z');
  await expect.poll(() => field.inputValue()).toBe(put);
  await mark.press('ArrowRight');
  await expect.poll(() => field.inputValue()).not.toBe(put);
  await mark.press('Delete');
  await mark.waitFor({ state: 'detached' });
  await page.locator('.city-plan-name button').click();
  await settle(page);
}
