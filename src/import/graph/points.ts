/** Second pass over a map: where the nodes of its roads are, and what stands on them. */
import type { Tally } from '../roads/tally.ts';
import { readPointTraits, type PointTraits } from '../roads/point-traits.ts';
import type { Interpreter } from '../roads/traits.ts';
import type { Visitor } from '../osm/element.ts';
import type { RoadStore } from './road-store.ts';

/** A coordinate nobody has: the map does not give it. */
export const NOWHERE = 0x7fff_ffff;

/** Nodes of roads, sorted by id. */
export interface Points {
  readonly id: Float64Array;
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  /** By place in the list; most points have none. */
  readonly traits: ReadonlyMap<number, PointTraits>;
  /** Place in the list of each entry of the roads' refs. */
  readonly ofRef: Uint32Array;
}

export interface PointCollector {
  readonly visitor: Visitor;
  readonly finish: () => Points;
}

/** Ids once each, sorted. */
function sortUnique(ids: Float64Array): Float64Array {
  const sorted = ids.toSorted();
  let count = 0;
  for (const [i, id] of sorted.entries()) {
    if (i > 0 && id === sorted[i - 1]) continue;
    sorted[count] = id;
    count += 1;
  }
  return sorted.slice(0, count);
}

/** Place of an id in a sorted list; −1 where it is not there. `near` is where to look first. */
function findPlace(sorted: Float64Array, id: number, near: number): number {
  if (sorted[near] === id) return near;
  if ((sorted[near] as number) > id && (near === 0 || (sorted[near - 1] as number) < id)) return -1;
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] as number;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Collects the nodes that roads name. */
export function collectPoints({ refs }: Pick<RoadStore, 'refs'>, interpreter: Interpreter): PointCollector {
  const id = sortUnique(refs);
  const lonE7 = new Int32Array(id.length).fill(NOWHERE);
  const latE7 = new Int32Array(id.length).fill(NOWHERE);
  const traits = new Map<number, PointTraits>();
  let next = 0;
  const ofRef = Uint32Array.from(refs, (ref) => findPlace(id, ref, 0));
  return {
    visitor: {
      node: (node, lon, lat, readTags) => {
        // Files are sorted by id, so that the next node of a road is most often the next one looked for.
        const place = findPlace(id, node, next);
        if (place < 0) return;
        next = place + 1;
        lonE7[place] = lon;
        latE7[place] = lat;
        const found = readPointTraits(readTags(), node, interpreter);
        if (found !== null) traits.set(place, found);
      },
    },
    finish: () => {
      tallyMissing(id, lonE7, interpreter.tally);
      return { id, lonE7, latE7, traits, ofRef };
    },
  };
}

function tallyMissing(id: Float64Array, lonE7: Int32Array, tally: Tally): void {
  for (const [i, lon] of lonE7.entries()) {
    if (lon === NOWHERE)
      tally.add('missing-node', 'a node of a road that is not in the file', id[i] as number);
  }
}
