/** Closing: links of named sections, or named links, are taken away whatever their dates. */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
import type { CloseModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkFeatureIds, checkSectionIds, checkTouches } from './check.ts';

function isClosed(link: Link, { sections, links }: CloseModification): boolean {
  return (sections ?? []).includes(link.section) || (links ?? []).includes(link.featureId);
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkClose(
  dataset: Dataset,
  modification: CloseModification,
  path: string,
): readonly Problem[] {
  const unknown = [
    ...checkSectionIds(dataset, modification.sections ?? [], `${path}.sections`),
    ...checkFeatureIds(dataset, modification.links ?? [], `${path}.links`),
  ];
  return unknown.length > 0 ? unknown : checkTouches(dataset, (link) => isClosed(link, modification), path);
}

/** The links that stay. */
export function applyClose(links: readonly Link[], modification: CloseModification): readonly Link[] {
  return links.filter((link) => !isClosed(link, modification));
}
