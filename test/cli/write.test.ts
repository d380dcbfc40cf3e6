import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnce, makeFolder, MAIN, REGION, runChild, runOnRegion } from './run.ts';

const KILLS = process.env['BELTWAY_LONG'] === '1' ? 60 : 5;
const ASK = ['compare', '--format', 'json'];

describe('--out', () => {
  it('writes what would have been printed, and nothing else', () => {
    const folder = makeFolder();
    const file = join(folder, 'answer.json');
    expect(runOnRegion(...ASK, '--out', file)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(runOnRegion(...ASK).out);
    expect(readdirSync(folder)).toEqual(['answer.json']);
    expect(runOnRegion('scenarios', '--out', '-').out).toContain('Scenarios of');
  });

  it('never leaves half an answer, whenever the run is killed', async () => {
    buildOnce();
    const file = join(makeFolder(), 'answer.json');
    const whole = runOnRegion(...ASK).out;
    writeFileSync(file, 'old');
    const begun = performance.now();
    runChild([...ASK, '--data', REGION]);
    const lasts = performance.now() - begun;
    for (let i = 0; i < KILLS; i += 1) {
      await killAfter((lasts * (i + 1)) / KILLS, [...ASK, '--data', REGION, '--out', file]);
      expect(['old', whole]).toContain(readFileSync(file, 'utf8'));
    }
  });

  it('leaves the old answer where the system ends the run in the middle of writing', () => {
    buildOnce();
    const file = join(makeFolder(), 'answer.json');
    writeFileSync(file, 'old');
    const limited = `ulimit -f 4; exec '${process.execPath}' '${MAIN}' compare --format json --data '${REGION}' --out '${file}'`;
    const { status } = spawnSync('sh', ['-c', limited]);
    expect(status).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it('replaces the file a link points to, and keeps its permissions', () => {
    const folder = makeFolder();
    const [file, link] = [join(folder, 'answer.txt'), join(folder, 'link.txt')];
    writeFileSync(file, 'old');
    chmodSync(file, 0o600);
    symlinkSync(file, link);
    expect(runOnRegion('scenarios', '--out', link).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('Scenarios of');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder, a pipe and a path that is not there, and says so', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'inside'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const name of ['inside', 'pipe', 'missing/answer.txt']) {
      const { code, out, err } = runOnRegion('scenarios', '--out', join(folder, name));
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(name);
      expect(err).not.toMatch(/^\s+at /m);
    }
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['inside', 'pipe']);
  });
});

/** Starts a run and kills it without warning after some milliseconds. */
function killAfter(ms: number, args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), ms);
    child.on('close', () => {
      clearTimeout(timer);
      done();
    });
  });
}

describe('standard output', () => {
  it('may be closed early by its reader', async () => {
    buildOnce();
    const child = spawn(process.execPath, [MAIN, ...ASK, '--data', REGION], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.stdout.destroy();
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('gets a long answer whole through a pipe', () => {
    const piped = execFileSync('sh', [
      '-c',
      '"$0" "$1" compare --format json --data "$2" | cat',
      process.execPath,
      MAIN,
      REGION,
    ]);
    expect(piped.toString()).toBe(runOnRegion(...ASK).out);
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript) console.warn('SKIPPED: no `script` on this machine, so colour on a terminal is not tested');

describe.skipIf(!hasScript)('a terminal', () => {
  const onTerminal = (env: Readonly<Record<string, string>>): string => {
    buildOnce();
    const command = `stty cols 100; '${process.execPath}' '${MAIN}' reach S_AMBER --data '${REGION}'`;
    const { NO_COLOR: _none, ...own } = process.env;
    const child = spawnSync('script', ['-qec', command, '/dev/null'], {
      encoding: 'utf8',
      env: { ...own, TERM: 'xterm', ...env },
    });
    return child.stdout.replaceAll('\r\n', '\n');
  };

  it('gets colour, around the same text', () => {
    const coloured = onTerminal({});
    expect(coloured).toContain('\u001b[32m');
    // eslint-disable-next-line no-control-regex -- the colours are what is taken out
    const plain = coloured.replaceAll(/\u001b\[\d*m/g, '').replaceAll(/\r?[^\n]*\u001b\[K/g, '');
    expect(plain).toContain(runOnRegion('reach', 'S_AMBER').out);
  });

  it('gets none with NO_COLOR or when it is dumb', () => {
    expect(onTerminal({ NO_COLOR: '1' })).not.toMatch(/\[\d+m/);
    expect(onTerminal({ TERM: 'dumb' })).not.toMatch(/\[\d+m/);
  });

  it('gets no colour in a file', () => {
    expect(runChild(['reach', 'S_AMBER', '--data', REGION], { FORCE_COLOR: '1' }).out).not.toContain(
      '\u001b',
    );
  });
});

it('leaves no part of a file behind in the working folder', () => {
  expect(readdirSync('.').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(existsSync('.answer.json')).toBe(false);
});
