/** Chromium as tests and benchmarks have it: where it is, how it is started, and what it leaves out. */
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

/** Its program; null where this machine has none. */
export async function findBrowser(): Promise<string | null> {
  const script = join(ROOT, 'src/cli/setup/browser.mjs');
  const { findBrowser: find } = (await import(script)) as { findBrowser: () => Promise<string | null> };
  return find();
}

/**
 * No sandbox, because tests run as root too; drawing by software; and no talk with the outside, whose names lead
 * nowhere. Other flags for drawing give other pixels.
 */
export const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ...['--force-color-profile=srgb', '--font-render-hinting=none', '--hide-scrollbars'],
];

/**
 * A page lives for seconds here: to compile it for hours took a quarter of its time. The long run has every
 * compiler, and so has the test that holds numbers of Chromium against those of Node to the last digit.
 */
export const FEWER_COMPILERS = '--js-flags=--no-opt --invocation-count-for-maglev=1000';

/** The map does all but draw its pixels: by software that takes seconds. */
export const WITHOUT_DRAWING = `
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
    WebGL2RenderingContext.prototype[name] = () => undefined;`;
