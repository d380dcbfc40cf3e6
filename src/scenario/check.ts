/**
 * Checks that the kinds of modification share: ids that exist, and something to change. A problem here has
 * no file yet; `apply.ts` puts the scenario's name there.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { Problem } from '../problems.ts';

/** An error lists up to this many valid ids; a data set's features are too many to read. */
const LISTED_IDS = 40;

function listIds(valid: ReadonlySet<string>): string {
  const ids = [...valid].toSorted();
  const rest = ids.length - LISTED_IDS;
  return ids.slice(0, LISTED_IDS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function checkIds(
  valid: ReadonlySet<string>,
  ids: readonly string[],
  what: string,
  path: string,
): readonly Problem[] {
  return ids.flatMap((id, index): readonly Problem[] => {
    if (valid.has(id)) return [];
    const expected = `a ${what} of the data set: ${listIds(valid)}`;
    return [{ file: '', path: `${path}[${index}]`, expected, found: JSON.stringify(id), code: 'unknown-id' }];
  });
}

/** Unknown section ids, each with the ids there are. */
export function checkSectionIds(dataset: Dataset, ids: readonly string[], path: string): readonly Problem[] {
  return checkIds(new Set(dataset.sections.map(({ id }) => id)), ids, 'section id', path);
}

/** Unknown feature ids, each with the ids there are. */
export function checkFeatureIds(dataset: Dataset, ids: readonly string[], path: string): readonly Problem[] {
  return checkIds(new Set(dataset.links.map(({ featureId }) => featureId)), ids, 'link id', path);
}

/** A modification that touches no link of any date is a mistake, not a wish. */
export function checkTouches(
  dataset: Dataset,
  touches: (link: Link) => boolean,
  path: string,
): readonly Problem[] {
  if (dataset.links.some(touches)) return [];
  return [
    { file: '', path, expected: 'a modification that touches a link', found: 'none', code: 'contradiction' },
  ];
}
