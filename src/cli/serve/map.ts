/** Serving the map until it is stopped: where it is, what is printed, and a clean end. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { Option, InvalidArgumentError, type Command } from 'commander';
import { EXIT, Failure } from '../exit.ts';
import { BUILT_PAGE } from '../package-files.ts';
import { isDesktop, openInBrowser } from './browser.ts';
import { listenNear } from './listen.ts';
import { createPageServer, type ServedCity } from './server.ts';

const DEFAULT_PORT = 4173;
/** What may still be under way when it is stopped gets this long. */
const GRACE_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface MapOptions {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  /** What the page is asked, behind its address. */
  readonly part?: string;
  /** An imported network that the page shows instead of the data shipped. */
  readonly city?: ServedCity;
}

/** `--port`, `--host`, `--no-open`. */
export function addMapOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--port <number>', 'port of the map; the next free one when it is taken')
        .default(DEFAULT_PORT)
        .argParser(readPort),
    )
    .option('--host <address>', 'address the map is served at', '127.0.0.1')
    .option('--no-open', 'do not open the map in a browser');
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('A port from 0 (any) to 65535 expected.');
}

/** Throws Failure with what to run where the page has not been built. */
export function requirePage(folder: string = BUILT_PAGE): void {
  if (existsSync(join(folder, 'index.html'))) return;
  throw new Failure(EXIT.failed, 'The map has not been built: run npm run build, then this again.');
}

/** Serves the page until Ctrl-C; `say` gets each line. Throws Failure where it cannot be served. */
export async function serveMap(options: MapOptions, say: (line: string) => void): Promise<void> {
  requirePage();
  const server = createPageServer(BUILT_PAGE, options.city ?? null);
  stopOnSignal(server, say);
  const port = await listenNear(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const address = `http://${host}:${port}/${options.part ?? ''}`;
  if (options.port > 0 && port !== options.port) {
    say(`Port ${options.port} is taken: the map is at port ${port}.`);
  }
  say(`Map: ${address}  (Ctrl-C stops it)`);
  const { platform, env, stdout } = process;
  if (options.open && isDesktop({ platform, isTerminal: stdout.isTTY, env })) await openInBrowser(address);
}

/** Ends the server on a signal, or when the program that started this one is gone. */
function stopOnSignal(server: Server, say: (line: string) => void): void {
  let stopped = false;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    say(process.stdout.isTTY ? '\nStopped.' : 'Stopped.');
    server.close();
    server.closeAllConnections();
    if (process.connected) process.disconnect();
    setTimeout(() => process.exit(), GRACE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  process.once('disconnect', stop);
}
