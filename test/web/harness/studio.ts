/** What comes of work in the studio: files as they are saved, held against the command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Analysis, ScenarioFile } from '../../../src/index.ts';
import { runJson } from './command.ts';
import { expectFrom, toGrid } from './expected.ts';

/** The scenario's file as the page saves it. */
export async function saveFile(page: Page): Promise<ScenarioFile> {
  const download = page.waitForEvent('download');
  await page.locator('.studio .buttons button', { hasText: 'Save' }).click();
  return JSON.parse(await readText(await (await download).createReadStream())) as ScenarioFile;
}

/** Cells of the supplier × assembler table. */
async function readGrid(page: Page): Promise<readonly string[][]> {
  return page
    .locator('table.grid tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.name')?.textContent ?? '',
        ...[...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
      ]),
    );
}

/** The table equals the command's answer to the saved file, which comes back with the answer. */
export async function expectSame(
  page: Page,
  folder: string,
  name: string,
): Promise<{ readonly file: ScenarioFile; readonly grid: readonly string[][] }> {
  const file = await saveFile(page);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(file));
  const analysis = runJson<Analysis>('compare', '--base', file.base, '--build', path);
  const grid = toGrid(expectFrom(analysis));
  await expect.poll(() => readGrid(page), { message: name, timeout: 15_000 }).toEqual(grid);
  return { file, grid };
}
