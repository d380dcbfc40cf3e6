/** The user's own sites, read by the library's loader. Apart from the worker, because most readers have none. */
import { addOwnSites, toSentence, type Dataset } from '../../src/index.ts';
import type { OwnSites, Tasks } from './protocol.ts';

/** The data set with the sites, or every problem of the file. */
export function readSites(dataset: Dataset, { text, name }: OwnSites): Tasks['sites']['output'] {
  const read = addOwnSites(dataset, text, name);
  return { dataset: read.dataset, problems: read.problems.map(toSentence), sites: read.sites };
}
