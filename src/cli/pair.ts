/** The ends of one trip as words of a command, `[from] [to]`, beside the options that say the same of many. */
import type { Dataset } from '../index.ts';
import { EXIT, Failure } from './exit.ts';

export interface PairOptions {
  readonly to?: string;
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
}

/** What is said twice is refused, not passed over. */
export function checkPair(
  command: string,
  from: string | undefined,
  to: string | undefined,
  { to: group, origins, destinations }: PairOptions,
): void {
  const twice = [
    ...(from !== undefined && origins !== undefined ? ['FROM with --origins'] : []),
    ...(to !== undefined && group !== undefined ? ['TO with --to'] : []),
    ...(to !== undefined && destinations !== undefined ? ['TO with --destinations'] : []),
    ...(group !== undefined && destinations !== undefined ? ['--to with --destinations'] : []),
  ];
  if (twice.length > 0)
    throw new Failure(EXIT.usage, `${command}: expected each end once, found ${twice.join(' and ')}`);
}

/** A place and a group or place, as a request says them. */
export function toPair(
  dataset: Dataset,
  from: string | undefined,
  to: string | undefined,
): { origins?: readonly string[]; destinations?: readonly string[]; group?: string } {
  const isGroup = dataset.header.groups.some(({ id }) => id === to);
  return {
    ...(from === undefined ? {} : { origins: [from] }),
    ...(to === undefined ? {} : isGroup ? { group: to } : { destinations: [to] }),
  };
}
