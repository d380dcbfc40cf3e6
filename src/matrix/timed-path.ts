/** A path between two vertices of a network and how long each of its edges takes: what every search gives. */
import type { Network } from '../network/network.ts';

/** A path with its times; without a clock the edges take what the network says. */
export interface TimedPath {
  readonly path: readonly number[];
  /** By edge of the path, waiting included; null = those of the network. */
  readonly edgeMs: readonly number[] | null;
  /** Of all waiting before banned links. */
  readonly waitMs: number;
  /** Before which edges of the path how long is waited. */
  readonly waits: readonly { readonly edge: number; readonly waitMs: number; readonly untilMs: number }[];
  /** Moment of departure in ms after midnight, which may lie on the day before; null without a clock. */
  readonly departMs: number | null;
}

/** A path of a network without a clock. */
export function toTimedPath(path: readonly number[]): TimedPath {
  return { path, edgeMs: null, waitMs: 0, waits: [], departMs: null };
}

/** Milliseconds from departure to arrival. */
export function sumMs(network: Network, { path, edgeMs }: TimedPath): number {
  if (edgeMs !== null) return edgeMs.reduce((sum, ms) => sum + ms, 0);
  return path.reduce((sum, edge) => sum + (network.timeMs[edge] as number), 0);
}

export interface TripSearch {
  /** Null where there is no way (in time). */
  readonly findPath: (origin: number, destination: number) => TimedPath | null;
  /** Milliseconds; Infinity where there is no way. */
  readonly findMs: (origin: number, destination: number) => number;
}

/** Values by vertex, each made when first asked for. */
export function keepByVertex<T>(make: (vertex: number) => T): (vertex: number) => T {
  const made = new Map<number, T>();
  return (vertex) => {
    const value = made.get(vertex) ?? make(vertex);
    made.set(vertex, value);
    return value;
  };
}
