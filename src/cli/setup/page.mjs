/**
 * Builds the page into `dist/web`: beside the old one, then in its place, so that whoever serves or reads it has
 * the whole of one or of the other. Files are compressed once here and not at each request.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hashFiles, listFiles, readText } from './files.mjs';
import { bin, isInterrupted, ROOT, run, tellStep } from './process.mjs';

const DIST = join(ROOT, 'dist');
const PAGE = join(DIST, 'web');
const STAMP = join(DIST, '.beltway-page');
const LOCK = join(DIST, '.beltway-page-lock');
const LOCK_POLL_MS = 100;
const COMPRESSED = /\.(?:js|mjs|css|html|json|svg)$/;
/** Smaller files do not gain from it. */
const COMPRESSED_BYTES = 1024;
/** Nearly as small as the highest, and ten times as quick. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Builds the page when anything it is made of has changed. False where it does not build. */
export async function buildPage() {
  if (isFresh()) return true;
  await takeLock();
  try {
    return isFresh() || (await rebuild());
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** The page is made of its own sources, the library and the data; the command line is no part of it. */
function hashSources() {
  const library = listFiles('src', /\.ts$/).filter((name) => !name.startsWith('src/cli/'));
  const others = ['package.json', 'package-lock.json'];
  return hashFiles([...others, ...library, ...listFiles('web', /./), ...listFiles('data', /json$/)]);
}

function isFresh() {
  return readText(join(PAGE, 'index.html')) !== null && readText(STAMP) === hashSources();
}

async function rebuild() {
  const begun = performance.now();
  const sources = hashSources();
  const fresh = join(DIST, `.web-${process.pid}`);
  rmSync(STAMP, { force: true });
  try {
    if (!(await bundle(fresh, begun))) return false;
    await Promise.all(listLarge(fresh).map(compress));
    const old = join(DIST, `.web-${process.pid}-old`);
    rmSync(old, { recursive: true, force: true });
    if (readText(join(PAGE, 'index.html')) !== null) renameSync(PAGE, old);
    rmSync(PAGE, { recursive: true, force: true });
    renameSync(fresh, PAGE);
    rmSync(old, { recursive: true, force: true });
    writeFileSync(STAMP, sources);
    tellStep('map', true, begun);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function bundle(folder, begun) {
  const output = [];
  const options = ['--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await run(process.execPath, [bin('vite', 'vite'), 'build', 'web', ...options], {
    show: false,
    output,
    // Whoever builds it, a test too: what it is for decides what libraries leave out.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code === 0) return true;
  if (isInterrupted()) return false;
  process.stderr.write(Buffer.concat(output));
  tellStep('map', false, begun);
  return false;
}

function listLarge(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    COMPRESSED.test(name),
  );
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).size >= COMPRESSED_BYTES);
}

async function compress(path) {
  const bytes = await readFile(path);
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, BROTLI));
}

/** Waits for another build of the same folder; one whose process is gone does not count. */
async function takeLock() {
  mkdirSync(DIST, { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(Number(readText(LOCK)))) rmSync(LOCK, { force: true });
      else await new Promise((done) => setTimeout(done, LOCK_POLL_MS));
    }
  }
}

function isAlive(pid) {
  try {
    // An empty or half-written file: its writer has only just begun.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
