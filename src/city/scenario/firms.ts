/** Suppliers and plants that a scenario puts into a city, each where it joins a road of the base network. */
import type {
  AddPlantModification,
  AddSupplierModification,
  MovePlantModification,
} from '../../model/scenario.ts';
import type { LonLat } from '../../model/source.ts';
import { DataError, type Problem } from '../../problems.ts';
import { checkId, checkNew, toProblem } from '../../scenario/check.ts';
import { findCityConnectors } from '../connectors.ts';
import type { CityDraft, CityFirm } from './draft.ts';

/** A place too far from every road that it may join. */
function checkJoins({ ground, profile }: CityDraft, at: LonLat, path: string): readonly Problem[] {
  try {
    findCityConnectors(ground.network, profile, { id: path, at });
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map(({ expected, code }) => toProblem(path, expected, at, code));
  }
}

/** What is wrong with a place that is added. */
export function checkAddFirm(
  draft: CityDraft,
  { id, at }: AddPlantModification | AddSupplierModification,
  path: string,
): readonly Problem[] {
  return [...checkNew(new Set(draft.firms.keys()), id, `${path}.id`), ...checkJoins(draft, at, `${path}.at`)];
}

function put(draft: CityDraft, firm: CityFirm): CityDraft {
  return { ...draft, firms: new Map([...draft.firms, [firm.id, firm]]) };
}

/** The place with the plant on it. */
export function applyAddCityPlant(draft: CityDraft, one: AddPlantModification): CityDraft {
  const { id, title, group, at } = one;
  return put(draft, { id, title, kind: 'plant', group, at });
}

/** The place with the supplier on it. */
export function applyAddCitySupplier(draft: CityDraft, one: AddSupplierModification): CityDraft {
  const { id, title, keiretsu, at } = one;
  return put(draft, { id, title, kind: 'supplier', group: keiretsu, at });
}

/** What is wrong with a plant that is moved. */
export function checkMoveCityPlant(
  draft: CityDraft,
  { plant, at }: MovePlantModification,
  path: string,
): readonly Problem[] {
  const plants = [...draft.firms.values()].filter(({ kind }) => kind === 'plant');
  return [
    ...checkId(new Set(plants.map(({ id }) => id)), plant, 'plant of the question', `${path}.plant`),
    ...checkJoins(draft, at, `${path}.at`),
  ];
}

/** The plant where it is moved to. */
export function applyMoveCityPlant(draft: CityDraft, { plant, at }: MovePlantModification): CityDraft {
  const known = draft.firms.get(plant);
  return known === undefined ? draft : put(draft, { ...known, at });
}
