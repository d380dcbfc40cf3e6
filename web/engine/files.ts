/** Exports: the very bytes that the command line writes for the same question. */
import { analyse, toJsonText, type Dataset } from '../../src/index.ts';
import type { Tasks } from './protocol.ts';

/** Text of an export. */
export function writeFile(dataset: Dataset, { request }: Tasks['file']['input']): string {
  return toJsonText(analyse(dataset, request));
}
