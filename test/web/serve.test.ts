/** The map's server: what it gives and refuses, where it listens, and how it ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isDesktop } from '../../src/cli/serve/browser.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/cli/serve/headers.ts';
import { listenNear } from '../../src/cli/serve/listen.ts';
import { requirePage } from '../../src/cli/serve/map.ts';
import { createPageServer } from '../../src/cli/serve/server.ts';
import { buildOnce, MAIN, REGION, ROOT, run } from '../cli/run.ts';

const HOST = '127.0.0.1';
const SCRIPT = `console.log('${'map '.repeat(500)}');\n`;

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-page-'));
  const page = join(folder, 'web');
  const server = createPageServer(page);
  beforeAll(async () => {
    mkdirSync(join(page, 'assets'), { recursive: true });
    mkdirSync(join(page, '.vite'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(page, '.vite/manifest.json'), '{}');
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Map</title>');
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js'), SCRIPT);
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js.br'), brotliCompressSync(SCRIPT));
    await listenNear(server, HOST, 0);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  interface Answer {
    readonly status: number | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly text: string;
  }

  /** The path goes out as it stands here; nothing makes it tidy before. */
  function ask(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): Promise<Answer> {
    return new Promise((done, fail) => {
      const asked = request({ host: HOST, port: portOf(server), path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done({
            status: response.statusCode,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      asked.on('error', fail).end();
    });
  }

  it('gives the page at /, checked anew each time', async () => {
    const { status, headers, text } = await ask('/');
    expect({ status, text }).toEqual({ status: 200, text: '<!doctype html><title>Map</title>' });
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect((await ask('/', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
  });

  it('gives files named by their content for a year, compressed as the browser likes', async () => {
    const path = '/assets/map-1a2b3c4d.js';
    const plain = await ask(path);
    expect(plain).toMatchObject({ status: 200, text: SCRIPT });
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const bytes = SCRIPT.length;
    for (const [accepted, encoding] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br', 'br'],
    ] as const) {
      const { headers } = await ask(path, { 'accept-encoding': accepted });
      expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-type': 'text/javascript' });
      expect(Number(headers['content-length'])).toBeLessThan(bytes / 10);
    }
  });

  it.each(['/', '/nowhere', '/assets/map-1a2b3c4d.js'])(
    'says with %s that nothing comes from elsewhere',
    async (path) => {
      expect((await ask(path)).headers).toMatchObject({
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it.each([
    '/nowhere',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    String.raw`/..\secret.txt`,
    '/assets/../../secret.txt',
    '//etc/passwd',
    '/.vite/manifest.json',
    '/%2evite/manifest.json',
    '/index.html%00.js',
  ])('has no %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: 'There is no such page. The map is at /.\n' });
  });

  it('refuses what it cannot read and what it does not do, and goes on', async () => {
    expect(await ask('/%E0%A4%A')).toMatchObject({ status: 400, text: 'This address cannot be read.\n' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask('/', {}, method);
      expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
    }
    expect(await ask('/', { range: 'bytes=9-2' })).toMatchObject({ status: 200 });
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('serves a page that was built anew meanwhile', async () => {
    writeFileSync(join(page, 'index.html'), 'another and longer page than before');
    expect((await ask('/')).text).toBe('another and longer page than before');
  });
});

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

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'serves the map until %s, and ends well within a second',
    async (signal) => {
      const started = launch(['map', '--port', '0']);
      const page = await fetch(await untilServed(started), { headers: { connection: 'keep-alive' } });
      expect(await page.text()).toContain('<title>Beltway');
      const begun = performance.now();
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(performance.now() - begun).toBeLessThan(1000);
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
    const started = launch(['start', '--port', '0', '--format', 'json']);
    await untilServed(started);
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(JSON.parse(started.said.out)).toMatchObject({ schema: 'beltway/analysis@1' });
    expect(started.said.err).toMatch(/^Map: .*\nStopped\.\n$/);
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
});
