/** A run on a terminal, which util-linux gives a program, ended by its Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { buildOnce, MAIN } from './run.ts';

export const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript) console.warn('SKIPPED: no `script` on this machine, so nothing is tested on a terminal');

/** What the key sends to a terminal. */
const CTRL_C = '\u0003';

/** What a command says that gets Ctrl-C as soon as it has said something, and `code N` of its end. */
export async function interruptWhen(said: RegExp, args: readonly string[]): Promise<string> {
  buildOnce();
  // The shell hears Ctrl-C as well, and goes on.
  const inner = `trap : INT; '${process.execPath}' '${MAIN}' ${args.join(' ')}; echo "code $?"`;
  const child = spawn('script', ['-qec', inner, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    const before = said.test(text);
    text += part.toString();
    if (!before && said.test(text)) child.stdin.write(CTRL_C);
  });
  await new Promise((done) => child.on('close', done));
  return text;
}
