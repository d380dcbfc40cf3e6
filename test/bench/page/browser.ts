/** The browser that benchmarks are run in: the one that tests take. */
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

/** Its program; null where this machine has none. */
export async function findBrowser(): Promise<string | null> {
  const script = join(ROOT, 'src/cli/setup/browser.mjs');
  const { findBrowser: find } = (await import(script)) as { findBrowser: () => Promise<string | null> };
  return find();
}
