/** Long work that says how far it is: shown on a terminal, and ended by Ctrl-C between two steps. */
import { workInPieces } from './interrupt.ts';
import { showBar, showProgress } from './terminal.ts';

/** What is being done, and how much of it where that can be counted. */
interface Step {
  readonly words: string;
  readonly done: number;
  readonly of: number;
}

function show({ words, done, of }: Step): void {
  if (of > 0) showBar(words, done, of);
  else showProgress(words);
}

/** Follows steps to their result. Throws Failure with the code of an interruption as soon as Ctrl-C was pressed. */
export async function follow<T>(steps: Generator<Step, T>): Promise<T> {
  const results: T[] = [];
  await workInPieces(
    (function* (): Generator<void> {
      let next = steps.next();
      while (next.done !== true) {
        show(next.value);
        yield;
        next = steps.next();
      }
      results.push(next.value);
      yield;
    })(),
  );
  const [result] = results;
  if (results.length === 0) throw new RangeError('work without a result');
  return result as T;
}
