/**
 * A shell for blocks of the README in which `npx beltway` asks this process: the same program, without its start and
 * the data read anew for every line. That the built program does what this process does is held elsewhere.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { ROOT, runLater, type Run } from '../cli/run.ts';

/** Sends folder and arguments, and ends as the answer says. */
const CLIENT = `
import { connect } from 'node:net';
const [socket, ...args] = process.argv.slice(2);
let text = '';
connect({ path: socket, allowHalfOpen: true })
  .on('data', (part) => (text += part))
  .on('end', () => {
    const { code, out, err } = JSON.parse(text);
    process.exitCode = code;
    process.stderr.write(err);
    process.stdout.write(out);
  })
  .setEncoding('utf8')
  .end(JSON.stringify({ folder: process.cwd(), args }));
`;

interface Asked {
  readonly folder: string;
  readonly args: readonly string[];
}

async function runIn({ folder, args }: Asked): Promise<Run> {
  process.chdir(folder);
  try {
    return await runLater(args);
  } finally {
    process.chdir(ROOT);
  }
}

function answer(socket: Socket): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => (text += part));
  socket.on('end', () => {
    void runIn(JSON.parse(text) as Asked)
      .catch((error: unknown): Run => ({ code: 70, out: '', err: String(error) }))
      .then((ended) => socket.end(JSON.stringify(ended)));
  });
}

export interface Shell {
  /** Runs lines in the folder, ending at the first that fails. */
  readonly run: (lines: readonly string[]) => Promise<Run>;
  readonly close: () => void;
}

function writeTool(folder: string, name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** A shell in a folder, with an `npx` that knows beltway alone and an `npm` that does nothing. */
export async function openShell(folder: string): Promise<Shell> {
  const [tools, socket] = [join(folder, 'bin'), join(folder, 'socket')];
  mkdirSync(tools);
  writeFileSync(join(tools, 'client.mjs'), CLIENT);
  writeTool(
    tools,
    'npx',
    `[ "$1" = beltway ] || exit 9\nshift\nexec '${process.execPath}' '${tools}/client.mjs' '${socket}' "$@"`,
  );
  writeTool(tools, 'npm', 'case "$*" in start*|test*|"run test:long") ;; *) exit 9 ;; esac');
  const server: Server = createServer({ allowHalfOpen: true }, answer);
  await new Promise<void>((done) => server.listen(socket, done));
  const env = { ...process.env, PATH: `${tools}:${process.env['PATH'] ?? ''}` };
  const run = (lines: readonly string[]): Promise<Run> =>
    new Promise((done) => {
      const child = spawn('sh', ['-eu', '-c', lines.join('\n')], { cwd: folder, env });
      const said = { out: '', err: '' };
      child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
      child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
      child.on('close', (code) => done({ code, ...said }));
    });
  return { run, close: () => void server.close() };
}
