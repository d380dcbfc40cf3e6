/** The sources an answer rests on, with their licences and what was done to them. */
import type { Source } from '../../model/source.ts';
import type { Block, Column } from '../block.ts';
import { DASH } from '../format.ts';

const COLUMNS: readonly Column[] = [
  { title: 'source', align: 'left', least: 20 },
  { title: 'author, year', align: 'left', least: 12 },
  { title: 'licence', align: 'left', least: 12 },
  { title: 'read', align: 'left' },
];

/** One row a source; what was done to it and its address stand below. */
export function toSourceBlocks(sources: readonly Source[]): readonly Block[] {
  const rows = sources.map(({ id, title, author, year, licence, url, read, done }) => ({
    cells: [`${title} (${id})`, `${author}${year === null ? '' : `, ${year}`}`, licence, read ?? DASH],
    under: url === null ? done : `${done} ${url}`,
  }));
  return [{ kind: 'table', columns: COLUMNS, rows }];
}
