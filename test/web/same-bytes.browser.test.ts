/**
 * The same request gives the same bytes in Chromium as in Node: draws, sweeps and reliability, which count on
 * functions that engines may round differently. The library is bundled as it is and asked in an empty page.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, inject, it, onTestFinished } from 'vitest';
import * as beltway from '../../src/index.ts';
import { ROOT } from '../cli/run.ts';
import { readFolder } from '../load/region.ts';
import { takeSome } from '../scene/random.ts';
import { FLAGS } from './harness/chromium.ts';
import { describeInBrowser } from './harness/page.ts';

type Library = typeof beltway;

const REQUESTS = takeSome([{ traffic: 'peak', vehicleClass: 'heavy-truck' } as const, {} as const], 1);

/** Runs here, and as text in the page: it may name nothing outside itself. */
function answer(
  library: Library,
  files: Record<string, string>,
  requests: typeof REQUESTS,
): readonly string[] {
  const { dataset } = library.loadDataset(new Map(Object.entries(files)));
  if (dataset === null) throw new Error('no data set');
  return requests.flatMap((request) => {
    const run = library.startDraws(dataset, request, { draws: 16, seed: 7 });
    run.advance(run.asked);
    const documents = [
      run.document(),
      library.toSensitivity(dataset, request),
      library.toReliability(dataset, { ...request, incidents: true }),
      library.toReliability(dataset, { ...request, traffic: 'free', departS: 29_100 }),
      library.listDay(dataset, { origins: ['S001'], group: 'toyota' }),
    ];
    return documents.map((document) => library.toJsonText(document));
  });
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-bundle-'));
  try {
    const entry = join(folder, 'entry.ts');
    const index = JSON.stringify(join(ROOT, 'src', 'index.ts'));
    writeFileSync(entry, `import * as library from ${index};\nglobalThis.library = library;\n`);
    await build({
      configFile: false,
      logLevel: 'error',
      root: ROOT,
      publicDir: false,
      build: {
        outDir: join(folder, 'out'),
        minify: false,
        lib: { entry, formats: ['es'], fileName: () => 'library.js' },
      },
    });
    return readFileSync(join(folder, 'out', 'library.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeInBrowser('Chromium', () => {
  it('gives the bytes that Node gives', async () => {
    const files = Object.fromEntries(readFolder('data'));
    // Its own, with every compiler that a user's has.
    const browser = await chromium.launch({ executablePath: inject('browserPath'), args: FLAGS });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.addScriptTag({ type: 'module', content: await bundle() });
    await page.waitForFunction('globalThis.library !== undefined');
    await page.evaluate((given) => Object.assign(globalThis, given), { files, requests: REQUESTS });
    const there = await page.evaluate<readonly string[]>(`(${answer.toString()})(library, files, requests)`);
    const here = answer(beltway, files, REQUESTS);
    expect(there.map((text) => text.length)).toEqual(here.map((text) => text.length));
    expect(there).toEqual(here);
  });
});
