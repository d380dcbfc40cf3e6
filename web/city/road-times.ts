/**
 * The times on the map: those of the places in every view that may be looked at, what of them is not yet on the card, and
 * how near each run of roads is. Another view is another pair of tables, all of which are on the card already.
 */
import { toOwnColumns } from './own-columns.ts';
import type { SideTimes } from './protocol.ts';
import { LINK_BASE, STRETCH_WORDS, type RoadColumns, type Run } from './road-columns.ts';
import type { Program } from './road-program.ts';
import { NO_WAY_S } from './shaders.ts';

/** Seconds of so many links as numbers that a card can reckon with. */
export function toTable(seconds: Float32Array | null, links: number): Float32Array {
  return seconds === null
    ? new Float32Array(4 * links).fill(NO_WAY_S)
    : seconds.map((value) => Math.min(value, NO_WAY_S));
}

/** Least seconds of any link of a run. */
export function findLeast({ from, count }: Run, stretches: Float32Array, seconds: Float32Array): number {
  let [least, last] = [Infinity, -1];
  for (let stretch = from; stretch < from + count; stretch += 1) {
    const at = STRETCH_WORDS * stretch + 6;
    const link = (stretches[at] as number) * LINK_BASE + (stretches[at + 1] as number);
    // Stretches of a link follow each other.
    if (link === last) continue;
    last = link;
    for (let i = 4 * link; i < 4 * link + 4; i += 1) least = Math.min(least, seconds[i] as number);
  }
  return least;
}

/** Times of the first and the second place, by view. */
export type TimesByView = ReadonlyMap<string, readonly (SideTimes | null)[]>;

/** Key of the table that says no way at all. */
const NO_WAY = '';

export class RoadTimes {
  readonly #columns: RoadColumns;
  #views: TimesByView = new Map();
  /** Seconds by key, those of the views alone. */
  #kept = new Map<string, Float32Array>();
  #shown = '';
  #isStale = true;
  /** Found when a run is first drawn, by key. */
  #nearest = new Map<string, Map<Run, number>>();
  constructor(columns: RoadColumns) {
    this.#columns = columns;
  }

  keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  /** Whether these are others than before: the same key, the same times. */
  take(views: TimesByView): boolean {
    const shown = JSON.stringify([...views].map(([view, sides]) => [view, sides.map((side) => side?.key)]));
    if (shown === this.#shown) return false;
    this.#shown = shown;
    const found = [...views.values()].flat().flatMap((side): readonly (readonly [string, Float32Array])[] => {
      const seconds = side?.seconds ?? this.#kept.get(side?.key ?? '');
      return side === null || seconds === undefined ? [] : [[side.key, seconds]];
    });
    const nearest = this.#nearest;
    this.#kept = new Map(found);
    this.#nearest = new Map(found.map(([key]) => [key, nearest.get(key) ?? new Map<Run, number>()]));
    this.#views = views;
    this.#isStale = true;
    return true;
  }

  /** Keys of the tables of both places in a view. */
  listKeys(view: string): readonly [first: string, second: string] {
    const [first, second] = [0, 1].map((place) => {
      const key = this.#views.get(view)?.[place]?.key ?? NO_WAY;
      return this.#kept.has(key) ? key : NO_WAY;
    });
    return [first ?? NO_WAY, second ?? NO_WAY];
  }

  /**
   * Seconds to the nearest link of a run from either place of a view: where they are more than the cutoff, nothing of
   * it is reached.
   */
  findNearest(view: string, run: Run): number {
    return Math.min(...this.listKeys(view).map((key) => this.#findLeast(key, run)));
  }

  #findLeast(key: string, run: Run): number {
    const [seconds, known] = [this.#kept.get(key), this.#nearest.get(key)];
    if (seconds === undefined || known === undefined) return Infinity;
    const least = known.get(run) ?? findLeast(run, this.#columns.stretches, seconds);
    known.set(run, least);
    return least;
  }

  /** There is nothing on the card any more. */
  renew(): void {
    this.#isStale = true;
  }

  /** Puts on the card what is not there yet. */
  upload(program: Program): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const { links, origin } = this.#columns;
    const times = new Map([[NO_WAY, () => toTable(null, links)]]);
    for (const [key, seconds] of this.#kept) times.set(key, () => toTable(seconds, links));
    program.keep('times', times);
    // What is joined has no key of its own: it is made anew.
    program.keep('own', new Map());
    const own = [...this.#views].map(([view, sides]) => [view, () => toOwnColumns(sides, origin)] as const);
    program.keep('own', new Map(own));
  }
}
