/** A small drawn network with plants of two groups, one of which no road leads to, and questions about it. */
import { createHash } from 'node:crypto';
import { makeCertificate, type CertificateRequest } from '../../src/condition/certificate.ts';
import type { Certificate } from '../../src/model/certificate.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Plant, Supplier, Zone } from '../../src/model/place.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { Variability } from '../../src/model/variability.ts';
import { NOW } from '../scene/dataset.ts';
import { drawScene, type Scene } from '../scene/scene.ts';
import { getSite } from '../scene/times.ts';
import { toParameter } from '../scene/values.ts';

const EARLIER: Scenario = { ...NOW, id: 'earlier', date: '2006-06' };

const SCENE = drawScene({
  stepM: 1000,
  scenarios: [NOW, EARLIER],
  belt: ['BELT'],
  map: `
     Z                P
     a-------b--------c
             |        |
             |        |
             d--------e    f--g
                 Q         U
  `,
  roads: `
    | nodes | id   | facility   | kmh | oneway | opened  | section | tariff | basis     | how        |
    | ab    |      |            |     |        |         |         |        |           |            |
    | bc    | slow |            |     |        |         |         |        | estimated | town chain |
    | bc    | fast | expressway | 120 | yes    | 2008-01 | BELT    | per-km |           |            |
    | bd    |      |            |     |        |         |         |        |           |            |
    | ce    |      |            |     |        |         |         |        |           |            |
    | de    |      |            |     | yes    |         |         |        | estimated |            |
    | fg    |      |            |     |        |         |         |        |           |            |
  `,
});

const RECORD = { grade: 'A', sources: [], name: '', nameZh: '', district: 'here' } as const;

function toZone(scene: Scene, id: string): Zone {
  return { ...RECORD, ...getSite(scene, id), kind: 'zone' };
}

function toPlant(scene: Scene, id: string, group: string, startOfProduction: string): Plant {
  const rest = { kind: 'vehicle', maker: group, partner: null, address: null, capacities: [] } as const;
  return { ...RECORD, ...getSite(scene, id), ...rest, group, startOfProduction, confidence: 'high' };
}

function toSupplier(id: string, keiretsu: string | null, tier: 1 | 2, zone: string | null): Supplier {
  return {
    ...{ id, name: id, nameZh: null, parent: id, keiretsu, tier, part: 'seats', district: 'here', zone },
    ...{ siteGrade: 'A', established: null, startOfProduction: null, inSet2006: true, customers: [] },
    ...{ buyer: null, volume: null, evidence: '', confidence: 'high', sources: [] },
  };
}

function toClaim(id: string, from: string, to: string, claimedS: number): Claim {
  return {
    ...{ id, kind: 'time', text: id, locator: '', source: '', from, to, claimedS, toleranceS: null },
    ...{ jointWith: null, supplier: null, groups: [], scenario: 'now' },
  };
}

/** How trips of the drawn network vary: made up. */
const VARIABILITY: Variability = {
  coefficientOfVariation: { free: toParameter(0.15), 'off-peak': toParameter(0.2), peak: toParameter(0.3) },
  correlation: toParameter(0.5),
  level: toParameter(0.9),
  incidentsPer100Km: toParameter(0.1),
  incidentDelayS: toParameter(600),
  incidentDelayCv: toParameter(0.5),
};

/** Z sends to P and Q of group one, and to U of group two. */
export const PROOF_DATASET: Dataset = {
  ...SCENE.dataset,
  digest: 'a digest of the drawn data',
  header: {
    ...SCENE.dataset.header,
    groups: [
      { id: 'one', name: 'One', nameZh: '' },
      { id: 'two', name: 'Two', nameZh: '' },
    ],
  },
  trafficStates: SCENE.dataset.trafficStates.flatMap((state) =>
    state.id === 'peak' ? [state, { ...state, id: 'off-peak' }] : [state],
  ),
  variability: VARIABILITY,
  zones: [toZone(SCENE, 'Z')],
  suppliers: [
    toSupplier('S1', 'one', 1, 'Z'),
    toSupplier('S2', 'two', 1, 'Z'),
    toSupplier('S3', null, 2, 'Z'),
    toSupplier('S4', 'one', 1, null),
  ],
  claims: [toClaim('fast', 'Z', 'one', 900), toClaim('never', 'Z', 'U', 900)],
  plants: [
    toPlant(SCENE, 'P', 'one', '2005'),
    toPlant(SCENE, 'Q', 'one', '2006-09'),
    toPlant(SCENE, 'U', 'two', '2005'),
  ],
};

/** The question of a test: free flow by car from Z, every plant named one by one, unless it says otherwise. */
export function ask(plants: string, cutoffMs: number, rest: Partial<CertificateRequest> = {}): Certificate {
  return makeCertificate(PROOF_DATASET, {
    ...{ scenario: 'now', vehicleClass: 'car', traffic: 'free', mode: 'any', cutoffMs },
    origin: getSite(SCENE, 'Z'),
    plants: plants.split('').map((letter) => getSite(SCENE, letter)),
    ...rest,
  });
}

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function sortKeys(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortKeys);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]));
}

/** Canonical text, written a third time. */
export function toText(value: unknown): string {
  return JSON.stringify(sortKeys(value as Json));
}

/** A certificate with its digest made anew, as a forger would: SHA-256 by Node. */
export function sign(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const unsigned = Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'digest'));
  return { ...unsigned, digest: createHash('sha256').update(toText(unsigned)).digest('hex') };
}
