/** Accessibility, judged by axe-core, whose script runs beside the page's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../cli/run.ts';

const SCRIPT = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Findings that keep someone out, each as one line: rule, what is wrong, where. */
export async function listBarriers(page: Page, selector?: string): Promise<readonly string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.evaluate(SCRIPT);
  const where = selector === undefined ? 'document' : JSON.stringify(selector);
  const results = (await page.evaluate(`axe.run(${where}, { resultTypes: ['violations'] })`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [`${impact} ${id}: ${help}`, target.join(' '), failureSummary].join(' | '),
      ),
    );
}

/** No serious and no critical finding. */
export async function expectNoBarriers(page: Page, selector?: string): Promise<void> {
  expect(await listBarriers(page, selector)).toEqual([]);
}
