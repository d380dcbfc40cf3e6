/** What is said of a network wherever it is shown. */
import type { ImportedNetwork } from '../../src/index.ts';
import { findHome } from './home.ts';
import type { CityLabel } from './protocol.ts';

export function toLabel(network: ImportedNetwork): CityLabel {
  const { title, source, attribution, licence, bounds, profiles, counts } = network.notes;
  return {
    ...{ title, file: source.file, asOf: source.asOf, attribution, licence, bounds, counts },
    vehicles: profiles.map(({ vehicleClass }) => vehicleClass),
    home: findHome(network),
  };
}
