/**
 * Sweeps on a real Slurm, when the long tests run and it is installed (Debian: slurm-wlm, munge): a task that is killed,
 * a node that is drained, a disk that is full. Whatever happens, nothing is lost and nothing is doubled.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildOnce, makeFolder, MAIN, REGION } from './run.ts';
import { hasSlurm, startSlurm, type Slurm } from './slurm.ts';
import { writeScenarios } from './sweep-folder.ts';

const LONG = process.env['BELTWAY_LONG'] === '1';
const RUNS = LONG && hasSlurm();
if (!RUNS)
  console.warn('sweeps on Slurm are not tested: they need npm run test:long, root, slurm-wlm and munge');
const PATIENCE = { timeout: 60_000, interval: 20 };

describe.skipIf(!RUNS)('a sweep on Slurm', () => {
  const home = mkdtempSync(join(tmpdir(), 'beltway-slurm-'));
  let slurm: Slurm | null = null;
  let expected = '';
  const scenarios = join(home, 'scenarios');

  beforeAll(() => {
    buildOnce();
    // The daemon that signs runs as a user of its own.
    chmodSync(home, 0o755);
    slurm = startSlurm(join(home, 'slurm'));
    writeScenarios(home, 300);
    const whole = join(home, 'whole');
    execFileSync(process.execPath, [MAIN, ...toArgs(whole)]);
    expected = readBytes(whole);
  });
  afterAll(() => {
    slurm?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const toArgs = (out: string): readonly string[] => ['sweep', scenarios, '--data', REGION, '--out', out];

  function readBytes(folder: string): string {
    return readFileSync(join(folder, 'sweep.parquet')).toString('base64');
  }

  function submit(out: string): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
    const args = [MAIN, ...toArgs(out), '--slurm', '--shards', '4'];
    const child = spawn(process.execPath, args, { env: slurm?.env, stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, ended: new Promise((done) => child.on('exit', done)) };
  }

  function countParts(out: string): number {
    const folder = join(out, 'parts');
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).length : 0;
  }

  it('gives the bytes of one machine', async () => {
    const out = join(makeFolder(), 'out');
    expect(await submit(out).ended).toBe(0);
    expect(readBytes(out)).toBe(expected);
  }, 120_000);

  it('goes on when a task was killed half-way', async () => {
    const out = join(makeFolder(), 'out');
    const { ended } = submit(out);
    await expect.poll(() => countParts(out) > 0, PATIENCE).toBe(true);
    execFileSync('pkill', ['-KILL', '-f', `${out} --threads 1 --shard`]);
    expect(await ended).toBe(1);
    expect(existsSync(join(out, 'sweep.parquet'))).toBe(false);
    const before = countParts(out);
    expect(before).toBeLessThan(12);
    expect(await submit(out).ended).toBe(0);
    expect(readBytes(out)).toBe(expected);
  }, 120_000);

  it('waits while the node is drained', async () => {
    const out = join(makeFolder(), 'out');
    slurm?.control('update', 'NodeName=NODE', 'State=DRAIN', 'Reason=test');
    const { child, ended } = submit(out);
    await expect.poll(() => slurm?.queue(), PATIENCE).toMatch(/PD/);
    expect(countParts(out)).toBe(0);
    expect(child.exitCode).toBe(null);
    slurm?.control('update', 'NodeName=NODE', 'State=RESUME');
    expect(await ended).toBe(0);
    expect(readBytes(out)).toBe(expected);
  }, 180_000);

  it('fails where the disk is full, and goes on when there is room', async () => {
    const disk = join(makeFolder(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', [disk]));
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(160 * 1024));
    const out = join(disk, 'out');
    expect(await submit(out).ended).toBe(1);
    expect(countParts(out)).toBeLessThan(12);
    rmSync(join(disk, 'ballast'));
    execFileSync('mount', ['-o', 'remount,size=4m', disk]);
    expect(await submit(out).ended).toBe(0);
    expect(readBytes(out)).toBe(expected);
  }, 180_000);
});
