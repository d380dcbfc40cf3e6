/** How a sweep is shared out: options that change no byte of it, and the command of one shard. */
import { InvalidArgumentError } from 'commander';

export interface Shard {
  /** From 1. */
  readonly shard: number;
  readonly of: number;
}

const MOST_SHARDS = 10_000;

/** `i/n`, i from 1 to n. */
export function readShard(text: string): Shard {
  const [, i = '', n = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [shard, of] = [Number(i), Number(n)];
  if (i !== '' && shard >= 1 && shard <= of && of <= MOST_SHARDS) return { shard, of };
  throw new InvalidArgumentError(`A shard i/n expected, 1 ≤ i ≤ n ≤ ${MOST_SHARDS}, e.g. 3/40.`);
}

const WITH_VALUE: ReadonlySet<string> = new Set([
  ...['--shard', '--shards', '--threads', '--image', '--claim', '--abreast', '--format'],
]);
const ALONE: ReadonlySet<string> = new Set(['--slurm', '--kubernetes']);

/** Words of a command line without those that share it out. */
export function withoutSharing(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => {
    const [name = ''] = word.split('=', 1);
    return !ALONE.has(word) && !WITH_VALUE.has(name) && !WITH_VALUE.has(words[i - 1] ?? '');
  });
}
