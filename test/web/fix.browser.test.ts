/** What would fix a failing trip, in a browser: stopped and asked again, the answer of the command, applied and it holds. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { FixDocument, FixReading, FixSpeed } from '../../src/index.ts';
import { runLater } from '../cli/run.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { openAll, readTexts } from './harness/read.ts';

/** The answer of the very command that the page shows. */
async function askCommand(page: Page): Promise<FixDocument> {
  const line = (await page.locator('.fix .command code').textContent()) ?? '';
  expect(line).toMatch(/^npx beltway fix /);
  const words = line.split(' ').slice(2);
  const { code, out, err } = await runLater([...words, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as FixDocument;
}

const text = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
const minutes = ({ timeS, holds }: FixReading): string =>
  `${((timeS ?? NaN) / 60).toFixed(2)} min ${holds ? '✓' : '✗'}`;

/** What must stand in the words of one speed. */
function listSaid(one: FixSpeed): readonly string[] {
  const { nameEn, kmh, nowKmh, law, legalKmh, reading, less, sign } = one;
  return [
    ...[nameEn, `${text(kmh, 2)} km/h, now ${text(nowKmh, 1)}`],
    ...[`then ${minutes(reading)}`, `at 1 % less ${minutes(less)}`],
    ...(law === 'unlawful' ? [`unlawful: ${legalKmh} is allowed`] : ['lawful']),
    ...(sign === null ? [] : [`sign ${sign.postedKmh}: ${minutes(sign.reading)}`]),
  ];
}

async function ask(page: Page): Promise<void> {
  await page.locator('.fix-ask').click();
  await page.locator('.fix-result').waitFor();
}

describeInBrowser('what would fix a trip', () => {
  it('is stopped, asked again, is the answer of the command, and holds where it is applied', async () => {
    const opened = await openPage({ until: 'answer', hash: '1&trip=S042;nissan' });
    const { page } = opened;
    await page.locator('.fix-ask').click();
    await page.locator('.fix-working button').click();
    await page.locator('.fix-ask').waitFor();
    expect(await page.locator('.fix-result').count()).toBe(0);

    await ask(page);
    const fix = await askCommand(page);
    expect(await page.locator('.fix-sentence').textContent()).toBe(fix.sentence);
    await openAll(page, '.fix-part details');
    const said = await readTexts(page, '.fix-list .fix-one');
    const speeds = [...(fix.roads?.found ?? []), ...(fix.links?.found ?? [])];
    expect(speeds.length).toBeGreaterThan(5);
    expect(said.length).toBe(speeds.length);
    for (const [i, one] of speeds.entries())
      for (const words of listSaid(one)) expect(said[i]).toContain(words);
    const set = fix.sections?.found ?? null;
    const link = fix.newLink?.found ?? null;
    if (set === null || link === null) throw new Error('a set and a road are expected here');
    const [sections = '', road = ''] = (await readTexts(page, '.fix-part')).slice(2);
    expect(sections).toContain(`${(set.lengthM / 1000).toFixed(1)} km, then ${minutes(set.reading)}`);
    for (const id of set.ids) expect(sections).toContain(`Open ${id} `);
    const ends = `from ${link.from.nameEn} to ${link.to.nameEn}`;
    expect(road).toContain(`${(link.lengthM / 1000).toFixed(1)} km ${ends}, then ${minutes(link.reading)}`);
    await expectNoBarriers(page, '.fix');

    // Applied it is a scenario of the user, and the verdict flips.
    expect(await page.locator('.route-verdicts .verdict-strict').count()).toBe(0);
    await page.locator('.fix-part').nth(2).locator('.fix-one button').click();
    await page.locator('.route-verdicts .verdict-strict').waitFor();
    expect(await page.evaluate(() => location.hash)).toContain(`build=${set.scenario.id}`);
    expect(await page.locator('.fix').count()).toBe(0);

    // Where nothing does, that is said.
    await page.evaluate(() => (location.hash = '#1&trip=S027;nissan'));
    await ask(page);
    expect(await page.locator('.fix-result').textContent()).toContain('Nothing lawful that was tried');
    expect(await page.locator('.fix-law.unlawful').count()).toBeGreaterThan(0);
    expectSound(opened);
  });
});
