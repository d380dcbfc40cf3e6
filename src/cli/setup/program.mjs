/** Builds the library into `dist/` and the command line into `dist/bin/`, when a source changed. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles, readText } from './files.mjs';
import { bin, ROOT, step } from './process.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.beltway-sources');
const BIN = join(DIST, 'bin');
const BUNDLER = 'src/cli/setup/bundle-program.mjs';

/** The command line as it was built. */
export const MAIN = join(BIN, 'beltway.js');

/** False where it does not build. */
export async function buildProgram() {
  const hash = hashFiles(['package-lock.json', BUNDLER, ...listFiles('src', /\.ts$|tsconfig\.json$/)]);
  if (existsSync(MAIN) && readText(STAMP) === hash) return true;
  for (const name of [STAMP, join(DIST, '.tsbuildinfo')]) rmSync(name, { force: true });
  const compiled = await step('build', process.execPath, [bin('typescript', 'tsc'), '-p', 'src']);
  if (!compiled || !(await bundle())) return false;
  writeFileSync(STAMP, hash);
  return true;
}

/** Beside the old one, then in its place: whoever runs it has the whole of one or of the other. */
async function bundle() {
  const fresh = join(DIST, `.bin-${process.pid}`);
  try {
    if (!(await step('command line', process.execPath, [join(ROOT, BUNDLER), fresh]))) return false;
    rmSync(BIN, { recursive: true, force: true });
    renameSync(fresh, BIN);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
