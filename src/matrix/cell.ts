/**
 * Level of service of one trip: what a path is made of. A path without edges does not exist here: a trip
 * always has two connectors. Parts of a trip that cannot be made are 0, its time, length and toll Infinity.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Link } from '../model/road.ts';
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
export function toUnreachable(): LevelOfService {
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

/** By the head of a data set, which it shares with those that a scenario has built roads into. */
const BELTS = new WeakMap<Dataset['header'], ReadonlySet<string>>();

/** Ids of the sections that make up the belt. */
export function listBeltSections({ header }: Dataset): ReadonlySet<string> {
  const known = BELTS.get(header) ?? new Set(header.belt.sections);
  BELTS.set(header, known);
  return known;
}

/** What the sums ask of an edge: its place in `SURFACES`, and a bit for each of the rest. */
const SURFACE = 0b111;
const ESTIMATED = 1 << 3;
const OF_TOWN_CHAIN = 1 << 4;
const ON_BELT = 1 << 5;

/** Those of a connector. */
const CONNECTOR = SURFACES.indexOf('connector') | ESTIMATED;

/** By the edges' links, which networks share that differ in the setting alone. */
const TRAITS = new WeakMap<Int32Array, Uint8Array>();

/** Links are the same objects from state to state, and so is the belt of their data set. */
const LINK_TRAITS = new WeakMap<ReadonlySet<string>, WeakMap<Link, number>>();

function toTraits({ facility, lengthBasis, lengthHow, section }: Link, belt: ReadonlySet<string>): number {
  const estimated = lengthBasis === 'estimated' ? ESTIMATED : 0;
  const townChain = lengthHow.startsWith(TOWN_CHAIN) ? OF_TOWN_CHAIN : 0;
  return SURFACES.indexOf(facility) | estimated | townChain | (belt.has(section) ? ON_BELT : 0);
}

function findTraits(network: Network): Uint8Array {
  const known = TRAITS.get(network.link);
  if (known !== undefined) return known;
  const belt = listBeltSections(network.dataset);
  const byLink = LINK_TRAITS.get(belt) ?? new WeakMap<Link, number>();
  LINK_TRAITS.set(belt, byLink);
  const traits = new Uint8Array(network.link.length);
  for (let edge = 0; edge < traits.length; edge += 1) {
    const link = findLinkOfEdge(network, edge);
    const found = link === null ? CONNECTOR : (byLink.get(link) ?? toTraits(link, belt));
    if (link !== null) byLink.set(link, found);
    traits[edge] = found;
  }
  TRAITS.set(network.link, traits);
  return traits;
}

/** Sums over the edges of a path of the network; null = there is none. */
export function measurePath(network: Network, timed: TimedPath | null): LevelOfService {
  if (timed === null) return toUnreachable();
  const { path, edgeMs, waitMs, departMs } = timed;
  const traits = findTraits(network);
  const bySurface = new Float64Array(SURFACES.length);
  const sum = { timeMs: 0, lengthMm: 0, tollFen: 0, estimatedMs: 0, townChainMs: 0, viaBeltMm: 0 };
  for (const [i, edge] of path.entries()) {
    const timeMs = (edgeMs === null ? network.timeMs[edge] : edgeMs[i]) as number;
    const lengthMm = network.graph.length[edge] as number;
    const trait = traits[edge] as number;
    const on = trait & SURFACE;
    sum.timeMs += timeMs;
    sum.lengthMm += lengthMm;
    sum.tollFen += network.tollFen[edge] as number;
    bySurface[on] = (bySurface[on] as number) + timeMs;
    if ((trait & ESTIMATED) !== 0) sum.estimatedMs += timeMs;
    if ((trait & OF_TOWN_CHAIN) !== 0) sum.townChainMs += timeMs;
    if ((trait & ON_BELT) !== 0) sum.viaBeltMm += lengthMm;
  }
  const { timeMs, lengthMm, tollFen, estimatedMs, townChainMs, viaBeltMm } = sum;
  const byFacilityMs = toByFacility(bySurface);
  return { timeMs, lengthMm, tollFen, estimatedMs, townChainMs, byFacilityMs, viaBeltMm, waitMs, departMs };
}
