/** Places of a scene as what a fix asks about: zones to leave from, plants of made-up makers to arrive at. */
import type { Dataset } from '../../src/model/dataset.ts';
import type { Plant, Supplier, Zone } from '../../src/model/place.ts';
import type { Place } from '../../src/network/connectors.ts';

const toZone = ({ id, at }: Place): Zone => ({
  ...{ id, kind: 'zone', name: id, nameZh: id, district: 'x', at, grade: 'A', sources: [] },
});

const toPlant = ({ id, at }: Place, group: string): Plant => ({
  ...{ id, kind: 'vehicle', name: id, nameZh: id, maker: group, partner: null, group, district: 'x' },
  ...{
    address: null,
    at,
    grade: 'A',
    startOfProduction: '2000',
    capacities: [],
    confidence: 'high',
    sources: [],
  },
});

const toSupplier = (zone: string, keiretsu: string | null, i: number): Supplier => ({
  ...{ id: `s${i}`, name: `s${i}`, nameZh: null, parent: 'x', keiretsu, tier: 1, part: 'x', district: 'x' },
  ...{ zone, siteGrade: 'A', established: '2000', startOfProduction: null, inSet2006: true, customers: [] },
  ...{ buyer: null, volume: null, evidence: '', confidence: 'high', sources: [] },
});

/** The data set of a scene with plants by maker, and a supplier of each maker in turn at every other place. */
export function addPlaces(
  dataset: Dataset,
  places: readonly Place[],
  plantsOf: Readonly<Record<string, readonly string[]>>,
): Dataset {
  const groups = Object.keys(plantsOf);
  const plants = groups.flatMap((group) =>
    places.filter(({ id }) => plantsOf[group]?.includes(id)).map((place) => toPlant(place, group)),
  );
  const zones = places.filter(({ id }) => plants.every((plant) => plant.id !== id)).map(toZone);
  const names = { nameEn: 'drawn', nameZh: 'drawn', refNow: null, refOld: null, conflicts: [] };
  return {
    ...dataset,
    header: {
      ...dataset.header,
      groups: groups.map((id) => ({ id, name: id.toUpperCase(), nameZh: id })),
    },
    highways: [{ id: 'drawn', ...names, sections: dataset.sections }],
    zones,
    plants,
    suppliers: zones.map(({ id }, i) => toSupplier(id, groups[i % groups.length] ?? null, i)),
  };
}
