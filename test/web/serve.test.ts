/** Serving the map: where it listens, what it prints and opens, and how it ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listLeftOut, toMapPart } from '../../src/cli/serve/address.ts';
import { isDesktop } from '../../src/cli/serve/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/cli/serve/headers.ts';
import { listenNear } from '../../src/cli/serve/listen.ts';
import { requirePage } from '../../src/cli/serve/map.ts';
import { readCityAddress } from '../../web/city/address.ts';
import { decode } from '../../web/state/address-read.ts';
import { DEFAULT_CHOICE } from '../../web/state/choice.ts';
import { DEFAULT_LOOK } from '../../web/state/look.ts';
import { readChain } from '../../web/city/plan-files.ts';
import { DIAGONAL, importTown, toPlan } from '../city/town.ts';
import { buildOnce, MAIN, REGION, ROOT, run } from '../cli/run.ts';
import { takeSome } from '../scene/random.ts';

const HOST = '127.0.0.1';

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

describe('the page', () => {
  it('carries the policy of the server, so that it also holds on another one', () => {
    const html = readFileSync(join(ROOT, 'web/index.html'), 'utf8');
    const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(html) ?? [];
    // A browser reads frame-ancestors in a header only.
    expect(policy).toBe(CONTENT_SECURITY_POLICY.replace("; frame-ancestors 'none'", ''));
  });

  it('that has not been built says what to run', () => {
    expect(() => requirePage(tmpdir())).toThrow('run npm run build');
  });
});

describe('listening', () => {
  async function occupy(host = HOST): Promise<Server> {
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((done) => server.listen(0, host, done));
    return server;
  }

  it('takes the next port that is free', async () => {
    const taken = await occupy();
    const server = createServer();
    onTestFinished(() => void server.close());
    const port = await listenNear(server, HOST, portOf(taken));
    expect(port).toBeGreaterThan(portOf(taken));
    expect(portOf(server)).toBe(port);
  });

  it('says of an address that is not this machine that nothing can listen there', async () => {
    await expect(listenNear(createServer(), '192.0.2.1', 0)).rejects.toThrow(
      /192\.0\.2\.1: no server can listen/,
    );
  });
});

describe('a browser is opened', () => {
  const desktop = { platform: 'linux', isTerminal: true, env: { DISPLAY: ':0' } };
  it.each([
    ['on a desktop', desktop, true],
    ['on Wayland', { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }, true],
    ['on a Mac', { ...desktop, platform: 'darwin', env: {} }, true],
    ['not without a display', { ...desktop, env: {} }, false],
    ['not into a pipe', { ...desktop, isTerminal: false }, false],
    ['not in CI', { ...desktop, env: { DISPLAY: ':0', CI: 'true' } }, false],
    ['not from afar', { ...desktop, platform: 'darwin', env: { SSH_CONNECTION: '1 2 3 4' } }, false],
  ] as const)('%s', (_where, surroundings, opened) => {
    expect(isDesktop(surroundings)).toBe(opened);
  });
});

describe('the built program', () => {
  beforeAll(buildOnce);

  interface Started {
    readonly child: ChildProcess;
    readonly said: { out: string; err: string };
    readonly ended: Promise<number | null>;
  }

  function launch(args: readonly string[], tied = false): Started {
    return watch(
      spawn(process.execPath, [MAIN, ...args], {
        stdio: ['ignore', 'pipe', 'pipe', ...(tied ? ['ipc' as const] : [])],
      }),
    );
  }

  function watch(child: ChildProcess): Started {
    const said = { out: '', err: '' };
    child.stdout?.on('data', (part: Buffer) => (said.out += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (said.err += part.toString()));
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, said, ended: new Promise((done) => child.on('exit', done)) };
  }

  async function untilServed({ said }: Started): Promise<string> {
    await expect.poll(() => said.out + said.err, { timeout: 30_000 }).toMatch(/Map: http:\S+/);
    return /Map: (http:\S+)/.exec(said.out + said.err)?.[1] ?? '';
  }

  it.each(takeSome(['SIGINT', 'SIGTERM', 'SIGHUP'] as const, 2))(
    'serves the map until %s, and ends well',
    async (signal) => {
      const started = launch(['map', '--port', '0']);
      const page = await fetch(await untilServed(started), { headers: { connection: 'keep-alive' } });
      expect(await page.text()).toContain('<title>Beltway');
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(started.said.out).toMatch(
        /^Map: http:\/\/127\.0\.0\.1:\d+\/ {2}\(Ctrl-C stops it\)\nStopped\.\n$/,
      );
      expect(started.said.err).toBe('');
    },
  );

  it('ends when the program that started it is gone', async () => {
    const started = launch(['map', '--port', '0'], true);
    await untilServed(started);
    started.child.disconnect();
    expect(await started.ended).toBe(0);
  });

  it('ends well with the set-up on Ctrl-C, which a terminal sends to both', async () => {
    const args = [join(ROOT, 'src/cli/setup.mjs'), 'start', '--port', '0'];
    const started = watch(
      spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true }),
    );
    await untilServed(started);
    process.kill(-(started.child.pid ?? expect.fail('no process')), 'SIGINT');
    expect(await started.ended).toBe(0);
    await expect.poll(() => started.said.out).toMatch(/\nStopped\.\n$/);
    expect(started.said.err).not.toContain('Interrupted');
    expect(() => process.kill(-(started.child.pid ?? 0), 0)).toThrow('ESRCH');
  });

  it('serves an imported network, and nothing else as one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beltway-served-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const town = join(folder, 'town');
    expect((await importTown(town)).code).toBe(0);
    const file = join(folder, 'plan.json');
    writeFileSync(file, toPlan('plan', [DIAGONAL]));
    const words = ['map', '--port', '0', '--no-open', '--data', town, '--scenario', file];
    const address = await untilServed(launch(words));
    const [url = '', part = ''] = address.split('#');
    expect(readCityAddress(part)).toMatchObject({ folder: town, scenario: { name: file, from: 'served' } });
    const readServed = async () => readChain(await (await fetch(`${url}city/scenario.json`)).text());
    expect(await readServed()).toEqual([{ name: file, text: readFileSync(file, 'utf8') }]);
    // What stands beside it is served with it, as it is now.
    const below = join(folder, 'below.json');
    writeFileSync(below, toPlan('below', []));
    writeFileSync(file, toPlan('plan', [DIAGONAL], { base: 'below' }));
    expect((await readServed())?.map(({ name }) => name)).toEqual([below, file]);
    rmSync(file);
    expect((await fetch(`${url}city/scenario.json`)).status).toBe(404);
    const label = (await (await fetch(`${url}city/dataset.json`)).json()) as { readonly network: string };
    expect((await fetch(`${url}city/${label.network}`)).status).toBe(200);
    const refused = launch(['map', '--port', '0', '--no-open', '--data', folder]);
    expect(await refused.ended).toBe(2);
    expect(refused.said.err).toMatch(/a folder that beltway import wrote/);
    writeFileSync(file, toPlan('plan', [{ kind: 'close', links: ['9'] }]));
    const wrong = launch(words);
    expect(await wrong.ended).toBe(3);
    expect(wrong.said.err).toMatch(/modifications\[0\]\.links\[0\]/);
  });

  it('says which port it took instead', async () => {
    const taken = createServer();
    onTestFinished(() => void taken.close());
    await new Promise<void>((done) => taken.listen(0, HOST, done));
    const started = launch(['map', '--port', String(portOf(taken))]);
    const address = await untilServed(started);
    const [, port] = /:(\d+)\/$/.exec(address) ?? [];
    expect(started.said.out).toContain(`Port ${portOf(taken)} is taken: the map is at port ${port}.\n`);
  });

  it('keeps its output to the answer where that is read by a program', async () => {
    const started = launch(['start', '--port', '0', '--format', 'json', '--traffic', 'peak']);
    await untilServed(started);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(JSON.parse(started.said.out)).toMatchObject({ schema: 'beltway/analysis@1' });
    expect(started.said.err).toMatch(/^Map: http:\S+#1&traffic=peak {2}.*\nStopped\.\n$/);
  });

  it('prints the answer and ends with --no-map, and beside other data', async () => {
    const plain = launch(['start', '--no-map']);
    expect(await plain.ended).toBe(0);
    expect(plain.said.out).toContain('npx beltway route');
    expect(plain.said.out).not.toContain('Map:');
    const other = launch(['start', '--data', REGION]);
    expect(await other.ended).toBe(0);
    expect(other.said.out).toContain('The map shows the data shipped with Beltway');
  });

  it.each(['x', '-1', '65536', '1.5', ''])('refuses port %j', (port) => {
    const { code, err } = run(['map', `--port=${port}`]);
    expect(code).toBe(2);
    expect(err).toContain('A port from 0 (any) to 65535 expected.');
  });

  it.each([['map'], ['start', '--no-map']])(
    'refuses a scenario file over the data shipped: %s',
    (...words) => {
      const { code, err } = run([...words, '--scenario', 'plan.json']);
      expect(code).toBe(2);
      expect(err).toMatch(/--scenario: for an imported network \(--data DIR\)/);
    },
  );
});

describe('the address of the map', () => {
  const answer = { groupChoice: { nissan: 'any', honda: 'HONDA_ZC' } };
  it('asks what the command line was asked', () => {
    expect(toMapPart({ format: 'text' }, { groupChoice: { nissan: 'any' } })).toBe('');
    const part = toMapPart(
      {
        format: 'text',
        vehicle: 'heavy-truck',
        traffic: 'peak',
        cutoff: 2700,
        level: 0.6,
        honda: 'zengcheng',
        order: { automobile: ['independence', 'belt'] },
      },
      answer,
    );
    expect(part).toBe(
      '#1&v=heavy-truck&traffic=peak&cutoff=45&level=0.6&plant.honda=HONDA_ZC&order.automobile=independence%2Cbelt',
    );
    const { shared, bad } = decode(part.slice(1), { choice: DEFAULT_CHOICE, look: DEFAULT_LOOK });
    expect(bad).toEqual([]);
    expect(shared.choice).toEqual({
      ...DEFAULT_CHOICE,
      vehicleClass: 'heavy-truck',
      traffic: 'peak',
      cutoffS: 2700,
      criticalLevel: 0.6,
      groupChoice: { honda: 'HONDA_ZC' },
      arrangement: { automobile: { order: ['independence', 'belt'], leaveOut: [] } },
    });
  });

  it('says what the map cannot be asked', () => {
    const options = { format: 'text', suppliers: 'existing', valueOfTime: 60, origins: ['S001'] } as const;
    expect(listLeftOut(options)).toEqual(['--origins', '--value-of-time', '--suppliers existing']);
    expect(listLeftOut({ format: 'text', traffic: 'peak' })).toEqual([]);
  });
});
