/** The hand over the map: tools, points by their coordinates, and how long new numbers take after it has let go. */
import type { Page } from 'playwright-core';
import type { LonLat } from '../../../src/model/source.ts';

const CANVAS = 'canvas.maplibregl-canvas';

/** Takes a tool by its name. */
export async function take(page: Page, tool: string): Promise<void> {
  await page.locator(`.studio .studio-tool-groups button:text-is("${tool}")`).click();
}

/** Latitude as the map draws it. */
const toNorth = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** The middle of the map on the page: it stays the same place when the map is given more or less room. */
async function findMiddle(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator(CANVAS).boundingBox();
  if (box === null) throw new Error('no map');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Puts a supplier there and reads where that is; its row is open then. */
async function probe(page: Page, pixel: readonly [number, number]): Promise<LonLat> {
  await take(page, 'Supplier');
  await page.mouse.click(...pixel);
  const field = page.locator('.studio-form input[id^="studio-at-"]');
  await field.waitFor();
  const [lon = NaN, lat = NaN] = (await field.inputValue()).split(', ').map(Number);
  return [lon, lat];
}

/** Where a point of the map is on the page now. */
export type Finder = (at: LonLat) => Promise<readonly [x: number, y: number]>;

/** Pixels beside the middle at which the map's scale is read. */
const BESIDE = [[-200, -60], [180, 140]] as const; // prettier-ignore

/** Learns the map's scale from two suppliers, of which the first one stays. */
export async function learnScale(page: Page): Promise<Finder> {
  const [x, y] = await findMiddle(page);
  const [[left, top], [right, bottom]] = BESIDE;
  const [a, b] = [await probe(page, [x + left, y + top]), await probe(page, [x + right, y + bottom])];
  await page.locator('.studio-row-buttons button').last().click();
  await page.waitForFunction("document.querySelectorAll('.studio-row').length === 1");
  return async ([lon, lat]) => {
    const middle = await findMiddle(page);
    const east = left + ((lon - a[0]) / (b[0] - a[0])) * (right - left);
    const south = top + ((toNorth(lat) - toNorth(a[1])) / (toNorth(b[1]) - toNorth(a[1]))) * (bottom - top);
    return [middle[0] + east, middle[1] + south];
  };
}

/** Clicks points of the map one after the other. */
export async function clickAt(page: Page, find: Finder, ...points: readonly LonLat[]): Promise<void> {
  for (const at of points) {
    const [x, y] = await find(at);
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.click(x, y);
  }
}

/** Remembers from now on when the pointer goes up. */
export async function watchPointer(page: Page): Promise<void> {
  await page.evaluate("addEventListener('pointerup', () => performance.mark('test:up'), { capture: true })");
}

/** Milliseconds from the pointer's going up to new numbers, of each change that it made. */
export async function readDelays(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const ups = performance.getEntriesByName('test:up').map(({ startTime }) => startTime);
    return performance.getEntriesByName('beltway:update').flatMap(({ startTime, duration }) => {
      const up = ups.findLast((time) => time <= startTime);
      // A change by the keyboard has no pointer before it.
      return up === undefined || startTime - up > 100 ? [] : [Math.round(startTime + duration - up)];
    });
  });
}
