/** The shipped data set and the supplier sites of one, as the second engine is asked about them. */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Site } from '../../src/verify/connectors.ts';
import { SHIPPED } from '../data-sets.ts';

/** The data set of the project's own `data/`. */
export const loadShipped = (): Dataset => SHIPPED;

/** Zones that suppliers stand in, by id. */
export function listSupplierSites(dataset: Dataset): readonly Site[] {
  const zones = new Set(dataset.suppliers.map(({ zone }) => zone));
  return dataset.zones.filter(({ id }) => zones.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
