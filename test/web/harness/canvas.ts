/** What is on the map's canvas, measured: a map that has not drawn is one colour, or has no height. */
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

export interface CanvasState {
  readonly width: number;
  readonly height: number;
  /** Share of pixels that do not have the commonest colour. */
  readonly drawnShare: number;
  /** Number of different colours. */
  readonly colours: number;
}

/** Reads a canvas as it is seen, the first one that matches. */
export async function readCanvas(page: Page, selector = 'canvas.maplibregl-canvas'): Promise<CanvasState> {
  const canvas = page.locator(selector).first();
  const box = await canvas.boundingBox();
  if (box === null || box.width < 1 || box.height < 1) {
    return { width: box?.width ?? 0, height: box?.height ?? 0, drawnShare: 0, colours: 0 };
  }
  const { data } = PNG.sync.read(await canvas.screenshot());
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.readUInt32BE(i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const pixels = data.length / 4;
  return {
    width: box.width,
    height: box.height,
    drawnShare: 1 - Math.max(...counts.values()) / pixels,
    colours: counts.size,
  };
}

/** How many pixels of a colour (within a distance per channel) an area of the page shows. */
export async function countColour(
  page: Page,
  selector: string,
  [red, green, blue]: readonly [number, number, number],
  within = 8,
): Promise<number> {
  const { data } = PNG.sync.read(await page.locator(selector).first().screenshot());
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const far = [red, green, blue].some((value, at) => Math.abs((data[i + at] ?? 0) - value) > within);
    if (!far) count += 1;
  }
  return count;
}
