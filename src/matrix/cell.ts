/**
 * Level of service of one trip: what a path is made of. A path without edges does not exist here: a trip
 * always has two connectors. Parts of a trip that cannot be made are 0, its time, length and toll Infinity.
 */
import type { Dataset } from '../model/dataset.ts';
import { findLinkOfEdge, type Network } from '../network/network.ts';
import { SURFACES, type Surface } from '../network/setting.ts';
import type { TimedPath } from './timed-path.ts';

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
  /** Milliseconds of waiting before banned links, part of `timeMs`. */
  readonly waitMs: number;
  /** Moment of departure in ms after midnight; null without a clock. */
  readonly departMs: number | null;
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

function toByFacility(sums: Float64Array): Record<Surface, number> {
  const byFacility = {} as Record<Surface, number>;
  for (const [i, surface] of SURFACES.entries()) byFacility[surface] = sums[i] ?? 0;
  return byFacility;
}

/** A trip that cannot be made. */
function toUnreachable(): LevelOfService {
  const none = {
    estimatedMs: 0,
    townChainMs: 0,
    byFacilityMs: toByFacility(new Float64Array()),
    viaBeltMm: 0,
    waitMs: 0,
    departMs: null,
  };
  return { timeMs: Infinity, lengthMm: Infinity, tollFen: Infinity, ...none };
}

const BELTS = new WeakMap<Dataset, ReadonlySet<string>>();

/** Ids of the sections that make up the belt. */
export function listBeltSections(dataset: Dataset): ReadonlySet<string> {
  const known = BELTS.get(dataset) ?? new Set(dataset.header.belt.sections);
  BELTS.set(dataset, known);
  return known;
}

/** What the sums ask of an edge. */
interface Traits {
  /** Place in `SURFACES`. */
  readonly surface: Uint8Array;
  /** 1 where it is so. */
  readonly estimated: Uint8Array;
  readonly townChain: Uint8Array;
  readonly onBelt: Uint8Array;
}

/** By the edges' links, which networks share that differ in the setting alone. */
const TRAITS = new WeakMap<Int32Array, Traits>();

function findTraits(network: Network): Traits {
  const known = TRAITS.get(network.link);
  if (known !== undefined) return known;
  const belt = listBeltSections(network.dataset);
  const { length } = network.link;
  const [surface, estimated] = [new Uint8Array(length), new Uint8Array(length)];
  const [townChain, onBelt] = [new Uint8Array(length), new Uint8Array(length)];
  for (let edge = 0; edge < length; edge += 1) {
    const link = findLinkOfEdge(network, edge);
    surface[edge] = SURFACES.indexOf(link?.facility ?? 'connector');
    estimated[edge] = Number(link === null || link.lengthBasis === 'estimated');
    townChain[edge] = Number(link?.lengthHow.startsWith(TOWN_CHAIN) === true);
    onBelt[edge] = Number(link !== null && belt.has(link.section));
  }
  const traits = { surface, estimated, townChain, onBelt };
  TRAITS.set(network.link, traits);
  return traits;
}

/** Sums over the edges of a path of the network; null = there is none. */
export function measurePath(network: Network, timed: TimedPath | null): LevelOfService {
  if (timed === null) return toUnreachable();
  const { path, edgeMs, waitMs, departMs } = timed;
  const { surface, estimated, townChain, onBelt } = findTraits(network);
  const bySurface = new Float64Array(SURFACES.length);
  const sum = { timeMs: 0, lengthMm: 0, tollFen: 0, estimatedMs: 0, townChainMs: 0, viaBeltMm: 0 };
  for (const [i, edge] of path.entries()) {
    const timeMs = (edgeMs === null ? network.timeMs[edge] : edgeMs[i]) as number;
    const lengthMm = network.graph.length[edge] as number;
    const on = surface[edge] as number;
    sum.timeMs += timeMs;
    sum.lengthMm += lengthMm;
    sum.tollFen += network.tollFen[edge] as number;
    bySurface[on] = (bySurface[on] as number) + timeMs;
    if (estimated[edge] === 1) sum.estimatedMs += timeMs;
    if (townChain[edge] === 1) sum.townChainMs += timeMs;
    if (onBelt[edge] === 1) sum.viaBeltMm += lengthMm;
  }
  const { timeMs, lengthMm, tollFen, estimatedMs, townChainMs, viaBeltMm } = sum;
  const byFacilityMs = toByFacility(bySurface);
  return { timeMs, lengthMm, tollFen, estimatedMs, townChainMs, byFacilityMs, viaBeltMm, waitMs, departMs };
}
