/** Drawing in a browser: every kind of change made on the map or in its form, its numbers held against the command line. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  standOn,
  tryModifications,
  type BuildModification,
  type LonLat,
  type ScenarioFile,
} from '../../src/index.ts';
import { makeFolder } from '../cli/run.ts';
import { DATASET } from './answer-fixture.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { expectSame, learnScale, readDelays, take, watchPointer } from './harness/studio.ts';

const SCREEN = { width: 1440, height: 1000 };
/** Nodes that the drawn road begins and ends at, with a point between them. */
const LEPING: LonLat = [113.01893, 23.26411];
const BETWEEN: LonLat = [113.09, 23.32];
const NISSAN: LonLat = [113.178, 23.376];
/** On the ring between Longxi and Shabei. */
const SHABEI: LonLat = [113.189, 23.1195];
const HUADU: LonLat = [113.172, 23.378];
const WEST: readonly LonLat[] = [[112.95, 23.2], [113.2, 23.2], [113.2, 22.95], [112.95, 22.95]]; // prettier-ignore
/** No target: that a change hangs is what it guards against. */
const HANG_MS = 20_000;

/** Words beside the name of the open row: what it touches. */
const readOpen = (page: Page): Promise<string | null> =>
  page.locator('.studio-row:has(.studio-form) .studio-row-name .small').textContent();

/** Stretches of road that the engine says a row touches. */
function countTouched(file: ScenarioFile, row: number): number {
  const scenario = standOn(file, (id) => DATASET.scenarios.find((one) => one.id === id));
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
    const opened = await openPage({ ...SCREEN, bypassPolicy: true, hash: '1&build=2010-without-belt' });
    const { page } = opened;
    await page.locator('.studio-entry button:has-text("Draw a road")').click();
    await page.locator('.column-modes button', { hasText: 'All' }).click();
    await page.locator('.studio-bar .view-hint:has-text("Click where the road begins")').waitFor();
    await watchPointer(page);
    const click = await learnScale(page);
    const supplied = await expectSame(page, folder, 'supplier');
    expect(supplied.file.modifications.map(({ kind }) => kind)).toEqual(['add-supplier']);

    await take(page, 'Draw a road');
    await click(LEPING, BETWEEN, NISSAN);
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
    await click(SHABEI);
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
    await click(...WEST);
    await page.keyboard.press('Enter');
    const touching = await expectSame(page, folder, 'touching');
    const touched = countTouched(touching.file, 4);
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
    await click([112.93, 23.3]);
    await form(page, 'group').selectOption('honda');
    const planted = await expectSame(page, folder, 'plant');
    expect(planted.file.modifications.at(-1)).toMatchObject({ kind: 'add-plant', group: 'honda' });
    expect(planted.grid).not.toEqual(dated.grid);

    await take(page, 'Move a plant');
    await click(HUADU, [113.3, 22.75]);
    await form(page, 'plant').selectOption('NISSAN_HD1');
    const moved = await expectSame(page, folder, 'moved');
    expect(moved.file.modifications.at(-1)).toMatchObject({ kind: 'move-plant', plant: 'NISSAN_HD1' });
    expect(moved.grid).not.toEqual(planted.grid);

    const delays = (await readDelays(page)).toSorted((a, b) => a - b);
    const middle = delays[Math.floor(delays.length / 2)];
    console.log(`pointer up → new numbers, ms: median ${middle}, all ${delays.join(' ')}`);
    expect(delays.length).toBeGreaterThan(5);
    expect(Math.max(...delays)).toBeLessThan(HANG_MS);
    expectSound(opened);
  }, 180_000);
});
