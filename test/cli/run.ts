/**
 * Runs the command line: as a user does, the built one in a child process, or here in this process, which is
 * the same program without the half second that Node needs to start.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import { run as runProgram } from '../../src/cli/program.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const MAIN = join(ROOT, 'dist', 'bin', 'beltway.js');
/** Made-up data of three towns. */
export const REGION = join(ROOT, 'test', 'region', 'data');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let built = false;

/** Builds once a test file; `npm test` has built already, then this is a comparison of hashes. */
export function buildOnce(): void {
  if (built) return;
  try {
    execFileSync(process.execPath, [join(ROOT, 'src', 'cli', 'setup.mjs'), 'build'], { stdio: 'pipe' });
  } catch {
    console.warn('the sources do not build: the command line is tested as it was built last');
  }
  built = true;
}

/** A run of the built program in a child process without a terminal. */
export function runChild(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  buildOnce();
  const { NO_COLOR: _none, FORCE_COLOR: _force, ...own } = process.env;
  const child = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...own, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: child.status, out: child.stdout, err: child.stderr };
}

/** What is written to stdout and stderr from here until `stop`. */
function catchOutput(): { readonly written: Omit<Run, 'code'>; readonly stop: () => void } {
  const written = { out: '', err: '' };
  const catchWrites = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    written[stream] += text.toString();
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catchWrites('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catchWrites('err')),
  ];
  const stop = (): void => {
    for (const spy of spies) spy.mockRestore();
  };
  return { written, stop };
}

/** A run in this process: what it would write, and the code it would leave with. */
export function run(args: readonly string[]): Run {
  const { written, stop } = catchOutput();
  try {
    const code = runProgram(['node', 'beltway', ...args]);
    if (typeof code !== 'number') throw new TypeError(`${args[0]} takes turns of the event loop: runLater`);
    return { code, ...written };
  } finally {
    stop();
  }
}

/** The same of a command that takes turns of the event loop. */
export async function runLater(args: readonly string[]): Promise<Run> {
  const { written, stop } = catchOutput();
  try {
    const code = await runProgram(['node', 'beltway', ...args]);
    return { code, ...written };
  } finally {
    stop();
  }
}

/** The same on the made-up region. */
export function runOnRegion(...args: readonly string[]): Run {
  return run([...args, '--data', REGION]);
}

/** A folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the region to spoil. */
export function copyRegion(): string {
  const folder = join(makeFolder(), 'data');
  cpSync(REGION, folder, { recursive: true });
  return folder;
}

/** Changes the text of one file of a copied region. */
export function changeFile(folder: string, name: string, change: (text: string) => string): void {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
