/** Takes the graphics card from a map and gives it back, as a device that sleeps does. */
import type { Page } from 'playwright-core';

/** The map loses what it has drawn. Resolves when the page says so. */
export async function loseCard(page: Page, canvas: string): Promise<void> {
  await page.locator(canvas).evaluate((element) => {
    const lost = (element as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(globalThis, { giveBack: () => lost?.restoreContext() });
    lost?.loseContext();
  });
  await page.waitForSelector('.map-missing[role=status]');
}

/** The map may draw again. Resolves when the page no longer says that it is gone. */
export async function giveCardBack(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { readonly giveBack: () => void }).giveBack());
  await page.waitForSelector('.map-missing', { state: 'detached' });
}
