/** The page of an imported network as tests read it and work on it: its numbers, held against the command that it shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CityBand, CityReachDocument } from '../../../src/index.ts';
import { runLater } from '../../cli/run.ts';
import { readTable } from './read.ts';

async function ask(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await runLater([...words]);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** Waits until the answer is that of what is asked. */
export async function settle(page: Page): Promise<void> {
  // Two frames until what was done is in the document.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  await page.waitForFunction(() => {
    const isIdle = document.querySelector('.city-answer')?.getAttribute('aria-busy') === 'false';
    return isIdle && document.documentElement.dataset['answered'] === 'yes';
  });
}

export const toCells = ({ roadKm, areaKm2, links }: CityBand): readonly number[] => [
  Number(roadKm.toFixed(1)),
  Number(areaKm2.toFixed(2)),
  links,
];

/** Numbers of the table's rows, without their names. */
export async function readNumbers(page: Page): Promise<readonly (readonly number[])[]> {
  const rows = await readTable(page, '.city-counts', 'tbody tr');
  return rows.map((cells) => cells.slice(1).map((cell) => Number(cell.replaceAll(',', ''))));
}

/** What the command that stands on the page prints; `format` and the folder of opened files take the place of its own. */
export async function runShown(page: Page, format: string, folder = ''): Promise<string> {
  const line = (await page.locator('.city-files code').textContent()) ?? '';
  const words = line.split(' ').slice(2);
  const change = (word: string, before: string | undefined): string => {
    if (before === '--format') return format;
    return before === '--scenario' ? join(folder, word) : word;
  };
  return ask(...words.map((word, i) => change(word, words[i - 1])));
}

export async function putFirst(page: Page, at: string): Promise<void> {
  await page.locator('#place-first').fill(at);
  await page.keyboard.press('Enter');
  await settle(page);
}

/** Numbers of the bands on the page, held against the command that it shows. */
export async function expectShown(page: Page, folder: string): Promise<readonly (readonly number[])[]> {
  const { bands } = JSON.parse(await runShown(page, 'json', folder)) as CityReachDocument;
  const numbers = await readNumbers(page);
  expect(numbers).toEqual(bands.map(toCells));
  return numbers;
}

/** `within`: the part of the page that has the button, where another has one that is called alike. */
export async function saveBy(
  page: Page,
  button: string,
  file: string,
  within: Page | Locator = page,
): Promise<string> {
  const download = page.waitForEvent('download');
  await within.getByRole('button', { name: button, exact: true }).click();
  await (await download).saveAs(file);
  return readFileSync(file, 'utf8');
}

export const saveGeoJson = (page: Page, file: string): Promise<string> => saveBy(page, 'GeoJSON', file);

/** Answers that the page was given, by the marks of their being drawn. */
export const countAnswers = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByName('beltway:city').length);

/** Minutes from a place to another as `matrix` has them on the folder that the page shows. */
export async function askMinutes(page: Page, from: string, to: string): Promise<number> {
  const words = ((await page.locator('.city-files code').textContent()) ?? '').split(' ');
  const folder = words[words.indexOf('--data') + 1] ?? '';
  const out = await ask(
    ...['matrix', '--data', folder, '--origins', from, '--destinations', to, '--format', 'json'],
  );
  const { cells } = JSON.parse(out) as { readonly cells: readonly { readonly timeS: number }[] };
  return (cells[0]?.timeS ?? NaN) / 60;
}
