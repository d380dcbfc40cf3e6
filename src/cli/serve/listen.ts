/** Which port the server gets: the one asked for, or the next that is free. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXIT, Failure } from '../exit.ts';
import { toReason } from '../files.ts';

/** How many ports are tried one after the other before the system chooses one. */
const TRIED = 20;
const LAST_PORT = 65_535;

/** Listens and gives the port. Throws Failure where the host has no port to give. */
export async function listenNear(server: Server, host: string, port: number): Promise<number> {
  for (const tried of listPorts(port)) {
    if (await listenOn(server, host, tried)) return (server.address() as AddressInfo).port;
  }
  throw new Failure(EXIT.failed, `${host}: no port is free`);
}

/** The port asked for, those after it, and at last 0, with which the system chooses. */
function listPorts(port: number): readonly number[] {
  if (port === 0) return [0];
  const count = Math.min(TRIED, LAST_PORT + 1 - port);
  return [...Array.from({ length: count }, (_none, at) => port + at), 0];
}

/** Whether the port was free. Throws Failure for any other reason not to listen. */
function listenOn(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(false);
      else fail(new Failure(EXIT.failed, `${host}: no server can listen here (${toReason(error)})`));
    };
    const onListening = (): void => {
      server.off('error', onError);
      done(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, host);
  });
}
