/** A plant elsewhere than on record. */
import type { MovePlantModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkId, checkPoint } from './check.ts';
import type { Draft } from './draft.ts';

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkMovePlant(
  draft: Draft,
  modification: MovePlantModification,
  path: string,
): readonly Problem[] {
  const { dataset, added } = draft;
  const known = new Set([...dataset.plants.map(({ id }) => id), ...added]);
  return [
    ...checkId(known, modification.plant, 'plant', `${path}.plant`),
    ...checkPoint(draft, modification.at, `${path}.at`),
  ];
}

/** The plant where it is moved to. */
export function applyMovePlant(draft: Draft, { plant, at }: MovePlantModification): Draft {
  return { ...draft, at: new Map([...draft.at, [plant, at]]) };
}
