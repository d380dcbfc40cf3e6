/** First pass over a map: the ways that are roads, what they mean, and the turns that are restricted. */
import type { Tags, Visitor } from '../osm/element.ts';
import { readTraits, type Interpreter, type Traits } from '../roads/traits.ts';
import { readFerryRoute, type FerryRoute } from './ferry-times.ts';
import { createGrowing } from './growing.ts';
import { dropRepeatedWays } from './repeated-ways.ts';
import { readRestriction, type RawRestriction } from './raw-restriction.ts';

/** Roads as columns: way w has nodes refs[refStart[w]] … refs[refStart[w + 1] − 1] and traits[way.traits[w]]. */
export interface RoadStore {
  readonly wayId: Float64Array;
  readonly wayTraits: Uint32Array;
  readonly refStart: Uint32Array;
  readonly refs: Float64Array;
  /** Ways left out because the file has them again. */
  readonly repeated: number;
  readonly traits: readonly Traits[];
  readonly restrictions: readonly RawRestriction[];
  readonly ferryRoutes: readonly FerryRoute[];
  /** Second of the newest edit of a road since 1970, or null. */
  readonly newestS: number | null;
}

export interface RoadCollector {
  readonly visitor: Visitor;
  readonly finish: () => RoadStore;
}

/** Collects what a pass shows it. */
export function collectRoads(interpreter: Interpreter): RoadCollector {
  const wayId = createGrowing((length) => new Float64Array(length));
  const wayTraits = createGrowing((length) => new Uint32Array(length));
  const refStart = createGrowing((length) => new Uint32Array(length));
  const refs = createGrowing((length) => new Float64Array(length));
  const traits: Traits[] = [];
  const known = new Map<string, number>();
  const restrictions: RawRestriction[] = [];
  const ferryRoutes: FerryRoute[] = [];
  let newestS: number | null = null;

  /** Many roads mean the same: each meaning is kept once. */
  const keepTraits = (one: Traits): number => {
    const index = known.get(one.key) ?? traits.length;
    if (index === traits.length) {
      known.set(one.key, index);
      traits.push(one);
    }
    return index;
  };

  const way = (id: number, nodes: Float64Array, tags: Tags, changedS: number | null): void => {
    const meaning = readTraits(tags, id, interpreter);
    if (meaning === null) return;
    if (nodes.length < 2) {
      interpreter.tally.add('short-way', 'a road with fewer than two nodes', id);
      return;
    }
    if (changedS !== null && changedS > (newestS ?? 0)) newestS = changedS;
    wayId.push(id);
    wayTraits.push(keepTraits(meaning));
    refStart.push(refs.length());
    for (const node of nodes) refs.push(node);
  };

  return {
    visitor: {
      way,
      relation: (id, members, tags) => {
        const restriction = readRestriction(id, members, tags, interpreter);
        if (restriction !== null) restrictions.push(restriction);
        const route = readFerryRoute(id, members, tags, interpreter.tally);
        if (route !== null) ferryRoutes.push(route);
      },
    },
    finish: () => {
      refStart.push(refs.length());
      const columns = {
        wayId: wayId.finish(),
        wayTraits: wayTraits.finish(),
        refStart: refStart.finish(),
        refs: refs.finish(),
      };
      return { ...dropRepeatedWays(columns), traits, restrictions, ferryRoutes, newestS };
    },
  };
}
