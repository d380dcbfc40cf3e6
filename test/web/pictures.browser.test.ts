/** How the page looks: states held against pictures that a human has looked at. `UPDATE=1` takes them anew. */
import { it } from 'vitest';
import { describeInBrowser, expectSound, openPage, type Opening } from './harness/page.ts';
import { expectPicture } from './harness/picture.ts';
import { takeSome } from '../scene/random.ts';

/** The first few are compared in every run. */
const STATES: Readonly<Record<string, Opening>> = {
  'first-view': {},
  telephone: { width: 390, height: 800 },
  value: { hash: '1&view=value&traffic=peak' },
  'first-view-dark': { theme: 'dark' },
  chinese: { language: 'zh' },
  times: { hash: '1&place=Z_SS_LP' },
  'reach-overlap': { hash: '1&view=reach' },
  difference: { hash: '1&view=difference&traffic=peak' },
  'fastest-routes': { hash: '1&view=fastest' },
  locate: { hash: '1&view=locate' },
  swipe: { hash: '1&swipe=yes' },
  'trip-explained': { hash: '1&trip=Z_SS_LP;toyota' },
};
const QUICK = 2;

describeInBrowser('the look of the page', () => {
  it.each(takeSome(Object.entries(STATES), QUICK))('%s', async (name, opening) => {
    const opened = await openPage({ ...opening, pixels: true });
    const { page } = opened;
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(() => document.fonts.ready);
    await expectPicture(page, name);
    expectSound(opened);
  });
});
