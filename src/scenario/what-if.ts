/**
 * Places that scenarios add, as records beside those of the data set: a question knows the places of all its
 * scenarios, and each scenario says of its own where they stand and which it has not.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Plant } from '../model/place.ts';
import type { AddPlantModification, AddSupplierModification, Scenario } from '../model/scenario.ts';
import { DataError, type Problem } from '../problems.ts';
import { toPlant } from './add-plant.ts';
import { toSupplier, toZone } from './add-supplier.ts';
import { toProblem } from './check.ts';

type AddModification = AddPlantModification | AddSupplierModification;

function isAdd(modification: Scenario['modifications'][number]): modification is AddModification {
  return (
    modification.off !== true && (modification.kind === 'add-plant' || modification.kind === 'add-supplier')
  );
}

/** What two scenarios that add the same id must agree on: all but where it stands and what it is called. */
function toIdentity(one: AddModification): string {
  return one.kind === 'add-plant'
    ? `plant of ${one.group}`
    : `tier ${one.tier} supplier of ${String(one.keiretsu)}`;
}

function checkAgreement(adds: readonly AddModification[]): readonly Problem[] {
  return adds.flatMap((one) => {
    const first = adds.find(({ id }) => id === one.id);
    if (first === undefined || toIdentity(first) === toIdentity(one)) return [];
    const expected = `${one.id} to be the same in every scenario: a ${toIdentity(first)}`;
    return [{ ...toProblem('', expected, `a ${toIdentity(one)}`, 'contradiction'), file: 'scenarios' }];
  });
}

/** Each place once, and none that the data set has from a scenario already. */
function listNew(
  { plants, suppliers }: Dataset,
  adds: readonly AddModification[],
): readonly AddModification[] {
  const known = new Set(
    [...plants, ...suppliers].filter(({ whatIf }) => whatIf === true).map(({ id }) => id),
  );
  return adds.filter((one, i) => !known.has(one.id) && adds.findIndex(({ id }) => id === one.id) === i);
}

/** Data sets already extended, by what was added: the same places give the same data set. */
const EXTENDED = new WeakMap<Dataset, Map<string, Dataset>>();
const KEPT_DATASETS = 32;
/** What a data set was before places were added to it. */
const BEFORE = new WeakMap<Dataset, Dataset>();

/** The data set without the places that scenarios have added: all else in it is the same. */
export function findWithoutPlaces(dataset: Dataset): Dataset {
  const before = BEFORE.get(dataset);
  return before === undefined ? dataset : findWithoutPlaces(before);
}

/**
 * The data set with the places that scenarios add; the same value where they add none that it has not. Throws DataError where one id
 * stands for different things.
 */
export function addWhatIfPlaces(dataset: Dataset, scenarios: readonly Scenario[]): Dataset {
  const all = scenarios.flatMap(({ modifications }) => modifications.filter(isAdd));
  const problems = checkAgreement(all);
  if (problems.length > 0) throw new DataError(problems);
  const adds = listNew(dataset, all);
  if (adds.length === 0) return dataset;
  const known = EXTENDED.get(dataset) ?? new Map<string, Dataset>();
  EXTENDED.set(dataset, known);
  const key = JSON.stringify(adds);
  const extended = known.get(key) ?? extend(dataset, adds);
  BEFORE.set(extended, dataset);
  if (known.size >= KEPT_DATASETS) known.clear();
  known.set(key, extended);
  return extended;
}

function extend(dataset: Dataset, adds: readonly AddModification[]): Dataset {
  const suppliers = adds.filter((one) => one.kind === 'add-supplier');
  return {
    ...dataset,
    plants: [...dataset.plants, ...adds.filter((one) => one.kind === 'add-plant').map(toPlant)],
    zones: [...dataset.zones, ...suppliers.map(toZone)],
    suppliers: [...dataset.suppliers, ...suppliers.map(toSupplier)],
  };
}

/** Plants of other scenarios of a question, which this one has not. */
export function listAbsent(plants: readonly Plant[], added: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(plants.filter(({ id, whatIf }) => whatIf === true && !added.has(id)).map(({ id }) => id));
}
