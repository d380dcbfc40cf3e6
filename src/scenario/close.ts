/** Closing: the links among the targets are taken away whatever their dates. */
import type { CloseModification } from '../model/scenario.ts';
import type { Draft } from './draft.ts';
import { isTarget } from './targets.ts';

/** The links that stay. */
export function applyClose(draft: Draft, modification: CloseModification): Draft {
  return { ...draft, links: draft.links.filter((link) => !isTarget(link, modification)) };
}
