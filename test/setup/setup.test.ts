/** The set-up script on a small project of its own: same lock file and tools; sources, page and tests written here. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  readdirSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/run.ts';

const SCRIPT = 'src/cli/setup.mjs';
/** Where the project stands: a folder of its own, away from this one. */
const PAGE = "import data from '../data/one.json?raw';\ndocument.title = data;\n";
const LONG = process.env['BELTWAY_LONG'] === '1';
const project = mkdtempSync(join(tmpdir(), 'beltway-setup-'));

function write(name: string, text: string): void {
  mkdirSync(join(project, name, '..'), { recursive: true });
  writeFileSync(join(project, name), text);
}

function setUp(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { NODE_OPTIONS: _options, VITEST: _vitest, CI: _ci, ...env } = process.env;
  const child = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: project, encoding: 'utf8', env });
  return { code: child.status, out: child.stdout, err: child.stderr };
}

/** The same beside this process, which goes on. */
function setUpBeside(...args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { cwd: project, stdio: 'ignore' });
  return new Promise((done) => child.on('close', done));
}

/** Every package by a link of its own and a stamp, so that nothing is installed and nothing here can be removed. */
function linkPackages(): void {
  const [from, to] = [ROOT, project].map((root) => join(root, 'node_modules'));
  if (from === undefined || to === undefined) return;
  mkdirSync(to);
  for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(`package-lock.json\n${lock.length}\n`).update(lock);
  rmSync(join(to, '.beltway-lock'), { force: true });
  writeFileSync(join(to, '.beltway-lock'), hash.digest('hex'));
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

beforeAll(() => {
  cpSync(join(ROOT, 'src/cli/setup'), join(project, 'src/cli/setup'), { recursive: true });
  for (const name of [
    SCRIPT,
    'src/tsconfig.json',
    'web/tsconfig.json',
    'test/web/tsconfig.json',
    'package-lock.json',
    'package.json',
    'test/tsconfig.json',
    'test/oxlint.json',
    'test/vitest.config.ts',
  ]) {
    mkdirSync(join(project, name, '..'), { recursive: true });
    cpSync(join(ROOT, name), join(project, name));
  }
  linkPackages();
  write('data/one.json', '{}');
  write('web/index.html', '<!doctype html><title>Map</title><script type="module" src="./main.ts"></script>');
  write('web/main.ts', PAGE);
  write(
    'src/cli/main.ts',
    "console.log(JSON.stringify(process.argv.slice(2)));\nprocess.exitCode = process.argv.includes('--fail') ? 1 : 0;\n",
  );
  write(
    'test/good.test.ts',
    "import { expect, it } from 'vitest';\nit('a', () => { expect(1).toBe(1); });\nit('b', () => { expect(2).toBe(2); });\n",
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('setup.mjs', () => {
  it('tells an old Node what it needs, before anything else', () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.18.3'}})`;
    const child = spawnSync(process.execPath, ['--import', old, SCRIPT, 'start'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(child.status).toBe(1);
    expect(child.stderr).toBe('Beltway needs Node 20.19 or newer; this is 20.18.3. See https://nodejs.org\n');
  });

  it('builds, then starts the command line with the arguments and its exit code', () => {
    const first = setUp('start', '--', '--traffic', 'peak');
    expect(first).toMatchObject({ code: 0, out: '["start","--","--traffic","peak"]\n' });
    expect(first.err).toMatch(/^✓ build \(\d+\.\d s\)\n✓ command line \(\d+\.\d s\)\n✓ map \(\d+\.\d s\)\n$/);
    expect(setUp('start', '--fail').code).toBe(1);
  });

  it('builds the map with what it is made of, and compresses it', () => {
    const page = join(project, 'dist/web');
    const files = readdirSync(page, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /^assets.*\.js$/.test(name))).toHaveLength(1);
    write('data/one.json', `"${'x'.repeat(2000)}"`);
    expect(setUp('build')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^✓ map/) as string,
    });
    expect(setUp('build').err).toBe('');
    const script = readdirSync(join(page, 'assets')).find((name) => name.endsWith('.js')) ?? '';
    const [plain, packed] = ['', '.gz'].map((end) => readFileSync(join(page, 'assets', script + end)));
    expect(plain?.toString()).toContain('xxxx');
    expect(gunzipSync(packed ?? '')).toEqual(plain);
    expect(brotliDecompressSync(readFileSync(join(page, 'assets', `${script}.br`)))).toEqual(plain);
    write('src/cli/main.ts', readFileSync(join(project, 'src/cli/main.ts'), 'utf8').concat('\n'));
    expect(setUp('build').err).toMatch(/^✓ build[^\n]*\n✓ command line[^\n]*\n$/);
  });

  it('gives the answer where the map does not build, keeps the old map, and says what failed', () => {
    write('web/main.ts', "import './nowhere.ts';\n");
    const { code, out, err } = setUp('start', '--traffic', 'peak');
    expect({ code, out }).toEqual({ code: 1, out: '["start","--no-map","--traffic","peak"]\n' });
    expect(err).toMatch(/nowhere[\s\S]*✗ map \(/);
    expect(err).toContain('The map was not built, see above; the answer stands without it.');
    expect(existsSync(join(project, 'dist/web/index.html'))).toBe(true);
    expect(setUp('build').code).toBe(1);
    expect(setUp('start', '--no-map')).toMatchObject({ code: 0, err: '' });
    write('web/main.ts', PAGE);
    expect(setUp('build').code).toBe(0);
    expect(readdirSync(join(project, 'dist')).filter((name) => name.startsWith('.web'))).toEqual([]);
  });

  it.skipIf(!LONG)('waits for another build of the map, not for one that is gone', async () => {
    const lock = join(project, 'dist/.beltway-page-lock');
    write('web/main.ts', `${PAGE}// ${'y'.repeat(9)}\n`);
    writeFileSync(lock, String(spawnSync(process.execPath, ['-e', '']).pid));
    expect(setUp('build')).toMatchObject({ code: 0, err: expect.stringMatching(/^✓ map/) as string });
    write('web/main.ts', PAGE);
    writeFileSync(lock, String(process.pid));
    setTimeout(() => rmSync(lock), 1500);
    const begun = performance.now();
    expect(await setUpBeside('build')).toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(1400);
    expect(existsSync(lock)).toBe(false);
  });

  it('does nothing twice', () => {
    expect(setUp('start')).toMatchObject({ code: 0, err: '' });
    write('src/cli/other.ts', 'export const other = 1;\n');
    expect(setUp('start').err).toMatch(/^✓ build/);
    expect(existsSync(join(project, 'dist/cli/other.js'))).toBe(true);
  });

  it('shows why it does not build, and tries again the next time', () => {
    write('src/cli/other.ts', "export const other: number = 'text';\n");
    for (let i = 0; i < 2; i += 1) {
      const { code, out, err } = setUp('start');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('src/cli/other.ts(1,14): error TS2322');
      expect(err).toMatch(/✗ build \(/);
    }
    write('src/cli/other.ts', 'export const other = 1;\n');
  });

  // A good run is one like that in which this stands; counting is tried below.
  it.skipIf(!LONG)(
    'ends a good test run with the counts: two builds, two type checks, lint and two tests',
    () => {
      const { code, out } = setUp('test');
      expect(code).toBe(0);
      expect(lastLine(out)).toBe('7 passed, 0 failed');
      expect(out.endsWith('failed\n')).toBe(true);
    },
  );

  it('counts failures, skips, a file that does not load, and a lint error', () => {
    write(
      'test/bad.test.ts',
      "import { expect, it } from 'vitest';\nit('c', () => { expect(1).toBe(2); });\nit.skip('d', () => { expect(1).toBe(1); });\nit.todo('e');\n",
    );
    write('test/broken.test.ts', "import '../src/nowhere.ts';\n");
    write('src/cli/other.ts', 'export const other: any = 1;\n');
    const { code, out, err } = setUp('test');
    expect(code).toBe(1);
    expect(err).toContain('no-explicit-any');
    expect(err).toContain("Cannot find module '../src/nowhere.ts'");
    expect(lastLine(out)).toBe('5 passed, 4 failed, 2 skipped');
  });

  it.skipIf(!LONG)('hands BELTWAY_LONG and names of tests on', () => {
    for (const name of ['bad', 'broken']) rmSync(join(project, `test/${name}.test.ts`));
    write('src/cli/other.ts', 'export const other = 1;\n');
    write(
      'test/long.test.ts',
      "import { expect, it } from 'vitest';\nit('f', () => { expect(process.env['BELTWAY_LONG']).toBe('1'); });\n",
    );
    expect(lastLine(setUp('test', '--long', 'test/long.test.ts').out)).toBe('6 passed, 0 failed');
  });

  it('stops on Ctrl-C with the code of an interrupted program', async () => {
    write(
      'test/slow.test.ts',
      "import { it } from 'vitest';\nit('g', () => new Promise(() => {}), 60_000);\n",
    );
    const { VITEST: _vitest, ...env } = process.env;
    const child = spawn(process.execPath, [SCRIPT, 'test', 'test/slow.test.ts'], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      if (part.toString().includes('RUN')) setTimeout(() => child.kill('SIGINT'), 500);
    });
    expect(await new Promise((done) => child.on('close', done))).toBe(130);
    expect(err).toContain('Interrupted.');
  });

  it('is what the scripts of the package call', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(scripts).toMatchObject({
      start: `node ${SCRIPT} start`,
      test: `node ${SCRIPT} test`,
      'test:long': `node ${SCRIPT} test --long`,
    });
    expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toMatch(/^npm test$/m);
  });
});
