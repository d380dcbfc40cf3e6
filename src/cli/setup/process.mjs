/** Child processes of the set-up: quiet steps of one line, programs on the same terminal, and their clean end. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** How often it is looked whether npm's shell is still there. */
const PARENT_POLL_MS = 200;

/** How long a child that was told to end over its line gets before the signal follows. */
const LINE_GRACE_MS = 2000;

/** Children that run, and whether they have a line to this process. */
const children = new Map();
let interrupted = false;

/** Whether the user has asked to stop. */
export function isInterrupted() {
  return interrupted;
}

/**
 * Hands a signal on to every child, which ends by itself; `onIdle` is called where there is none. npm hands signals
 * to its shell, which dies and tells nobody: under npm, a parent that is gone counts as a signal.
 */
export function passSignalsOn(onIdle) {
  const pass = (signal) => {
    interrupted = true;
    if (children.size === 0) onIdle();
    for (const [child, tied] of children) stop(child, tied, signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    pass('SIGTERM');
  }, PARENT_POLL_MS);
  watch.unref();
}

/**
 * A terminal's Ctrl-C reaches the child too, and a second signal would kill it while it ends well: a child with a line is
 * told over the line, or has heard already and cut it itself; the signal follows where it has not ended by then.
 */
function stop(child, tied, signal) {
  if (!tied) {
    child.kill(signal);
    return;
  }
  if (child.connected) child.disconnect();
  setTimeout(() => children.has(child) && child.kill(signal), LINE_GRACE_MS).unref();
}

/** Runs quietly, prints one line with the duration, and the output only when it failed. */
export async function step(name, command, args) {
  const begun = performance.now();
  const output = [];
  const code = await run(command, args, { show: false, output });
  if (interrupted) return false;
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  tellStep(name, code === 0, begun);
  return code === 0;
}

/** The line of a step that began at a time of `performance.now()`. */
export function tellStep(name, ok, begun) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.error(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
}

/**
 * Runs a program and gives its exit code, 1 where a signal ended it. `tied`: it has a line to this process and
 * ends when this one is gone.
 */
export function run(command, args, { show, output = [], env = process.env, tied = false }) {
  return new Promise((done) => {
    const stdio = show
      ? ['inherit', 'inherit', 'inherit', ...(tied ? ['ipc'] : [])]
      : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: ROOT, stdio, env, shell: command.endsWith('.cmd') });
    children.set(child, show && tied);
    for (const stream of show ? [] : [child.stdout, child.stderr])
      stream.on('data', (part) => output.push(part));
    const end = (code) => {
      children.delete(child);
      done(code);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${command}: ${error.message}\n`));
      end(1);
    });
    child.on(show ? 'exit' : 'close', (code, signal) => end(signal === null ? code : 1));
  });
}

/** The script a package names for a command, so that no shell and no PATH is needed. */
export function bin(name, command) {
  const folder = join(ROOT, 'node_modules', name);
  const entry = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin;
  return join(folder, typeof entry === 'string' ? entry : entry[command]);
}
