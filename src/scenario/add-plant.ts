/** A plant that a scenario has and the data set has not: in the other scenarios of a question nothing reaches it. */
import { OWN, type Plant } from '../model/place.ts';
import type { AddPlantModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkId, checkNew, checkPoint, listGroupIds, listPlaceIds } from './check.ts';
import { ALWAYS } from './dates.ts';
import type { Draft } from './draft.ts';

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkAddPlant(
  draft: Draft,
  modification: AddPlantModification,
  path: string,
): readonly Problem[] {
  const { id, group, at } = modification;
  return [
    ...checkNew(listPlaceIds(draft), id, `${path}.id`),
    ...checkId(listGroupIds(draft), group, 'group', `${path}.group`),
    ...checkPoint(draft, at, `${path}.at`),
  ];
}

/** The place with the plant on it. */
export function applyAddPlant(draft: Draft, { id, at }: AddPlantModification): Draft {
  return { ...draft, at: new Map([...draft.at, [id, at]]), added: new Set([...draft.added, id]) };
}

/** The plant as a record, in production whatever the day. */
export function toPlant({ id, title, group, at }: AddPlantModification): Plant {
  return {
    ...{ id, kind: 'vehicle', name: title, nameZh: title, maker: title, partner: null, group, district: OWN },
    ...{ address: null, at, grade: 'A', startOfProduction: ALWAYS, capacities: [], confidence: 'low' },
    ...{ sources: [], whatIf: true },
  };
}
