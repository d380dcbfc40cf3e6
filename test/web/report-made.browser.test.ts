/** A report made on the page: the bytes of the command that is printed in it, with a scenario of the user's own. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/index.ts';
import { makeFolder, MAIN } from '../cli/run.ts';
import { expectNoBarriers } from './harness/axe.ts';
import { describeInBrowser, expectSound, openPage } from './harness/page.ts';

const FILE: ScenarioFile = {
  ...{ schema: 'beltway/scenario@2', id: 'no-north', title: 'No north', titleZh: '无北段' },
  ...{ base: '2010-with-belt', modifications: [{ kind: 'close', sections: ['N2R'] }] },
};
const NAME = 'no-north.json';

/** A file by its name in a folder of its own, and what a command does there; `beltway` is the built program. */
function runIn(folder: string, command: string) {
  const line = command.replace(/^(?:npx )?beltway/, () => `"${process.execPath}" "${MAIN}"`);
  return spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

async function chooseScenario(page: Page): Promise<void> {
  await page.locator('.studio-entry button').first().click();
  const buffer = Buffer.from(JSON.stringify(FILE));
  await page
    .locator('.studio input[type="file"]')
    .setInputFiles({ name: NAME, mimeType: 'application/json', buffer });
  await page.waitForFunction(() => location.hash.includes('build=no-north'));
}

async function saveReport(page: Page, format: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator('.export-report .buttons button', { hasText: format }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toContain('beltway_report_2010-with-belt_no-north_car_peak_45min');
  return readText(await saved.createReadStream());
}

const LONG = process.env['BELTWAY_LONG'] === '1';
/** Checking makes the report once more. */
const TIMEOUT_MS = LONG ? 300_000 : 120_000;

describeInBrowser('a report made on the page', () => {
  it('can be stopped, and is what the command printed in it gives', { timeout: TIMEOUT_MS }, async () => {
    const hash = '1&traffic=peak&cutoff=45&plant.honda=HONDA_ZC&level=0.4';
    const opened = await openPage({ hash, until: 'answer' });
    const { page } = opened;
    await chooseScenario(page);
    await page.locator('button', { hasText: 'Export' }).first().click();
    const part = page.locator('.export-report');
    await part.waitFor();

    await part.locator('.buttons button', { hasText: 'CSV' }).click();
    await part.locator('progress').waitFor();
    expect(await part.getAttribute('aria-busy')).toBe('true');
    await part.locator('button', { hasText: 'Stop' }).click();
    await part.locator('[role="status"]', { hasText: 'Stopped' }).waitFor();
    expect(await part.getAttribute('aria-busy')).toBe('false');
    await expectNoBarriers(page, '.export');

    await part.locator('input[type="checkbox"]').setChecked(LONG);
    const html = await saveReport(page, 'HTML');
    const [, head = ''] = /id="beltway-report">(.*)<\/script>/.exec(html) ?? [];
    const { command } = JSON.parse(head) as { command: string };
    const folder = makeFolder();
    writeFileSync(join(folder, NAME), JSON.stringify(FILE));
    expect(runIn(folder, command)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'report.html'), 'utf8') === html).toBe(true);
    // Other forms of what is made are only written.
    expect(await saveReport(page, 'JSON')).toContain('"schema": "beltway/report@1"');
    expectSound(opened);
    if (!LONG) return;
    const { status, stdout } = runIn(folder, 'beltway verify report.html');
    expect(stdout).toContain('all equal');
    expect(status).toBe(0);
    const line = (await part.locator('code').textContent())?.replace('--format …', '--out again.html') ?? '';
    expect(runIn(folder, line).status).toBe(0);
    expect(readFileSync(join(folder, 'again.html'), 'utf8') === html).toBe(true);
  });
});
