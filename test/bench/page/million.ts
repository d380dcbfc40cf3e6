/**
 * One edge of a made-up city of a million vertices is changed, in Chromium: the city is made and ordered here, its columns
 * are served on the loopback, and the page has the library's own modules and kernels.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { chromium } from 'playwright-core';
import { rankByDissection } from '../../../src/routing/order/dissection.ts';
import { compileKernels } from '../../../src/routing/wasm/module.ts';
import { createWasmSplit } from '../../../src/routing/wasm/wasm-split.ts';
import { ROOT } from '../../root.ts';
import { makeCity, type City } from '../../scene/city.ts';
import { findMedian } from '../roads/timing.ts';
import { findBrowser } from '../../web/harness/chromium.ts';
import type { EditCity, EditTimes } from './edit.ts';

/** Crossings of a side: 1,026,110 of all of them hang together. */
const SIDE = 1100;
const SEED = 1;
const COMPILED = join(ROOT, 'dist', '.bench');
const KERNELS = join(ROOT, 'dist', 'routing', 'wasm', 'kernels.wasm');
const SCRIPT = '/test/bench/page/edit.js';

type Served = ReadonlyMap<string, Uint8Array>;

/** A city with its vertices numbered by rank, so that sums stand in the order of the vertices. */
function numberByRank({ graph }: City, rank: Uint32Array): EditCity {
  const { vertexCount, edgeCount } = graph;
  const firstOut = new Uint32Array(vertexCount + 1);
  const toRank = (vertex: number): number => rank[vertex] as number;
  for (const v of graph.tail) firstOut[toRank(v) + 1] = (firstOut[toRank(v) + 1] as number) + 1;
  for (let v = 0; v < vertexCount; v += 1)
    firstOut[v + 1] = (firstOut[v + 1] as number) + (firstOut[v] as number);
  const next = firstOut.slice();
  const [tail, head] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  const cost = new Int32Array(edgeCount);
  for (let e = 0; e < edgeCount; e += 1) {
    const from = toRank(graph.tail[e] as number);
    const place = next[from] as number;
    next[from] = place + 1;
    tail[place] = from;
    head[place] = toRank(graph.head[e] as number);
    cost[place] = graph.cost[e] as number;
  }
  return { vertexCount, firstOut, tail, head, cost };
}

function answer(served: Served, path: string, response: ServerResponse): void {
  const type = path.endsWith('.js')
    ? 'text/javascript'
    : path === '/'
      ? 'text/html'
      : 'application/octet-stream';
  const file = normalize(join(COMPILED, path));
  const body =
    served.get(path) ?? (file.startsWith(COMPILED + sep) && path.endsWith('.js') ? readFileSync(file) : null);
  response.writeHead(body === null ? 404 : 200, {
    'content-type': type,
    // Clocks are finer where a page stands alone.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  response.end(body ?? '');
}

function serve(served: Served): Promise<Server> {
  const server = createServer((request, response) => answer(served, request.url ?? '', response));
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const toBytes = ({ buffer }: Uint32Array | Int32Array): Uint8Array => new Uint8Array(buffer as ArrayBuffer);

/** The page's times and the version of the browser. */
async function ask(
  executablePath: string,
  served: Served,
): Promise<EditTimes & { readonly version: string }> {
  const server = await serve(served);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // As text: what is compiled here would be rewritten for Node.
    const times = await page.evaluate<EditTimes>(`import('${SCRIPT}').then((script) => script.timeEdits())`);
    return { ...times, version: browser.version() };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

const toText = (ms: number): string => `${ms.toPrecision(3)} ms`;

/** Prints one row; without a browser, that there is none. */
export async function timeMillion(): Promise<void> {
  const executablePath = await findBrowser();
  if (executablePath === null) {
    console.error(
      '\nNo browser: the row of a million vertices in Chromium is LEFT OUT. CHROMIUM may name one.',
    );
    return;
  }
  const bytes = readFileSync(KERNELS);
  const module = compileKernels(bytes);
  if (module === null) throw new Error('this Node has no WebAssembly with vectors');
  const made = makeCity(SEED, SIDE);
  const begun = performance.now();
  const rank = rankByDissection({ ...made.graph, x: made.x, y: made.y }, [], createWasmSplit(module));
  const orderMs = performance.now() - begun;
  const { vertexCount, firstOut, tail, head, cost } = numberByRank(made, rank);
  const columns = { first_out: firstOut, tail, head, cost };
  const served = new Map<string, Uint8Array>([
    ['/', new TextEncoder().encode('<!doctype html><title>bench</title>')],
    ['/kernels.wasm', bytes],
    ...Object.entries(columns).map(([name, column]) => [`/city/${name}`, toBytes(column)] as const),
  ]);
  const { edits, searches, prepareMs, reached, looked, arcs, version } = await ask(executablePath, served);
  const [edit, search] = [findMedian(edits), findMedian(searches)];
  const [least, worst] = [Math.min(...edits), Math.max(...edits)];
  console.log(`\n## A million vertices in Chromium ${version}, one thread: made-up city (seed ${SEED})\n`);
  console.log(
    `${vertexCount} vertices by rank, ${head.length} edges, ${arcs} arcs; order in Node ${toText(orderMs)}, arcs and weights in the page ${toText(prepareMs)}; ` +
      `all sums those of a search over buckets; ${reached} vertices within half an hour; ${edits.length} edits: least ${toText(least)}, worst ${toText(worst)}, at most ${looked} arcs looked at.\n`,
  );
  console.log('| | median | ratio | at least | aim |\n|---|---|---|---|---|');
  console.log(`| one tree, buckets, 1 M vertices in Chromium | ${toText(search)} |  |  |  |`);
  console.log(
    `| one edge changed, all sums and the count within 30 min, 1 M vertices in Chromium, WASM | ${toText(edit)} | ${(search / edit).toPrecision(3)}× one tree | 50 ms | 16.7 ms |`,
  );
}
