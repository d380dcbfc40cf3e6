/** Suppliers and plants joined to the roads of a city: those between whom trips are asked about. */
import { joinPlace, type City, type Site } from './city.ts';
import type { CityFirm } from './scenario/draft.ts';

/** Those who are asked about, with the titles that they are shown by. */
export interface CityEnds {
  readonly suppliers: readonly Site[];
  readonly plants: readonly Site[];
  /** By id of a place. */
  readonly titleOf: ReadonlyMap<string, string>;
}

/** Joins suppliers and plants, in their order. Throws DataError for one with no street near. */
export function joinFirms(city: City, firms: readonly CityFirm[]): CityEnds {
  const join = (kind: CityFirm['kind']): readonly Site[] =>
    firms.filter((one) => one.kind === kind).map(({ id, at }) => joinPlace(city, { id, at }));
  const titleOf = new Map(firms.map(({ id, title }) => [id, title]));
  return { suppliers: join('supplier'), plants: join('plant'), titleOf };
}
