/** The Value view says what `beltway value` and `beltway phase` say to the same question. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { BuildOrder, SectionValues, ValueMeasure, ValueReport } from '../../src/index.ts';
import { runLater } from '../cli/run.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';
import { openAll } from './harness/read.ts';

const ARGS = ['--build', '2010-with-belt', '--traffic', 'peak', '--suppliers', 'all'];

async function ask<T>(...args: readonly string[]): Promise<T> {
  const { code, out } = await runLater([...args, '--format', 'json']);
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

const toText = (value: number, decimals: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: decimals }).replace('-', '−');

/** An amount as the page writes it in English. */
function toAmount(measure: ValueMeasure, value: number): string {
  const [size, decimals] =
    measure === 'minutes'
      ? [value / 60, 1]
      : measure === 'passes'
        ? [value, Number.isInteger(value) ? 0 : 2]
        : [value * 100, 1];
  const isTiny = value !== 0 && Number(size.toFixed(decimals)) === 0;
  return isTiny ? `<${toText(10 ** -decimals, decimals)}` : toText(Number(size.toFixed(decimals)), decimals);
}

function readCells(page: Page, selector: string): Promise<readonly string[][]> {
  return page
    .locator(`${selector} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

async function untilShown(page: Page, measure: ValueMeasure): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      location.hash.includes(wanted) &&
      document.querySelector('.worth')?.getAttribute('aria-busy') === 'false',
    measure === 'minutes' ? 'view=value' : `measure=${measure}`,
  );
}

/** Value, opened first and opened last of each section. */
function listShares({ measures }: SectionValues, measure: ValueMeasure): readonly string[][] {
  const shares = measures.find((one) => one.measure === measure)?.shares ?? [];
  return shares.map(({ section, value, alone, last }) => [
    section,
    ...[value, alone, last].map((one) => toAmount(measure, one)),
  ]);
}

async function expectSections(page: Page, sections: SectionValues, measure: ValueMeasure): Promise<void> {
  const rows = await readCells(page, '.worth-sections');
  expect(rows.map(([name = '', value, , first, last]) => [name.split(' ')[0], value, first, last])).toEqual(
    listShares(sections, measure),
  );
}

async function expectOrder(page: Page, { measure, best, real }: BuildOrder): Promise<void> {
  const years = best.years.map(({ year, opened, gain }, i) => {
    const other = real?.years[i];
    return [
      ...[String(year), opened.join(' '), toAmount(measure, gain)],
      ...[other?.opened.join(' ') ?? '—', other === undefined ? '—' : toAmount(measure, other.gain)],
    ];
  });
  expect(await readCells(page, '.worth-years')).toEqual(years);
}

describeInBrowser('the Value view', () => {
  it('divides, closes and orders as the command line does, by any measure', async () => {
    const hash = '1&view=value&traffic=peak&suppliers=all';
    const opened = await openPage({ hash, until: 'answer' });
    const { page } = opened;
    await untilShown(page, 'minutes');
    await openAll(page, '.view-table');
    const { criticality, sections } = await ask<ValueReport>('value', ...ARGS);
    await expectSections(page, sections, 'minutes');
    await expectOrder(page, await ask<BuildOrder>('phase', ...ARGS));
    const slower = criticality.links.filter(({ slowed }) => slowed > 0);
    const rows = await readCells(page, '.view-table');
    const lost = (row: readonly string[]): string => [...row.slice(1, 3), row.at(-1)].join(' ');
    expect(rows.map(lost).toSorted()).toEqual(
      slower
        .map((one) => [one.feature, toAmount('minutes', one.lostS), String(one.cutOffPairs)].join(' '))
        .toSorted(),
    );
    expect(await page.locator('.view-caption').textContent()).toContain('not benefit, cost or traffic');
    await expectNoBarriers(page, '.worth');

    await page.locator('.view-options select').selectOption('passes');
    await untilShown(page, 'passes');
    await expectSections(page, sections, 'passes');
    await expectOrder(page, await ask<BuildOrder>('phase', ...ARGS, '--measure', 'passes'));
    expectSound(opened);
  });

  it('says why there is nothing to divide where the scenario has no such section', async () => {
    const hash = '1&view=value&base=2010-with-belt&build=2010-without-belt';
    const { page } = await openPage({ hash, until: 'answer' });
    await untilShown(page, 'minutes');
    expect(await page.locator('.worth table').count()).toBe(0);
    expect(await page.locator('.worth').textContent()).toContain('Sections:');
  });
});
