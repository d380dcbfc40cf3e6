/** A browser for the tests of the page: one that is here, or, where that is allowed, one that is installed now. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tellStep } from './process.mjs';

/** Chromium without windows: the same pages take it a sixth less of a processor. */
const SHELL = 'chromium-headless-shell';
const NAMES = [
  ...[SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge'],
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[folder] ?? '', path),
    ),
  ),
];

/** Path of a browser, or null: the one a run around this one found, `CHROMIUM`, Playwright's own, the system's. */
export async function findBrowser() {
  const { BELTWAY_BROWSER: known } = process.env;
  if (known !== undefined) return known === '' ? null : known;
  const { CHROMIUM: named = '' } = process.env;
  if (named !== '') return isProgram(named) ? named : tellMissing(named);
  const { chromium } = await import('playwright-core');
  const candidates = [chromium.executablePath(), ...listOnPath(), ...PLACES];
  return candidates.find(isProgram) ?? null;
}

/** The same, after installing Debian's where this is a root shell on Debian or Ubuntu and there is none. */
export async function findOrInstallBrowser() {
  const found = await findBrowser();
  if (found !== null || !mayInstall()) return found;
  const begun = performance.now();
  const ok = (await aptGet(['update', '-qq'])) && (await install(await choosePackage()));
  tellStep('install chromium', ok, begun);
  return ok ? findBrowser() : null;
}

/** Ubuntu and older releases of Debian have no package of the shell alone. */
async function choosePackage() {
  const isKnown = (await run('apt-cache', ['show', SHELL], { show: false, output: [] })) === 0;
  return isKnown ? SHELL : 'chromium';
}

/** The browser of this package, and fonts for its pages. */
function install(name) {
  const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
  return aptGet(['install', '-y', '-qq', '--no-install-recommends', name, ...fonts]);
}

function tellMissing(path) {
  console.error(`✗ CHROMIUM names ${path}, which is no program`);
  return null;
}

function mayInstall() {
  return (
    process.env.BELTWAY_BROWSER === undefined &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    listOnPath(['apt-get']).some(isProgram)
  );
}

async function aptGet(args) {
  const output = [];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const code = await run('apt-get', args, { show: false, output, env });
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code === 0;
}

function listOnPath(names = NAMES) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
