/**
 * A supplier that the data set has not. It is asked about in every scenario of a question, like every other, so that
 * only the road differs; a scenario that adds it too may place it elsewhere.
 */
import { OWN, type Supplier, type Zone } from '../model/place.ts';
import type { AddSupplierModification } from '../model/scenario.ts';
import type { Problem } from '../problems.ts';
import { checkId, checkNew, checkPoint, listGroupIds, listPlaceIds } from './check.ts';
import { ALWAYS } from './dates.ts';
import type { Draft } from './draft.ts';

/** Id of the place a supplier stands at. */
function toZoneId(supplier: string): string {
  return `${supplier}-site`;
}

/** What is wrong with the modification at a path such as `modifications[0]`; nothing is applied. */
export function checkAddSupplier(
  draft: Draft,
  modification: AddSupplierModification,
  path: string,
): readonly Problem[] {
  const { id, keiretsu, at } = modification;
  const taken = listPlaceIds(draft);
  return [
    ...checkNew(taken, id, `${path}.id`),
    ...checkNew(taken, toZoneId(id), `${path}.id`),
    ...(keiretsu === null ? [] : checkId(listGroupIds(draft), keiretsu, 'group', `${path}.keiretsu`)),
    ...checkPoint(draft, at, `${path}.at`),
  ];
}

/** The place with the supplier on it; its own id is taken too. */
export function applyAddSupplier(draft: Draft, { id, at }: AddSupplierModification): Draft {
  return { ...draft, at: new Map([...draft.at, [toZoneId(id), at], [id, at]]) };
}

/** The place as a record. */
export function toZone({ id, title, at }: AddSupplierModification): Zone {
  return {
    ...{ id: toZoneId(id), kind: 'zone', name: title, nameZh: title, district: OWN, at, grade: 'A' },
    ...{ sources: [], whatIf: true },
  };
}

/** The supplier as a record that every population counts. */
export function toSupplier({ id, title, keiretsu, tier }: AddSupplierModification): Supplier {
  return {
    ...{ id, name: title, nameZh: null, parent: title, keiretsu, tier, part: 'not stated', district: OWN },
    ...{ zone: toZoneId(id), siteGrade: 'A', established: ALWAYS, startOfProduction: null, inSet2006: true },
    ...{ customers: [], buyer: null, volume: null, evidence: 'Made up by a scenario.', confidence: 'low' },
    ...{ sources: [], whatIf: true },
  };
}
