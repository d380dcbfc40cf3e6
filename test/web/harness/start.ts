/**
 * Once a run, before the first browser test: the built page on a free port, by the same server as `npm start`, and
 * one Chromium that all test files share, one after the other. Both end with the run.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { listenNear } from '../../../src/cli/serve/listen.ts';
import { createPageServer } from '../../../src/cli/serve/server.ts';
import { ROOT } from '../../cli/run.ts';
import { FEWER_COMPILERS, findBrowser, FLAGS } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the page is served, with a slash at the end. */
    readonly pageUrl: string;
    /** Where Chromium listens; empty where this machine has no browser. */
    readonly browserUrl: string;
    /** Its program, for a test that starts one of its own. */
    readonly browserPath: string;
  }
}

/** What `npm test` found; a run by hand looks for itself. */
async function chooseBrowser(): Promise<string> {
  return process.env['BELTWAY_BROWSER'] ?? (await findBrowser()) ?? '';
}

/** `npm test` has built already; a run by hand builds what has changed. */
function buildPage(): void {
  if (process.env['BELTWAY_BROWSER'] !== undefined) return;
  const setUp = spawnSync(process.execPath, ['src/cli/setup.mjs', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (setUp.status !== 0) throw new Error(`the page does not build:\n${setUp.stderr}`);
}

/** Starts both, and returns what ends them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await chooseBrowser();
  project.provide('browserPath', executablePath);
  if (executablePath === '') {
    project.provide('pageUrl', '');
    project.provide('browserUrl', '');
    return async () => undefined;
  }
  buildPage();
  const server = createPageServer(join(ROOT, 'dist', 'web'));
  const port = await listenNear(server, '127.0.0.1', 0);
  const browser = await chromium.launchServer({
    executablePath,
    args: [...FLAGS, ...(process.env['BELTWAY_LONG'] === '1' ? [] : [FEWER_COMPILERS])],
    host: '127.0.0.1',
  });
  project.provide('pageUrl', `http://127.0.0.1:${port}/`);
  project.provide('browserUrl', browser.wsEndpoint());
  return async () => {
    await close(browser);
    server.close();
    server.closeAllConnections();
  };
}

async function close(browser: BrowserServer): Promise<void> {
  const giveUp = setTimeout(() => void browser.kill(), 5000);
  await browser.close();
  clearTimeout(giveUp);
}
