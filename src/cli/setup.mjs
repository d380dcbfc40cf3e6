/**
 * Set-up in plain Node, without a dependency, so that `npm start` and `npm test` work on a fresh clone:
 * checks Node, installs from the lock file when it changed, builds the command line and the map when a source
 * changed, then starts them or runs the tests. It is not the command line: that is `main.ts`, built by this script.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './setup/browser.mjs';
import { hashFiles, readText } from './setup/files.mjs';
import { buildKernels } from './setup/kernels.mjs';
import { buildPage } from './setup/page.mjs';
import { bin, isInterrupted, passSignalsOn, ROOT, run, step } from './setup/process.mjs';
import { buildProgram, MAIN } from './setup/program.mjs';
import { runTests } from './setup/tests.mjs';

/** Lowest Node version with every built-in that is used (same as `engines` in package.json). */
const NODE_MIN = [20, 19];
const LOCK_STAMP = join(ROOT, 'node_modules', '.beltway-lock');
/** Exit code of a program ended by Ctrl-C (128 + signal number 2). */
const EXIT_INTERRUPTED = 130;
/** Arguments with which nothing is served. */
const WITHOUT_MAP = ['--no-map', '--help', '-h'];

const TASKS = { start, test, build, kernels, bench };
const [task = '', ...rest] = process.argv.slice(2);

passSignalsOn(() => process.exit(EXIT_INTERRUPTED));
process.exitCode = await main();

async function main() {
  const tooOld = describeOldNode(process.versions.node);
  if (tooOld !== null) {
    console.error(tooOld);
    return 1;
  }
  if (!Object.hasOwn(TASKS, task)) {
    console.error(`Usage: node src/cli/setup.mjs ${Object.keys(TASKS).join('|')}`);
    return 2;
  }
  process.chdir(ROOT);
  const code = await TASKS[task](rest);
  // A map that was stopped on purpose has ended well.
  if (!isInterrupted() || code === 0) return code;
  console.error('Interrupted.');
  return EXIT_INTERRUPTED;
}

/** A sentence when this Node is older than the project needs, else null. */
function describeOldNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return null;
  return `Beltway needs Node ${NODE_MIN.join('.')} or newer; this is ${version}. See https://nodejs.org`;
}

/** The answer and the map; the answer alone where the map does not build. */
async function start(args) {
  if (!((await install()) && (await compile()))) return 1;
  const startMain = (...more) =>
    run(process.execPath, [MAIN, 'start', ...more, ...args], { show: true, tied: true });
  if (args.some((arg) => WITHOUT_MAP.includes(arg))) return startMain();
  if (await buildPage()) return startMain();
  if (isInterrupted()) return 1;
  const code = await startMain('--no-map');
  console.error('The map was not built, see above; the answer stands without it.');
  return code === 0 ? 1 : code;
}

async function build() {
  return (await install()) && (await compile()) && (await buildPage()) ? 0 : 1;
}

/** The kernels in WebAssembly alone, for those who read them from `dist/`. */
async function kernels() {
  return (await buildKernels()) ? 0 : 1;
}

/** The engines on whole cities, then every other benchmark; arguments go to the cities. */
async function bench(args) {
  if (!((await install()) && (await compile()) && (await buildPage()))) return 1;
  if (!(await step('build benchmarks', process.execPath, [bin('typescript', 'tsc'), '-p', 'test/bench'])))
    return 1;
  const cities = join(ROOT, 'dist/.bench/test/bench/roads/main.js');
  const code = await run(process.execPath, [cities, ...args], { show: true });
  if (code !== 0 || args.length > 0) return code;
  const others = ['bench', '--run', '-c', 'test/vitest.config.ts'];
  return run(process.execPath, [bin('vitest', 'vitest'), ...others], { show: true });
}

/** Each of the builds, type checks and lint counts as one check; the last line is the count over all. */
async function test(args) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const add = (ok) => (ok ? (count.passed += 1) : (count.failed += 1));
  if (!(await install())) add(false);
  else {
    // What is installed is unpacked beside the checks.
    const [checks, browser] = await Promise.all([runChecks(), findOrInstallBrowser()]);
    for (const ok of checks) add(ok);
    if (!isInterrupted())
      addCounts(
        count,
        await runTests(
          args.filter((arg) => arg !== '--long'),
          toTestEnv(args, browser),
        ),
      );
    if (browser === null && !isInterrupted()) console.error(NO_BROWSER);
  }
  if (isInterrupted()) return EXIT_INTERRUPTED;
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  await print(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 ? 0 : 1;
}

/**
 * The command line first, since types of tests and page are checked against what it is compiled to; then the page beside
 * types and lint. Their programs are written in Go, and take a quarter less of a processor where they collect less often.
 */
async function runChecks() {
  process.env.GOGC ??= '400';
  const inTurn = async (checks) => {
    const results = [];
    for (const check of checks) if (!isInterrupted()) results.push(await check());
    return results;
  };
  const first = await inTurn([compile]);
  const beside = [inTurn([buildPage]), inTurn([checkTypes, checkPageTypes, lint])];
  return [...first, ...(await Promise.all(beside)).flat()];
}

const NO_BROWSER =
  'No browser was found: the page was not tested. Install Chromium, or name one: CHROMIUM=/path/to/chromium npm test';

function toTestEnv(args, browser) {
  const built = { BELTWAY_COMPILED: '1', BELTWAY_BROWSER: browser ?? '' };
  return { ...built, ...(args.includes('--long') ? { BELTWAY_LONG: '1' } : {}) };
}

async function install() {
  const lock = hashFiles(['package-lock.json']);
  if (readText(LOCK_STAMP) === lock) return true;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const ok = await step('install dependencies', ...toNpm(args));
  if (ok) writeFileSync(LOCK_STAMP, lock);
  return ok;
}

/** The npm that runs this script, else the one on the path. */
function toNpm(args) {
  const self = process.env.npm_execpath;
  if (self !== undefined && /npm-cli\.c?js$/.test(self)) return [process.execPath, [self, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** The library, the command line, and the kernels in WebAssembly beside them. */
async function compile() {
  return (await buildProgram()) && (await buildKernels());
}

function checkTypes() {
  return step('type check', process.execPath, [bin('typescript', 'tsc'), '-p', 'test', '--noEmit']);
}

function checkPageTypes() {
  return step('type check of the map', process.execPath, [
    bin('typescript', 'tsc'),
    '-p',
    'test/web',
    '--noEmit',
  ]);
}

function lint() {
  const options = ['-c', 'test/oxlint.json', '--type-aware', '--deny-warnings'];
  return step('lint', process.execPath, [bin('oxlint', 'oxlint'), ...options, 'src', 'web', 'test']);
}

function addCounts(total, more) {
  for (const key of Object.keys(total)) total[key] += more[key];
}

/** Resolves when the line has left the process, so that nothing else can follow it. */
function print(line) {
  return new Promise((done) => process.stdout.write(`${line}\n`, done));
}
