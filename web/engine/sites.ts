/** The user's own sites. */
import type { Dataset } from '../../src/index.ts';
import type { OwnSites, Tasks } from './protocol.ts';

/** The data set with the sites, or every problem of the file; without a file the data set as it is. */
export async function readSites(dataset: Dataset, sites: OwnSites | null): Promise<Tasks['sites']['output']> {
  if (sites === null) return { dataset, problems: [], sites: 0 };
  return { dataset: null, problems: ['own sites cannot be read yet'], sites: 0 };
}
