/**
 * Data folders loaded in this process. Who runs several commands in one process gets the data set of an unchanged
 * folder again, and with it the grids and networks that were made of it.
 */
import { loadDataset, type FileTexts, type LoadResult } from '../index.ts';

const KEPT_FOLDERS = 4;

interface Kept {
  readonly texts: FileTexts;
  readonly loaded: LoadResult;
}

/** By folder, the longest unused first. */
const KEPT = new Map<string, Kept>();

function isSame(before: FileTexts, now: FileTexts): boolean {
  return before.size === now.size && [...now].every(([name, text]) => before.get(name) === text);
}

/** What the texts of a folder load to; a folder with problems is read anew. */
export function loadTexts(folder: string, texts: FileTexts): LoadResult {
  const known = KEPT.get(folder);
  const loaded = known !== undefined && isSame(known.texts, texts) ? known.loaded : loadDataset(texts);
  KEPT.delete(folder);
  if (loaded.dataset !== null) KEPT.set(folder, { texts, loaded });
  const [oldest] = KEPT.keys();
  if (KEPT.size > KEPT_FOLDERS && oldest !== undefined) KEPT.delete(oldest);
  return loaded;
}
