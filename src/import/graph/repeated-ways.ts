/** Ways that a file has more than once, as files put together from overlapping ones do: the last of each counts. */
import type { RoadStore } from './road-store.ts';

type Columns = Pick<RoadStore, 'wayId' | 'wayTraits' | 'refStart' | 'refs'>;

/** Files are sorted by id, so that most of them need no second look. */
function isRising(ids: Float64Array): boolean {
  return ids.every((id, way) => way === 0 || id > (ids[way - 1] as number));
}

/** The columns without the ways that come again, and how many those are. */
export function dropRepeatedWays(columns: Columns): Columns & Pick<RoadStore, 'repeated'> {
  const { wayId, wayTraits, refStart, refs } = columns;
  if (isRising(wayId)) return { ...columns, repeated: 0 };
  const last = new Map([...wayId.entries()].map(([way, id]) => [id, way]));
  const repeated = wayId.length - last.size;
  if (repeated === 0) return { ...columns, repeated };
  const kept = Uint32Array.from(last.values()).toSorted();
  const lists = Array.from(kept, (way) => refs.subarray(refStart[way], refStart[way + 1]));
  const start = new Uint32Array(kept.length + 1);
  for (const [i, { length }] of lists.entries()) start[i + 1] = (start[i] as number) + length;
  const joined = new Float64Array(start[kept.length] as number);
  for (const [i, list] of lists.entries()) joined.set(list, start[i]);
  return {
    wayId: Float64Array.from(kept, (way) => wayId[way] as number),
    wayTraits: Uint32Array.from(kept, (way) => wayTraits[way] as number),
    refStart: start,
    refs: joined,
    repeated,
  };
}
