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

export interface Hearing {
  readonly wasHeard: () => boolean;
  /** Settled as soon as it is; never where it is not. */
  readonly heard: Promise<void>;
  readonly end: () => void;
}

/** Whether Ctrl-C was pressed since; heard until `end`, afterwards it ends the program as it did before. */
export function hearInterrupt(): Hearing {
  let interrupted = false;
  let onInterrupt = (): void => {};
  const heard = new Promise<void>((settle) => {
    onInterrupt = () => {
      interrupted = true;
      settle();
    };
  });
  process.on('SIGINT', onInterrupt);
  return { wasHeard: () => interrupted, heard, end: () => void process.off('SIGINT', onInterrupt) };
}

/** What ends a program that was to write nothing before its work is whole. */
export const toInterruption = (): Failure =>
  new Failure(EXIT.interrupted, 'interrupted: nothing was written');

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
      if (wasHeard()) throw toInterruption();
    }
  } finally {
    end();
    clearProgress();
  }
}
