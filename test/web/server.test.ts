/** The map's server: what it gives, what it refuses, and what it says with every answer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../src/cli/serve/headers.ts';
import { listenNear } from '../../src/cli/serve/listen.ts';
import { createPageServer } from '../../src/cli/serve/server.ts';

const HOST = '127.0.0.1';
const SCRIPT = `console.log('${'map '.repeat(500)}');\n`;

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-page-'));
  const page = join(folder, 'web');
  const city = join(folder, 'city');
  const server = createPageServer(page, { folder: city, scenario: null });
  let port = 0;
  beforeAll(async () => {
    mkdirSync(join(page, 'assets'), { recursive: true });
    mkdirSync(join(page, '.vite'));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    mkdirSync(city);
    for (const name of ['dataset.json', 'network-0123abcd.bin', 'notes.txt'])
      writeFileSync(join(city, name), name);
    writeFileSync(join(page, '.vite/manifest.json'), '{}');
    writeFileSync(join(page, 'index.html'), '<!doctype html><title>Map</title>');
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js'), SCRIPT);
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(page, 'assets/map-1a2b3c4d.js.br'), brotliCompressSync(SCRIPT));
    port = await listenNear(server, HOST, 0);
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
      const asked = request({ host: HOST, port, path, method, headers }, (response) => {
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
    '/city/',
    '/city/notes.txt',
    '/city/..%2fsecret.txt',
    '/city/LICENSE',
    '/city/scenario.json',
    '/dataset.json',
  ])('has no %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, text: 'There is no such page. The map is at /.\n' });
  });

  it('gives the files of an imported network, and no others of its folder', async () => {
    expect((await ask('/city/dataset.json')).text).toBe('dataset.json');
    expect((await ask('/city/network-0123abcd.bin?x')).text).toBe('network-0123abcd.bin');
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
