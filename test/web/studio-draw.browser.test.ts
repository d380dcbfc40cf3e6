/** Drawing in a browser: every kind of change made on the map or in its form, its numbers held against the command line. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  standOn,
  tryModifications,
  type BuildModification,
  type LonLat,
  type Scenario,
  type ScenarioFile,
} from '../../src/index.ts';
import { listMeetings } from '../../web/studio/meetings.ts';
import { findRoadsBefore } from '../../web/studio/roads.ts';
import { makeFolder } from '../cli/run.ts';
import { DATASET } from './answer-fixture.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { clickAt, learnScale, readDelays, take, watchPointer } from './harness/hand.ts';
import { describeInBrowser, expectSound, openPage, waitUntil } from './harness/page.ts';
import { expectSame, saveFile } from './harness/studio.ts';

const SCREEN = { width: 1440, height: 1000 };
/** Nodes that the drawn road begins and ends at, with a point between them. */
const LEPING: LonLat = [113.01893, 23.26411];
const BETWEEN: LonLat = [113.09, 23.32];
const NISSAN: LonLat = [113.178, 23.376];
/** Where no road is near. */
const NOWHERE: LonLat = [112.86, 22.72];
/** On the ring between Longxi and Shabei. */
const SHABEI: LonLat = [113.189, 23.1195];
const HUADU: LonLat = [113.172, 23.378];
const WEST: readonly LonLat[] = [[112.95, 23.2], [113.2, 23.2], [113.2, 22.95], [112.95, 22.95]]; // prettier-ignore
const CANVAS = 'canvas.maplibregl-canvas';
/** After so long a click on a mark has done what it does. */
const MARKED_MS = 1500;
/** No target: that a change hangs is what it guards against. */
const HANG_MS = 20_000;

/** Words beside the name of the open row: what it touches. */
const readOpen = (page: Page): Promise<string | null> =>
  page.locator('.studio-row:has(.studio-form) .studio-row-name .small').textContent();

const findShipped = (id: string): Scenario | undefined => DATASET.scenarios.find((one) => one.id === id);

/** Stretches of road that the engine says a row touches. */
function countTouched(file: ScenarioFile, row: number): number {
  const scenario = standOn(file, findShipped);
  if (scenario === null) throw new Error('it stands on nothing');
  const rows = tryModifications(DATASET, scenario).modifications;
  return rows.at(row - file.modifications.length)?.features.length ?? 0;
}

const open = (page: Page, name: string): Promise<void> =>
  page.locator(`.studio-form input[id^="studio-${name}-"]`).first().waitFor();
const form = (page: Page, name: string) => page.locator(`.studio-form [id^="studio-${name}-"]`).first();

function findRoad({ modifications }: ScenarioFile): BuildModification {
  const row = modifications.find(({ kind }) => kind === 'build');
  if (row?.kind !== 'build') throw new Error('no road');
  return row;
}

