/** How the page looks: states held against pictures that a human has looked at. `UPDATE=1` takes them anew. */
import { it } from 'vitest';
import { describeInBrowser, expectSound, openPage, type Opening } from './harness/page.ts';
import { expectPicture } from './harness/picture.ts';

const STATES: Readonly<Record<string, Opening>> = {
  'first-view': {},
  'first-view-dark': { theme: 'dark' },
  times: { hash: '1&place=Z_SS_LP' },
  'reach-overlap': { hash: '1&view=reach' },
  difference: { hash: '1&view=difference&traffic=peak' },
  'fastest-routes': { hash: '1&view=fastest' },
  locate: { hash: '1&view=locate' },
  value: { hash: '1&view=value&traffic=peak' },
  swipe: { hash: '1&swipe=yes' },
  'trip-explained': { hash: '1&trip=Z_SS_LP;toyota' },
  chinese: { language: 'zh' },
  telephone: { width: 390, height: 800 },
};

describeInBrowser('the look of the page', () => {
  it.each(Object.entries(STATES))('%s', async (name, opening) => {
    const opened = await openPage({ ...opening, pixels: true });
    const { page } = opened;
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.evaluate(() => document.fonts.ready);
    await expectPicture(page, name);
    expectSound(opened);
  });
});
