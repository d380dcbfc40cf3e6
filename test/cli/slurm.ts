/** A Slurm of one node on the loopback, in a folder of its own; ended by the process ids it left there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'scontrol', 'setpriv'];
const PORT = 16_817;

/** Whether a Slurm can be started here: its programs are there, and we are root as its daemons want. */
export function hasSlurm(): boolean {
  const isThere = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
  return process.getuid?.() === 0 && PROGRAMS.every(isThere);
}

export interface Slurm {
  /** What programs of Slurm need to be told. */
  readonly env: NodeJS.ProcessEnv;
  readonly control: (...args: readonly string[]) => string;
  readonly queue: () => string;
  readonly stop: () => void;
}

function toConfig(folder: string, host: string): string {
  return [
    'ClusterName=test',
    `SlurmctldHost=${host}(127.0.0.1)`,
    'SlurmUser=root',
    'SlurmdUser=root',
    'AuthType=auth/munge',
    `AuthInfo=socket=${folder}/munge/socket`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    ...['slurmctld', 'slurmd'].flatMap((name) => [
      `${name === 'slurmd' ? 'Slurmd' : 'Slurmctld'}PidFile=${folder}/${name}.pid`,
      `${name === 'slurmd' ? 'Slurmd' : 'Slurmctld'}LogFile=${folder}/${name}.log`,
    ]),
    `SlurmctldPort=${PORT}`,
    `SlurmdPort=${PORT + 1}`,
    ...['ProctrackType=proctrack/pgid', 'TaskPlugin=task/none', 'SelectType=select/cons_tres'],
    ...['ReturnToService=2', 'MpiDefault=none', 'KillWait=2'],
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN`,
    `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');
}

function startMunge(folder: string): void {
  const munge = join(folder, 'munge');
  mkdirSync(munge);
  writeFileSync(join(munge, 'key'), randomBytes(1024), { mode: 0o400 });
  execFileSync('chown', ['-R', 'munge:munge', munge]);
  chmodSync(munge, 0o755);
  const files = ['key-file=key', 'socket=socket', 'pid-file=pid', 'log-file=log', 'seed-file=seed'];
  const args = files.map((one) => `--${one.replace('=', `=${munge}/`)}`);
  const as = ['--reuid', 'munge', '--regid', 'munge', '--clear-groups'];
  execFileSync('setpriv', [...as, 'munged', ...args]);
}

function endBy(pidFile: string): void {
  if (!existsSync(pidFile)) return;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')));
  } catch {
    // It has ended by itself.
  }
}

/** Starts it in a folder that must not be there yet. */
export function startSlurm(folder: string): Slurm {
  mkdirSync(join(folder, 'state'), { recursive: true });
  mkdirSync(join(folder, 'spool'));
  chmodSync(folder, 0o755);
  startMunge(folder);
  const config = join(folder, 'slurm.conf');
  const host = hostname().split('.')[0] ?? '';
  writeFileSync(config, toConfig(folder, host));
  const env = { ...process.env, SLURM_CONF: config };
  for (const daemon of ['slurmctld', 'slurmd']) execFileSync(daemon, ['-f', config], { env });
  return {
    env,
    control: (...args) =>
      execFileSync(
        'scontrol',
        args.map((arg) => arg.replace('NODE', host)),
        { env, encoding: 'utf8' },
      ),
    queue: () => execFileSync('squeue', ['--noheader'], { env, encoding: 'utf8' }),
    stop: () => {
      for (const pid of ['slurmd.pid', 'slurmctld.pid', 'munge/pid']) endBy(join(folder, pid));
      // The daemons write until they have ended.
      rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 });
    },
  };
}