describeInBrowser('drawing in the studio', () => {
  it('makes every kind of change, with the numbers of the saved file', async () => {
    const folder = makeFolder();
    const opened = await openPage({ ...SCREEN, hash: '1&build=2010-without-belt' });
    const { page } = opened;
    await page.locator('.studio-entry button:has-text("Draw a road")').click();
    await page.locator('.column-modes button', { hasText: 'All' }).click();
    await page.locator('.studio-bar .view-hint:has-text("Click where the road begins")').waitFor();
    await watchPointer(page);
    const find = await learnScale(page);
    const supplied = await expectSame(page, folder, 'supplier');
    expect(supplied.file.modifications.map(({ kind }) => kind)).toEqual(['add-supplier']);

    await take(page, 'Draw a road');
    await clickAt(page, find, LEPING, BETWEEN, NISSAN);
    await expect.poll(() => page.locator('.studio-meetings li').count()).toBeGreaterThan(2);
    await page.keyboard.press('Enter');
    await open(page, 'kmh');
    const drawn = await expectSame(page, folder, 'road');
    expect(findRoad(drawn.file).interchanges).toEqual([{ vertex: 0, node: 'T_LEPING' }, { vertex: 2, node: 'NISSAN_J' }]); // prettier-ignore
    await expectNoBarriers(page, '.studio');
    await page.locator('.studio-meetings li button:text-is("Connect")[aria-pressed="false"]').first().click();
    await form(page, 'kmh').fill('120');
    const joined = await expectSame(page, folder, 'joined');
    expect(findRoad(joined.file).interchanges.length).toBe(3);
    expect(findRoad(joined.file).postedKmh).toBe(120);
    expect(joined.grid).not.toEqual(drawn.grid);

    await take(page, 'Close');
    await clickAt(page, find, SHABEI);
    await page.locator('.studio-targets li').waitFor();
    const closed = await expectSame(page, folder, 'closed');
    expect(closed.file.modifications.at(-1)).toEqual({ kind: 'close', links: ['R1_LS.S81_LX-SHABEI'] });
    expect(closed.grid).not.toEqual(joined.grid);

    await take(page, 'Signs');
    await page.locator('.studio-find input').fill('Guangsan: Xiebian');
    await page.keyboard.press('Enter');
    await form(page, 'postedKmh').fill('60');
    const signed = await expectSame(page, folder, 'signs');
    expect(signed.file.modifications.at(-1)).toEqual({ kind: 'change', sections: ['G3'], postedKmh: 60 });
    expect(signed.grid).not.toEqual(closed.grid);

    await take(page, 'Slow');
    await page.locator('.studio-bar button:text-is("In an area")').click();
    await clickAt(page, find, ...WEST);
    await page.keyboard.press('Enter');
    const touched = countTouched(await saveFile(page), 4);
    expect(await readOpen(page)).toContain(`${touched} stretches of road`);
    await page.locator('.studio-form .segments label', { hasText: 'entirely within' }).click();
    await form(page, 'factor').fill('30');
    const within = await expectSame(page, folder, 'within');
    const inside = countTouched(within.file, 4);
    expect(inside).toBeLessThan(touched);
    expect(await page.locator('.studio-form [role="status"]').textContent()).toContain(`${inside} stretches`);
    expect(within.grid).not.toEqual(signed.grid);

    await take(page, 'Dates');
    await page.locator('.studio-find input').fill('Guangzhu East: Tanwei');
    await page.keyboard.press('Enter');
    await form(page, 'date-opened').fill('2012-01');
    const dated = await expectSame(page, folder, 'dates');
    const dates = { kind: 'set-dates', sections: ['GZE'], opened: '2012-01', closed: null };
    expect(dated.file.modifications.at(-1)).toEqual(dates);
    expect(dated.grid).not.toEqual(within.grid);

    await take(page, 'Plant');
    await clickAt(page, find, [112.93, 23.3]);
    await form(page, 'group').selectOption('honda');
    const planted = await expectSame(page, folder, 'plant');
    expect(planted.file.modifications.at(-1)).toMatchObject({ kind: 'add-plant', group: 'honda' });
    expect(planted.grid).not.toEqual(dated.grid);

    await take(page, 'Move a plant');
    await clickAt(page, find, HUADU, [113.3, 22.75]);
    await form(page, 'plant').selectOption('NISSAN_HD1');
    const moved = await expectSame(page, folder, 'moved');
    expect(moved.file.modifications.at(-1)).toMatchObject({ kind: 'move-plant', plant: 'NISSAN_HD1' });
    expect(moved.grid).not.toEqual(planted.grid);

    const delays = (await readDelays(page)).toSorted((a, b) => a - b);
    const middle = delays[Math.floor(delays.length / 2)];
    const how =
      process.env['BELTWAY_LONG'] === '1' ? 'as a user has it' : 'with fewer compilers than a user has';
    console.log(`pointer up → new numbers, ms, ${how}: median ${middle}, all ${delays.join(' ')}`);
    expect(delays.length).toBeGreaterThan(5);
    expect(Math.max(...delays)).toBeLessThan(HANG_MS);
    expectSound(opened);
  }, 240_000);

  it('gives up, takes back, drags and removes points, goes on after a reload, and needs no pointer', async () => {
    const opened = await openPage({ ...SCREEN, hash: '1&build=2010-without-belt' });
    const { page } = opened;
    const rows = page.locator('.studio-row');
    await page.locator('.studio-entry button:has-text("Draw a road")').click();
    const find = await learnScale(page);
    await take(page, 'Draw a road');
    await clickAt(page, find, LEPING, BETWEEN, NISSAN);
    await expect.poll(() => rows.count()).toBe(2);
    const drawn = await saveFile(page);
    expect(findRoad(drawn).line.length).toBe(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows.count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows.count()).toBe(2);
    expect(await saveFile(page)).toEqual(drawn);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => rows.count()).toBe(1);
    await page.keyboard.press('Control+z');

    // The mark of a road that it meets, on the map: it connects there, and passes over again.
    await page.keyboard.press('Escape');
    await page.locator('.studio-row-name').last().click();
    await form(page, 'kmh').waitFor();
    const crossing = listMeetings(findRoadsBefore(DATASET, drawn, 1, findShipped), findRoad(drawn)).find(
      ({ vertex }) => vertex === null,
    );
    // Its form may be there before its marks are drawn: then a click finds the line, puts a point on it, and is taken back.
    const connect = async (): Promise<number> => {
      await clickAt(page, find, crossing?.at ?? NOWHERE);
      await page.waitForTimeout(MARKED_MS);
      const { line, interchanges } = findRoad(await saveFile(page));
      if (interchanges.length === 2 && line.length > 3) await page.keyboard.press('Control+z');
      return interchanges.length;
    };
    await expect.poll(connect, { interval: 0, timeout: 15_000 }).toBe(3);
    await page.keyboard.press('Control+z');
    expect(await saveFile(page)).toEqual(drawn);

    // A point is dragged off the roads: its end connects no more, and that is said.
    await page.mouse.move(...(await find(findRoad(drawn).line.at(-1) ?? NISSAN)));
    await page.mouse.down();
    await page.mouse.move(...(await find(NOWHERE)), { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => findRoad(await saveFile(page)).interchanges.length).toBe(1);
    await page.locator('.studio-meetings .warning').waitFor();
    const dragged = findRoad(await saveFile(page));
    expect(dragged.line.slice(0, 2)).toEqual(findRoad(drawn).line.slice(0, 2));
    await page.mouse.click(...(await find(findRoad(drawn).line[1] ?? BETWEEN)), { button: 'right' });
    await expect.poll(async () => findRoad(await saveFile(page)).line.length).toBe(2);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await saveFile(page)).toEqual(drawn);
    await page.locator(CANVAS).focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => rows.count()).toBe(1);

    // A line with one point makes no road yet: a reload keeps it all the same.
    await take(page, 'Draw a road');
    await clickAt(page, find, LEPING);
    await page.locator('.studio-bar button:has-text("Give up")').waitFor();
    await page.reload();
    await waitUntil(page, 'map');
    await page.locator('.studio-bar .view-hint:has-text("was not finished")').waitFor();
    await clickAt(page, find, NISSAN);
    await expect.poll(() => rows.count()).toBe(2);
    await page.keyboard.press('Enter');
    const resumed = findRoad(await saveFile(page)).interchanges;
    expect(resumed).toEqual([{ vertex: 0, node: 'T_LEPING' }, { vertex: 1, node: 'NISSAN_J' }]); // prettier-ignore

    // By the keyboard alone: a road whose points are typed.
    await page.locator('.studio-tool-groups button:text-is("Draw a road"):visible').focus();
    await page.keyboard.press('Enter');
    await page.locator('.studio-bar button:text-is("Type it in")').focus();
    await page.keyboard.press('Enter');
    await page.locator('.studio-points summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('.studio-points input[type="text"]').first().fill('112.9674, 22.9461');
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => (await saveFile(page)).modifications.at(-1))
      .toMatchObject({ kind: 'build', interchanges: [{ vertex: 0, node: 'T_XIQIAO' }, { vertex: 1 }] });

    // And an area, corner by corner.
    for (const name of [
      '.studio-tool-groups button:text-is("Close"):visible',
      '.studio-bar button:text-is("In an area")',
      '.studio-bar button:text-is("Type it in")',
      '.studio-points summary',
    ]) {
      await page.locator(name).focus();
      await page.keyboard.press('Enter');
    }
    await page.locator('.studio-points input[type="text"]').nth(1).fill('113.3, 23.2');
    await page.keyboard.press('Tab');
    await page.locator('.studio-points button').first().focus();
    await page.keyboard.press('Enter');
    const lastRing = async (): Promise<readonly LonLat[] | null> => {
      const row = (await saveFile(page)).modifications.at(-1);
      return row?.kind === 'close' ? (row.area?.ring ?? null) : null;
    };
    await expect.poll(async () => (await lastRing())?.[2]).toEqual([113.3, 23.2]);
    expect((await lastRing())?.length).toBe(5);
    expectSound(opened);
  }, 240_000);
});
