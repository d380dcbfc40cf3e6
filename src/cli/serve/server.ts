/**
 * The static server of the page: files of one folder, read only, to whoever asks on this machine. It knows
 * nothing of the answer, which the page computes by itself.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { SECURITY_HEADERS, toCacheControl } from './headers.ts';

/** Hidden files are part of the build, not of the page. */
const HIDDEN = /\/\./;

/** Files of an imported network, under `city/`: its label, its licence, and the network by the checksum of its bytes. */
const CITY = /^\/city(\/(?:dataset\.json|LICENSE|network-[0-9a-f]{8}\.bin))$/;

type ServeFile = ReturnType<typeof sirv>;

function createFiles(folder: string): ServeFile {
  // Looked up at each request, so that a page built anew is served without a restart.
  return sirv(folder, {
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', toCacheControl(path)),
  });
}

/** The scenario of a network: the text of a file that is made when it is asked for. */
const SCENARIO = '/city/scenario.json';

/** A network that is served beside the page. */
export interface ServedCity {
  readonly folder: string;
  /** Text of its scenario, read anew each time: a file that was changed is shown at the next visit. */
  readonly scenario: (() => string) | null;
}

/** Serves the text; nothing is served where a file was taken away meanwhile. */
function serveScenario(response: ServerResponse, read: () => string): boolean {
  let text: string;
  try {
    text = read();
  } catch {
    return false;
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(text);
  return true;
}

/** Files of the page, and those of a network where there is one. */
function createPaths(folder: string, city: ServedCity | null): ServeFile {
  const servePage = createFiles(folder);
  const serveCity = city === null ? null : createFiles(city.folder);
  return (request, response, next) => {
    const [asked = ''] = (request.url ?? '').split('?');
    const scenario = asked === SCENARIO ? (city?.scenario ?? null) : null;
    if (scenario !== null && serveScenario(response, scenario)) return undefined;
    const [, path] = CITY.exec(asked) ?? [];
    if (path === undefined || serveCity === null) return servePage(request, response, next);
    request.url = path;
    return serveCity(request, response, next);
  };
}

/** A server of the page in a folder, with an imported network under `city/`; it does not listen yet. */
export function createPageServer(folder: string, city: ServedCity | null = null): Server {
  const serveFile = createPaths(folder, city);
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    try {
      serve(request, response, serveFile);
    } catch {
      refuse(response, 400, 'This address cannot be read.');
    }
  });
}

function serve(request: IncomingMessage, response: ServerResponse, serveFile: ServeFile): void {
  const { method = '', url = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Only GET and HEAD are answered here.');
    return;
  }
  const refuseUnknown = (): void => refuse(response, 404, 'There is no such page. The map is at /.');
  const [path = ''] = url.split('?');
  if (HIDDEN.test(decodeURIComponent(path))) {
    refuseUnknown();
    return;
  }
  // A part of a file is never needed, and a range that ends before it begins would stop the server.
  delete request.headers.range;
  serveFile(request, response, refuseUnknown);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${sentence}\n`);
}
