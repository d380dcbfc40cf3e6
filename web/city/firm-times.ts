/** Times between a place and the suppliers and plants of a scenario: those of `matrix` with the same scenario. */
import {
  DataError,
  joinPlace,
  timeMatrix,
  type City,
  type CityFirm,
  type ReachDirection,
  type Site,
} from '../../src/index.ts';

/** Null where the vehicle has no street near: the scenario was tried with the first one. */
function tryJoin(city: City, { id, at }: CityFirm): Site | null {
  try {
    return joinPlace(city, { id, at });
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** Milliseconds from the place to each of them, or from each to the place; Infinity where there is no way. */
export function timeFirms(
  { city, site }: { readonly city: City; readonly site: Site },
  direction: ReachDirection,
  firms: readonly CityFirm[],
): ReadonlyMap<string, number> {
  const times = new Map(firms.map(({ id }) => [id, Infinity]));
  const sites = firms.flatMap((firm) => tryJoin(city, firm) ?? []);
  if (sites.length === 0) return times;
  const cells =
    direction === 'from'
      ? [...(timeMatrix(city, [site], sites)[0] ?? [])]
      : timeMatrix(city, sites, [site]).map(([cell = Infinity]) => cell);
  for (const [i, { place }] of sites.entries()) times.set(place.id, cells[i] ?? Infinity);
  return times;
}
