/**
 * Ctrl-C in the middle of long work: the work is done in pieces with turns of the event loop between them, and ends
 * after the piece in hand, with nothing half done on standard output or in a file.
 */
import { EXIT, Failure } from './exit.ts';
import { clearProgress } from './terminal.ts';

/** One turn of the event loop: signals that came meanwhile are heard. */
export function letTurn(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}

/** Whether Ctrl-C was pressed since; heard until `end`, afterwards it ends the program as it did before. */
export function hearInterrupt(): { readonly wasHeard: () => boolean; readonly end: () => void } {
  let interrupted = false;
  const onInterrupt = (): void => {
    interrupted = true;
  };
  process.on('SIGINT', onInterrupt);
  return { wasHeard: () => interrupted, end: () => void process.off('SIGINT', onInterrupt) };
}

/**
 * Does work in pieces until a piece says that it was the last. Throws Failure with the code of an interruption as soon
 * as Ctrl-C was pressed.
 */
export async function workInPieces(work: Iterable<unknown>): Promise<void> {
  const { wasHeard, end } = hearInterrupt();
  try {
    const pieces = work[Symbol.iterator]();
    while (pieces.next().done !== true) {
      await letTurn();
      if (wasHeard()) throw new Failure(EXIT.interrupted, 'interrupted: nothing was written');
    }
  } finally {
    end();
    clearProgress();
  }
}
