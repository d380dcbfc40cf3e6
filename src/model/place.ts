/** Places that trips begin and end at. Files: `data/places/*.json`, `data/suppliers/*.json`. */
import type { Confidence, CoordinateGrade, LonLat } from './source.ts';

/** District and source of what a user gave: it is on no record. */
export const OWN = 'own';

/** A district seat or an industrial zone. */
export interface Zone {
  readonly id: string;
  readonly kind: 'seat' | 'zone';
  readonly name: string;
  readonly nameZh: string;
  readonly district: string;
  readonly at: LonLat;
  readonly grade: CoordinateGrade;
  readonly sources: readonly string[];
  /** Of a supplier that a scenario added. */
  readonly whatIf?: true;
  readonly note?: string;
}

/** Yearly capacity in vehicles (or engines) from a year on. */
export interface Capacity {
  readonly from: string;
  readonly perYear: number;
  readonly note?: string;
}

export interface Plant {
  readonly id: string;
  readonly kind: 'vehicle' | 'engine';
  readonly name: string;
  readonly nameZh: string;
  readonly maker: string;
  readonly partner: string | null;
  /** Id of the assembler group, or null for other makers' plants. */
  readonly group: string | null;
  readonly district: string;
  readonly address: string | null;
  readonly at: LonLat;
  readonly grade: CoordinateGrade;
  /** Start of production: ISO date, month or year. */
  readonly startOfProduction: string;
  readonly capacities: readonly Capacity[];
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  /** Added by a scenario: in the others it is not there. */
  readonly whatIf?: true;
  readonly note?: string;
}

/** Makers whose plants answer the question together, e.g. Honda. */
export interface AssemblerGroup {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
}

export type CustomerStatus = 'current' | 'past' | 'target' | 'via';

/** One documented customer relation. */
export interface Customer {
  /** Group id where the customer is one of the groups, else null. */
  readonly group: string | null;
  readonly name: string;
  readonly status: CustomerStatus;
  /** ISO date, month or year the record speaks of; null where the source gives none. */
  readonly asOf: string | null;
  readonly source: string;
  readonly note?: string;
}

export interface Supplier {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly parent: string;
  /** Own group by keiretsu tag; null = independent. */
  readonly keiretsu: string | null;
  readonly tier: 1 | 2;
  readonly part: string;
  readonly district: string | null;
  /** Zone it stands in; null = site unknown: it stays a record and is never placed. */
  readonly zone: string | null;
  readonly siteGrade: CoordinateGrade | null;
  readonly established: string | null;
  readonly startOfProduction: string | null;
  /** Documented by 2006: the default population. */
  readonly inSet2006: boolean;
  readonly customers: readonly Customer[];
  /** Tier 2: id of the supplier or group it is documented to sell to. */
  readonly buyer: string | null;
  /** Yearly volume in trips or units where a source gives one. */
  readonly volume: number | null;
  readonly evidence: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  /** Added by a scenario. */
  readonly whatIf?: true;
}
