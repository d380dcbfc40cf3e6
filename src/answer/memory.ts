/**
 * What is kept between questions about one data set, so that a changed question computes only what the change
 * touches. Everything kept is a pure function of its inputs, so that forgetting changes no answer.
 */
import { keepLatest } from '../latest.ts';
import type { Dataset } from '../model/dataset.ts';

/** Bounds: tables of times (every combination a user tries), and results kept of each part of the answer. */
const KEPT_TIMES = 64;
const KEPT_RESULTS = 32;

/** A result with the values it was made of, compared by identity. */
interface Kept {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

/** What is kept about one data set. */
export interface Store {
  /** Oldest use first. */
  readonly times: Map<string, unknown>;
  /** By part of the answer, latest use first. */
  readonly results: Map<string, Kept[]>;
}

/** Times and parts of answers kept between questions. Opaque: made by `createMemory`, read by nobody else. */
export interface Memory {
  readonly stores: WeakMap<Dataset, Store>;
}

/**
 * An empty memory for `analyseQuick`. It holds a bounded number of tables and lets go of a data set that nobody
 * else holds.
 *
 * @example
 * createMemory().stores instanceof WeakMap; // → true
 */
export function createMemory(): Memory {
  return { stores: new WeakMap() };
}

/** The part of a memory that is about a data set. */
export function findStore({ stores }: Memory, dataset: Dataset): Store {
  const store = stores.get(dataset) ?? { times: new Map(), results: new Map() };
  stores.set(dataset, store);
  return store;
}

/** Times under a key, made where they are not kept; the longest unused are let go. */
export function keepTimes<T>({ times }: Store, key: string, make: () => T): T {
  return keepLatest<unknown>(times, key, KEPT_TIMES, make) as T;
}

/** Times under a key, where they are kept. */
export function findTimes<T>({ times }: Store, key: string): T | undefined {
  return times.get(key) as T | undefined;
}

/**
 * A part of the answer: the same value as before where all its inputs are the same, made anew else. `part` names
 * the computation, so that one name always stands for one type.
 */
export function keep<T>({ results }: Store, part: string, inputs: readonly unknown[], make: () => T): T {
  const kept = results.get(part) ?? [];
  results.set(part, kept);
  const at = kept.findIndex((one) => isSame(one.inputs, inputs));
  const [found = { inputs, value: make() }] = at < 0 ? [] : kept.splice(at, 1);
  kept.unshift(found);
  kept.length = Math.min(kept.length, KEPT_RESULTS);
  return found.value as T;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((value, i) => Object.is(value, now[i]));
}
