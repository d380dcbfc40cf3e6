/** The times on the map: those of two places, what of them is not yet on the card, and how near each run of roads is. */
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

export class RoadTimes {
  readonly #columns: RoadColumns;
  #sides: readonly (SideTimes | null)[] = [];
  /** Seconds by key, those on the map alone. */
  #kept = new Map<string, Float32Array>();
  #isStale = true;
  /** Found when a run is first drawn. */
  #nearest = new Map<Run, number>();
  constructor(columns: RoadColumns) {
    this.#columns = columns;
  }

  keys(): readonly string[] {
    return [...this.#kept.keys()];
  }

  take(sides: readonly (SideTimes | null)[]): void {
    const found = sides.flatMap((side): readonly (readonly [string, Float32Array])[] => {
      const seconds = side?.seconds ?? this.#kept.get(side?.key ?? '');
      return side === null || seconds === undefined ? [] : [[side.key, seconds]];
    });
    this.#kept = new Map(found);
    this.#sides = sides;
    this.#isStale = true;
    this.#nearest = new Map();
  }

  /** Seconds to the nearest link of a run from either place: where they are more than the cutoff, nothing of it is reached. */
  findNearest(run: Run): number {
    const known = this.#nearest.get(run);
    if (known !== undefined) return known;
    const { stretches } = this.#columns;
    const nearest = Math.min(...[...this.#kept.values()].map((one) => findLeast(run, stretches, one)));
    this.#nearest.set(run, nearest);
    return nearest;
  }

  /** Puts on the card what is not there yet. */
  upload(program: Program): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    for (const place of [0, 1] as const) {
      const seconds = this.#kept.get(this.#sides[place]?.key ?? '') ?? null;
      program.setTimes(place, toTable(seconds, this.#columns.links));
    }
    program.setOwn(toOwnColumns(this.#sides, this.#columns.origin));
  }
}
