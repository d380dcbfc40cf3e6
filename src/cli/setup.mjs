/**
 * Set-up in plain Node, without a dependency, so that `npm start` and `npm test` work on a fresh clone:
 * checks Node, installs from the lock file when it changed, builds when a source changed, then starts the
 * command line or runs the tests. It is not the command line: that is `main.ts`, built by this script.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** Lowest Node version with every built-in that is used (same as `engines` in package.json). */
const NODE_MIN = [20, 19];
const LOCK_STAMP = join(ROOT, 'node_modules', '.beltway-lock');
const BUILD_STAMP = join(ROOT, 'dist', '.beltway-sources');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
/** Exit code of a program ended by Ctrl-C (128 + signal number 2). */
const EXIT_INTERRUPTED = 130;

const TASKS = { start, test, build };
const [task = '', ...rest] = process.argv.slice(2);
let child = null;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    if (child === null) process.exit(EXIT_INTERRUPTED);
    child.kill(signal);
  });
}
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
  if (interrupted) console.error('Interrupted.');
  return interrupted ? EXIT_INTERRUPTED : code;
}

/** A sentence when this Node is older than the project needs, else null. */
function describeOldNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return null;
  return `Beltway needs Node ${NODE_MIN.join('.')} or newer; this is ${version}. See https://nodejs.org`;
}

async function start(args) {
  const ready = (await install()) && (await compile());
  return ready ? run(process.execPath, [MAIN, 'start', ...args], { show: true }) : 1;
}

async function build() {
  return (await install()) && (await compile()) ? 0 : 1;
}

/** Each of build, type check and lint counts as one check; the last line is the count over all. */
async function test(args) {
  const long = args.includes('--long');
  const count = { passed: 0, failed: 0, skipped: 0 };
  const add = (ok) => (ok ? (count.passed += 1) : (count.failed += 1));
  if (!(await install())) add(false);
  else {
    for (const check of [compile, checkTypes, lint]) if (!interrupted) add(await check());
    const others = args.filter((arg) => arg !== '--long');
    if (!interrupted) addCounts(count, await runTests(long, others));
  }
  if (interrupted) return EXIT_INTERRUPTED;
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  await print(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed === 0 ? 0 : 1;
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

async function compile() {
  const sources = hashFiles(['package-lock.json', ...listFiles('src', /\.ts$|tsconfig\.json$/)]);
  if (existsSync(MAIN) && readText(BUILD_STAMP) === sources) return true;
  rmSync(BUILD_STAMP, { force: true });
  rmSync(join(ROOT, 'dist', '.tsbuildinfo'), { force: true });
  const ok = await step('build', process.execPath, [bin('typescript', 'tsc'), '-p', 'src']);
  if (ok) writeFileSync(BUILD_STAMP, sources);
  return ok;
}

function checkTypes() {
  return step('type check', process.execPath, [bin('typescript', 'tsc'), '-p', 'test', '--noEmit']);
}

function lint() {
  const options = ['-c', 'test/oxlint.json', '--type-aware', '--deny-warnings'];
  return step('lint', process.execPath, [bin('oxlint', 'oxlint'), ...options, 'src', 'test']);
}

/** Runs vitest and reads the counts from its JSON report; a file that does not load counts as failed. */
async function runTests(long, others) {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-'));
  const report = join(folder, 'tests.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [bin('vitest', 'vitest'), 'run', '-c', 'test/vitest.config.ts', ...reporters, ...others];
  const env = { ...process.env, ...(long ? { BELTWAY_LONG: '1' } : {}) };
  const code = await run(process.execPath, args, { show: true, env });
  const count = countTests(readText(report), code);
  rmSync(folder, { recursive: true, force: true });
  return count;
}

function countTests(reportText, code) {
  const none = { passed: 0, failed: 1, skipped: 0 };
  if (reportText === null) return none;
  const report = JSON.parse(reportText);
  const notLoaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = report.numFailedTests + notLoaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function addCounts(total, more) {
  for (const key of Object.keys(total)) total[key] += more[key];
}

/** Runs quietly, prints one line with the duration, and the output only when it failed. */
async function step(name, command, args) {
  const begun = performance.now();
  const output = [];
  const code = await run(command, args, { show: false, output });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (interrupted) return false;
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  console.error(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0;
}

function run(command, args, { show, output = [], env = process.env }) {
  return new Promise((done) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const shell = command.endsWith('.cmd');
    child = spawn(command, args, { cwd: ROOT, stdio, env, shell });
    for (const stream of show ? [] : [child.stdout, child.stderr])
      stream.on('data', (part) => output.push(part));
    const end = (code) => {
      child = null;
      done(code);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${command}: ${error.message}\n`));
      end(1);
    });
    child.on('close', (code, signal) => end(signal === null ? code : 1));
  });
}

/** The script a package names for a command, so that no shell and no PATH is needed. */
function bin(name, command) {
  const folder = join(ROOT, 'node_modules', name);
  const entry = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin;
  return join(folder, typeof entry === 'string' ? entry : entry[command]);
}

function listFiles(folder, pattern) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && pattern.test(entry.name));
  return names.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)).toSorted();
}

function hashFiles(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    const bytes = readFileSync(join(ROOT, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Resolves when the line has left the process, so that nothing else can follow it. */
function print(line) {
  return new Promise((done) => process.stdout.write(`${line}\n`, done));
}
