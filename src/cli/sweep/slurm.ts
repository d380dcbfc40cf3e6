/**
 * A sweep on a cluster that runs Slurm: one job array, a task a shard. Tasks share nothing but the folder; one that is
 * killed or put off is started again by Slurm and goes on where it was.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { EXIT, Failure } from '../exit.ts';
import { replaceFile } from '../write.ts';

const JOB_FILE = 'job.sh';

/** A word for a POSIX shell. */
export function quoteForShell(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export interface Job {
  readonly folder: string;
  /** The command line of this sweep without how it is shared out. */
  readonly words: readonly string[];
  readonly shards: number;
  /** Shards with something left to do, from 1. */
  readonly open: readonly number[];
}

/** The script of the job array. */
function toJobScript({ folder, words, shards, open }: Job): string {
  const log = join(resolve(folder), 'shard-%a.log');
  const command = [process.execPath, ...words].map(quoteForShell).join(' ');
  return [
    '#!/bin/sh',
    '#SBATCH --job-name=beltway-sweep',
    `#SBATCH --array=${open.join(',')}`,
    '#SBATCH --ntasks=1',
    '#SBATCH --cpus-per-task=1',
    '#SBATCH --requeue',
    '#SBATCH --open-mode=append',
    `#SBATCH --output=${log.replaceAll('\\', '\\\\').replaceAll(' ', '\\ ')}`,
    `cd ${quoteForShell(process.cwd())} || exit 1`,
    `exec ${command} --threads 1 --shard "$SLURM_ARRAY_TASK_ID/${shards}"`,
    '',
  ].join('\n');
}

/**
 * Submits the job array and waits for its end. Throws Failure where Slurm is not there or refuses it; a task that failed
 * shows in the parts that are missing afterwards.
 */
export function runOnSlurm(job: Job): void {
  const script = join(job.folder, JOB_FILE);
  replaceFile(script, toJobScript(job));
  const ran = spawnSync('sbatch', ['--wait', script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (ran.error !== undefined)
    throw new Failure(
      EXIT.failed,
      `sbatch cannot be run (${ran.error.message}); ${script} is written: submit it where Slurm is, then run beltway merge ${job.folder}`,
    );
  if (ran.signal !== null) throw new Failure(EXIT.interrupted, 'interrupted: the job array goes on in Slurm');
}
