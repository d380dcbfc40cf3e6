/**
 * Pictures of the page held against those in `test/web/pictures`. `UPDATE=1` writes them anew; a human looks at
 * the difference. A comparison that fails leaves what was seen, and where it differs, in a folder it names.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { ROOT } from '../../cli/run.ts';

const PICTURES = join(ROOT, 'test/web/pictures');
/** How far a pixel's colour may be off, 0 … 1, before it counts; smooth edges never count. */
const THRESHOLD = 0.1;
/** Share of pixels that may differ on another machine: other fonts, another release of Chromium. */
const MOST_DIFFERENT = 0.02;
/** How long names on the map and late fonts may take until the page looks as it should. */
const SETTLE_MS = 2500;
const LOOK_AGAIN_MS = 300;

export interface PictureOptions {
  readonly clip?: PageScreenshotOptions['clip'];
  readonly selector?: string;
  readonly mostDifferent?: number;
}

/** The page looks as it did. */
export async function expectPicture(page: Page, name: string, options: PictureOptions = {}): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  if (process.env['UPDATE'] === '1') {
    await page.waitForTimeout(SETTLE_MS);
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(path, await takePicture(page, options));
    return;
  }
  if (!existsSync(path)) expect.fail(`${path} is missing: UPDATE=1 takes it`);
  const { seen, share, difference } = await lookUntilLike(page, readFileSync(path), options);
  if (share <= (options.mostDifferent ?? MOST_DIFFERENT)) return;
  const folder = mkdtempSync(join(tmpdir(), 'beltway-picture-'));
  writeFileSync(join(folder, `${name}.seen.png`), seen);
  if (difference !== null) writeFileSync(join(folder, `${name}.difference.png`), difference);
  expect.fail(`${name} looks different in ${(100 * share).toFixed(1)} % of its pixels: see ${folder}`);
}

/** Looks until the page is like the picture or has had its time; the last look counts. */
async function lookUntilLike(page: Page, expected: Buffer, options: PictureOptions) {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const seen = await takePicture(page, options);
    const compared = compare(expected, seen);
    if (compared.share <= (options.mostDifferent ?? MOST_DIFFERENT) || Date.now() > until)
      return { seen, ...compared };
    await page.waitForTimeout(LOOK_AGAIN_MS);
  }
}

function takePicture(page: Page, { clip, selector }: PictureOptions): Promise<Buffer> {
  const how = { animations: 'disabled', caret: 'hide', scale: 'css' } as const;
  if (selector !== undefined) return page.locator(selector).first().screenshot(how);
  return page.screenshot(clip === undefined ? how : { ...how, clip });
}

/** Share of pixels that differ, and a picture of where; all of them where the sizes do. */
export function compare(
  expected: Buffer,
  seen: Buffer,
): { readonly share: number; readonly difference: Buffer | null } {
  const [before, after] = [PNG.sync.read(expected), PNG.sync.read(seen)];
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return { share: 1, difference: null };
  const difference = new PNG({ width, height });
  const count = pixelmatch(before.data, after.data, difference.data, width, height, { threshold: THRESHOLD });
  return { share: count / (width * height), difference: PNG.sync.write(difference) };
}
