/** Plants and suppliers for the tests of this folder, from the few fields that matter. */
import type { Plant, Supplier } from '../../src/model/place.ts';

export function toPlant(id: string, group: string | null, more: Partial<Plant> = {}): Plant {
  return {
    id,
    kind: 'vehicle',
    name: id,
    nameZh: id,
    maker: group ?? 'other',
    partner: null,
    group,
    district: 'd',
    address: null,
    at: [113, 23],
    grade: 'A',
    startOfProduction: '2000',
    capacities: [],
    confidence: 'high',
    sources: [],
    ...more,
  };
}

export function toSupplier(id: string, more: Partial<Supplier> = {}): Supplier {
  return {
    id,
    name: id,
    nameZh: null,
    parent: 'p',
    keiretsu: null,
    tier: 1,
    part: 'x',
    district: null,
    zone: `Z_${id}`,
    siteGrade: null,
    established: null,
    startOfProduction: null,
    inSet2006: true,
    customers: [],
    buyer: null,
    volume: null,
    evidence: '',
    confidence: 'low',
    sources: [],
    ...more,
  };
}
