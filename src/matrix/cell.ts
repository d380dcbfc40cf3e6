/**
 * Level of service of one trip: what a path is made of. A path without edges does not exist here: a trip
 * always has two connectors. Parts of a trip that cannot be made are 0, its time, length and toll Infinity.
 */
import type { Dataset } from '../model/dataset.ts';
import { findLinkOfEdge, type Network } from '../network/network.ts';
import { SURFACES, type Surface } from '../network/setting.ts';

export interface LevelOfService {
  /** Infinity = unreachable. */
  readonly timeMs: number;
  readonly lengthMm: number;
  readonly tollFen: number;
  /** Milliseconds on links of estimated length and on connectors. */
  readonly estimatedMs: number;
  /** Milliseconds on links whose length is a chain of towns. */
  readonly townChainMs: number;
  readonly byFacilityMs: Readonly<Record<Surface, number>>;
  /** Millimetres on links of the belt's sections. */
  readonly viaBeltMm: number;
}

/** One origin and destination. */
export interface Cell extends LevelOfService {
  readonly origin: string;
  readonly destination: string;
  /** Time with every parameter at its favourable end, searched anew; NaN where corners were not asked for. */
  readonly lowMs: number;
  /** Time with every parameter at its unfavourable end. */
  readonly highMs: number;
}

const TOWN_CHAIN = 'town chain';

function createSums(): Record<Surface, number> {
  return Object.fromEntries(SURFACES.map((surface) => [surface, 0])) as Record<Surface, number>;
}

/** A trip that cannot be made. */
function toUnreachable(): LevelOfService {
  const none = { estimatedMs: 0, townChainMs: 0, byFacilityMs: createSums(), viaBeltMm: 0 };
  return { timeMs: Infinity, lengthMm: Infinity, tollFen: Infinity, ...none };
}

const BELTS = new WeakMap<Dataset, ReadonlySet<string>>();

/** Ids of the sections that make up the belt. */
export function listBeltSections(dataset: Dataset): ReadonlySet<string> {
  const known = BELTS.get(dataset) ?? new Set(dataset.header.belt.sections);
  BELTS.set(dataset, known);
  return known;
}

/** Sums over the edges of a path of the network; null = there is none. */
export function measurePath(network: Network, path: readonly number[] | null): LevelOfService {
  if (path === null) return toUnreachable();
  const belt = listBeltSections(network.dataset);
  const byFacilityMs = createSums();
  const sum = { timeMs: 0, lengthMm: 0, tollFen: 0, estimatedMs: 0, townChainMs: 0, viaBeltMm: 0 };
  for (const edge of path) {
    const link = findLinkOfEdge(network, edge);
    const timeMs = network.timeMs[edge] as number;
    const lengthMm = network.graph.length[edge] as number;
    sum.timeMs += timeMs;
    sum.lengthMm += lengthMm;
    sum.tollFen += network.tollFen[edge] as number;
    byFacilityMs[link?.facility ?? 'connector'] += timeMs;
    if (link === null || link.lengthBasis === 'estimated') sum.estimatedMs += timeMs;
    if (link?.lengthHow.startsWith(TOWN_CHAIN) === true) sum.townChainMs += timeMs;
    if (link !== null && belt.has(link.section)) sum.viaBeltMm += lengthMm;
  }
  return { ...sum, byFacilityMs };
}
