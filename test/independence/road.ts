/** Roads for the tests of this folder: links from a few words, and a slow but obvious shortest path. */
import type { Facility, Link } from '../../src/model/road.ts';

export interface Road {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly highway?: string;
  readonly facility?: Facility;
  readonly directed?: boolean;
  readonly minutes?: number;
}

function toLink(road: Road, id: string, from: string, to: string): Link {
  return {
    id,
    featureId: road.id,
    highway: road.highway ?? 'h',
    section: 's',
    from,
    to,
    directed: road.directed ?? false,
    geometry: [],
    facility: road.facility ?? 'expressway',
    lengthM: (road.minutes ?? 1) * 1000,
    lengthBasis: 'published',
    lengthHow: 'test',
    lengthLowM: 1,
    lengthHighM: 1,
    lanesPerDirection: 2,
    designKmh: 100,
    postedKmh: null,
    accessible: false,
    bridge: false,
    urban: false,
    centreLine: true,
    signals: 0,
    plaza: null,
    tariff: null,
    opened: null,
    closed: null,
    nameEn: road.id,
    nameZh: null,
    refNow: null,
    refOld: null,
    stateAs: null,
    joint: null,
    conflict: null,
    sources: ['test'],
    confidence: 'high',
  };
}

/** Both directions of every road, or one of a directed one, as the loader makes them. */
export function toLinks(roads: readonly Road[]): readonly Link[] {
  return roads.flatMap((road) => {
    const forward = toLink(road, road.id, road.from, road.to);
    return road.directed === true ? [forward] : [forward, toLink(road, `${road.id}~r`, road.to, road.from)];
  });
}

/** Least ms from a node to all others and the features used (Bellman–Ford: nothing shared with the product). */
export function findRoutes(
  links: readonly Link[],
  origin: string,
): ReadonlyMap<string, { readonly ms: number; readonly features: readonly string[] }> {
  const best = new Map([[origin, { ms: 0, features: [] as readonly string[] }]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const link of links) {
      const at = best.get(link.from);
      if (at === undefined) continue;
      const ms = at.ms + link.lengthM * 60;
      if (ms >= (best.get(link.to)?.ms ?? Infinity)) continue;
      best.set(link.to, { ms, features: [...at.features, link.featureId] });
      changed = true;
    }
  }
  return best;
}
