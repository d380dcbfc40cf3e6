/** File `sources.json`: the works that records name, with author, year, licence and what was done to them. */
import * as z from 'zod';

import type { Source } from '../model/source.ts';
import { date, exactly, id, isPlain, list, record, text, wholeIn } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report } from './report.ts';
import { type Rows, checkFiles, readList } from './rows.ts';

const URL_WORDS = 'an address that begins with http:// or https://';

const address = z
  .string(URL_WORDS)
  .regex(/^https?:\/\/[^\s"<>]+$/, URL_WORDS)
  .refine(isPlain, { error: URL_WORDS, params: { code: 'out-of-range' } })
  .describe(URL_WORDS);

export const source = record('a source', {
  id: id('id of the source'),
  title: text('title'),
  author: text('author or body'),
  year: wholeIn('year of the work', 1000, 2100).nullable(),
  licence: text('licence, or what is known of it'),
  url: address.nullable(),
  read: date('day on which it was read').nullable(),
  done: text('what was done to it'),
}) satisfies z.ZodType<Source>;

function toFile<T extends z.ZodType>(item: T) {
  return record('a file of sources', {
    schema: exactly('beltway/sources@1'),
    sources: list('the sources', item),
  });
}
export const sourcesFile = toFile(source);

/** Reads the sources. */
export function readSources(folder: Folder, report: Report): Rows<Source> {
  checkFiles(toFile(z.unknown()), folder.sources, report);
  return readList(source, folder.sources, ['sources'], report);
}
