/** Opens the data set that the page was built with: the core first, its notes when they are wanted. */
import { coreUrl, notesUrl } from 'virtual:beltway/dataset';
import type { Dataset } from '../../src/index.ts';
import { unpack, unpackNotes } from './unpack.ts';

export interface OpenedDataset {
  /** All that computing and the first picture need; long texts, claims and sources are empty. */
  readonly dataset: Dataset;
  /**
   * The same with everything, asked for when it is first wanted and then kept; links, places and roads without a
   * note are the same objects.
   */
  readonly complete: () => Promise<Dataset>;
}

/** The data set from the page's own server. Rejects with a sentence where a file does not come. */
export async function openDataset(): Promise<OpenedDataset> {
  const dataset = unpack(await read(coreUrl));
  let complete: Promise<Dataset> | null = null;
  const readAll = async (): Promise<Dataset> => unpackNotes(dataset, await read(notesUrl));
  return { dataset, complete: () => (complete ??= readAll()) };
}

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  if (response.ok) return response.text();
  throw new Error(`The data of the page did not load (${address}: ${response.status}). Load the page again.`);
}
