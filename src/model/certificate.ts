/**
 * The shape of a certificate `beltway/certificate@1`: a one-hour verdict with a proof that a reader can check
 * without searching. `condition/` makes it, `verify/` checks it; both read the format here and share nothing
 * else. It proves a statement about the model, not about the road.
 *
 * Names of vertices: a road node is its id; the n-th point at which connectors of the question's places meet
 * a feature, counted from 1 along the drawn direction (one point where their shares are equal), is
 * `@<feature>:<n>`; leaving and arriving at a place are `><place>` and `<<place>`. Every place of the
 * question has both.
 *
 * An edge is a piece of a directed link between two such points, or a connector: `[from, to, link, piece]`,
 * pieces counted from 0 along the directed link; a connector has the link `@` and piece 0. Costs are whole ms.
 *
 * `scenario.digest` is the SHA-256 (hex) of the list of all edges: each as the JSON text
 * `["from","to","link",piece,cost]` without blanks, sorted by code units, joined by line feeds, UTF-8.
 * `digest` is the SHA-256 of the canonical text of everything else in the certificate: JSON without blanks,
 * keys of every object sorted by code units (RFC 8785). A certificate's file is the canonical text of all of
 * it and a line feed: no other bytes are accepted.
 */
import type { LonLat } from './source.ts';

export const CERTIFICATE_SCHEMA = 'beltway/certificate@1';
export const CERTIFICATE_MODES = ['any', 'every'] as const;
export const CERTIFICATE_VERDICTS = ['within', 'beyond', 'unreachable'] as const;
export const CERTIFICATE_CORNERS = ['mid', 'fast', 'slow'] as const;

export type CertificateMode = (typeof CERTIFICATE_MODES)[number];
export type CertificateVerdict = (typeof CERTIFICATE_VERDICTS)[number];

export interface CertificateQuestion {
  /** Id of a zone, plant or placed supplier, or `lon,lat`. */
  readonly origin: string;
  readonly originAt: LonLat;
  /** Assembler group the plants stand for; null = places named one by one. */
  readonly group: string | null;
  /** A date: `plants` are all vehicle plants of the group in production then. Null: they were chosen. */
  readonly plantDate: string | null;
  /** Destinations, rising by id. */
  readonly plants: readonly string[];
  /** any: at least one plant within the cutoff; every: all of them. */
  readonly mode: CertificateMode;
  readonly vehicleClass: string;
  readonly traffic: string;
  /** mid: every parameter at its value; fast, slow: at its favourable, unfavourable end. */
  readonly corner: (typeof CERTIFICATE_CORNERS)[number];
  /** Inclusive. */
  readonly cutoffMs: number;
}

export type CertificateEdge = readonly [from: string, to: string, link: string, piece: number];

export interface CertificateRoute {
  readonly plant: string;
  /** From leaving the origin to arriving at the plant; no vertex twice. */
  readonly edges: readonly CertificateEdge[];
  readonly timeMs: number;
  /** cutoffMs − timeMs, 0 or more. */
  readonly slackMs: number;
}

/** Proves `within`: one route to some plant (any) or one to each, in their order (every). */
export interface RoutesProof {
  readonly kind: 'routes';
  readonly routes: readonly CertificateRoute[];
}

/**
 * Proves `beyond`: no vertex has a potential above that of any vertex before it plus the edge's cost. Listed
 * rising by vertex with whole ms from 0 to the cutoff; every other vertex has cutoff + 1. The origin has 0;
 * no plant (any) or not all (every) are listed.
 */
export interface PotentialsProof {
  readonly kind: 'potentials';
  readonly potentials: readonly (readonly [vertex: string, ms: number])[];
}

/** Proves `unreachable`: vertices, rising, that no edge leaves; with the origin, without the plants. */
export interface ClosedSetProof {
  readonly kind: 'closed-set';
  readonly vertices: readonly string[];
}

export interface Certificate {
  readonly schema: typeof CERTIFICATE_SCHEMA;
  readonly dataset: { readonly id: string; readonly digest: string };
  readonly scenario: { readonly id: string; readonly date: string; readonly digest: string };
  readonly question: CertificateQuestion;
  readonly verdict: CertificateVerdict;
  readonly proof: RoutesProof | PotentialsProof | ClosedSetProof;
  readonly digest: string;
}
