/** What stands on the page, as text: tables row by row, blanks made one. */
import type { Page } from 'playwright-core';

/** Rows of the first table that matches, cell by cell; `rows` narrows them, e.g. to the body's. */
export async function readTable(page: Page, selector: string, rows = 'tr'): Promise<readonly string[][]> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (table, which) =>
        [...table.querySelectorAll(which)].map((row) =>
          [...row.children].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
        ),
      rows,
    );
}

/** Texts of all that match, in the order of the page. */
export async function readTexts(page: Page, selector: string): Promise<readonly string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));
}

/** Opens every part of the page that is folded away, as a click on its title does. */
export async function openAll(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

/** Waits until the answer and its slow rest are those of what is asked. */
export async function untilComplete(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const answer = document.querySelector('.answer');
    const busy = document.querySelector('.answer[aria-busy="true"], .claims[aria-busy="true"]');
    return answer !== null && busy === null && !/computing …/.test(answer.textContent ?? '');
  });
}
