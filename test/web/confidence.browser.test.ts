/** How sure the page is: its hours, its spread and its draws are those of the command line. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type {
  Analysis,
  ConfidenceDocument,
  DayDocument,
  ReliabilityDocument,
  SensitivityDocument,
} from '../../src/index.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { runChild, runLater } from '../cli/run.ts';
import { runJson } from './harness/command.ts';
import { describeInBrowser, expectSound, sharePage } from './harness/page.ts';

const text = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).allTextContents();
const toMinutes = (timeS: number | null | undefined): string =>
  typeof timeS === 'number' ? (timeS / 60).toFixed(1) : '—';
const toHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Rows of the table of hours as the command line has them: time without, time with its mark, its range. */
function listHours({ pairs }: DayDocument): readonly string[][] {
  const [base, build] = pairs;
  return (build?.hours ?? []).map(({ hour, timeS, lowS, highS }) => [
    toHour(hour),
    toMinutes(base?.hours[hour]?.timeS),
    `${toMinutes(timeS)} ${build?.holdsAt.includes(hour) === true ? '✓' : '✗'}`,
    `${toMinutes(lowS)} – ${toMinutes(highS)}`,
  ]);
}

describeInBrowser('how sure the page is', () => {
  const open = sharePage({ until: 'answer' });

  it('shows the hours and the spread of a trip as the command line gives them', async () => {
    const opened = await open('1&traffic=peak&trip=S001;toyota');
    const { page } = opened;
    await page.locator('.trip-day').waitFor();
    await page.locator('.trip-day summary').click();
    const rows = await page
      .locator('.hours tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.children].map((cell) => (cell.textContent ?? '').trim())),
      );
    expect(rows).toEqual(listHours(runJson<DayDocument>('day', 'S001', 'toyota')));
    const spread = runJson<ReliabilityDocument>('reliability', 'S001', 'toyota', '--traffic', 'peak');
    const p95 = spread.rows.flatMap(({ readings }) => readings.map(({ p95S }) => toMinutes(p95S)));
    expect(await text(page, '.trip-spread tbody td:nth-child(5)')).toEqual(p95);
    expect(
      (await text(page, '.trip-spread tbody td:nth-child(2)')).every((share) => share.endsWith('%')),
    ).toBe(true);
    await expectNoBarriers(page, '.route');
    expectSound(opened);
  });

  it('takes the hour that is chosen in the strip, for everything', async () => {
    const opened = await open('1&trip=S001;toyota');
    const { page } = opened;
    const before = await page.locator('.route-minutes strong').textContent();
    await page.locator('.day-strip .hour').nth(7).click();
    await page.waitForFunction(() => /depart=07:00/.test(decodeURIComponent(location.hash)));
    await page.waitForFunction(
      (old) => document.querySelector('.route-minutes strong')?.textContent !== old,
      before,
    );
    const { cells } = runJson<Analysis>('compare', '--depart', '07:00');
    const build = cells.filter(({ origin, scenario }) => origin === 'S001' && scenario.endsWith('-belt'));
    const times = (build.length > 0 ? build : cells.filter(({ origin }) => origin === 'S001')).map(
      ({ timeS }) => toMinutes(timeS),
    );
    const shown = (await page.locator('.route-minutes strong').textContent())?.replace('≈', '') ?? '';
    expect(times).toContain(shown);
    expect(await page.locator('.hour-chosen').count()).toBe(1);
    expectSound(opened);
  });

  it('draws on while it is read, stops when told to, and counts as the command line does', async () => {
    const opened = await open('1&view=confidence');
    const { page } = opened;
    await page.locator('.draws button', { hasText: 'Stop drawing' }).waitFor();
    await page.waitForFunction(() =>
      /^\s*([5-9]|[1-4]\d)\d of 500/.test(document.querySelector('.draws span')?.textContent ?? ''),
    );
    await page.locator('.draws button', { hasText: 'Stop drawing' }).click();
    await page.locator('.draws', { hasText: 'Stopped after' }).waitFor();
    await page.locator('.draws button', { hasText: 'Go on' }).click();
    await page.locator('.draws').waitFor({ state: 'detached' });
    // Draws take turns of the event loop: they are made in a process of their own.
    const { out } = runChild(['sensitivity', '--only', 'draws', '--format', 'json']);
    const { verdicts } = JSON.parse(out) as ConfidenceDocument;
    const counts = (await text(page, '.draw-verdicts td')).map((cell) => Number(/\d+/.exec(cell)?.[0]));
    expect([...counts].toSorted((a, b) => a - b)).toEqual(
      verdicts.map(({ holds }) => holds).toSorted((a, b) => a - b),
    );
    expect(await page.locator('.confidence .confidence-sentence').textContent()).toContain('500 draws');
    await page.locator('.heat').waitFor();
    const sweeps = await runLater(['sensitivity', '--only', 'sweeps', '--format', 'json']);
    const swept = JSON.parse(sweeps.out) as SensitivityDocument;
    const shares = swept.heat?.rows.at(-1)?.shares.flat() ?? [];
    expect(await text(page, '.heat td')).toEqual(
      shares.map((share) => String(Math.round(100 * (share ?? NaN)))),
    );
    expect(await page.locator('.levers tbody tr').count()).toBe(swept.tornado.length);
    await expectNoBarriers(page, '.confidence');
    expectSound(opened);
  });
});
