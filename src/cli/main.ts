#!/usr/bin/env node
/** The command line `beltway`: arguments in, answer out, exit code. What is computed is in `src/index.ts`. */
import { EXIT } from './exit.ts';
import { run } from './program.ts';

// A reader that closes the pipe early (`beltway … | head`) has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
  throw error;
});
process.exitCode = await run(process.argv);
