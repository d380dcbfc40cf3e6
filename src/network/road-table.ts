/**
 * The open links of a road state as integers: what every network of that state begins with, whatever its
 * places. Made once for roads.
 */
import type { Link } from '../model/road.ts';
import type { Roads, RoadState } from '../scenario/apply.ts';
import { MM_PER_M, roundHalfUp } from '../units.ts';

export interface RoadTable {
  /** Ids of the nodes at the ends of open links and where built roads meet them, in code-unit order: vertex v is node v. */
  readonly nodes: readonly string[];
  readonly vertexOf: ReadonlyMap<string, number>;
  /** By link, in the order of `state.links`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly lengthMm: Float64Array;
  /** Features with an open link. */
  readonly features: ReadonlySet<string>;
}

const TABLES = new WeakMap<Roads, RoadTable>();

/** Nodes of built roads on links that are open. */
function listMet(features: ReadonlySet<string>, { junctions }: Roads): readonly string[] {
  return [...junctions]
    .filter(([feature]) => features.has(feature))
    .flatMap(([, list]) => list.map(({ node }) => node));
}

function listNodes(links: readonly Link[], met: readonly string[]): readonly string[] {
  const seen = new Set(met);
  for (const { from, to } of links) seen.add(from).add(to);
  return [...seen].toSorted();
}

/** By loops, since every edit of a scenario makes a state. */
function makeRoadTable(roads: Roads): RoadTable {
  const { links } = roads;
  const features = new Set<string>();
  for (const { featureId } of links) features.add(featureId);
  const nodes = listNodes(links, listMet(features, roads));
  const vertexOf = new Map<string, number>();
  for (const node of nodes) vertexOf.set(node, vertexOf.size);
  const [from, to] = [new Uint32Array(links.length), new Uint32Array(links.length)];
  const lengthMm = new Float64Array(links.length);
  for (let i = 0; i < links.length; i += 1) {
    const link = links[i] as Link;
    from[i] = vertexOf.get(link.from) ?? 0;
    to[i] = vertexOf.get(link.to) ?? 0;
    lengthMm[i] = roundHalfUp(link.lengthM * MM_PER_M);
  }
  return { nodes, vertexOf, from, to, lengthMm, features };
}

/** The table of a state. */
export function findRoadTable({ roads }: RoadState): RoadTable {
  const table = TABLES.get(roads) ?? makeRoadTable(roads);
  TABLES.set(roads, table);
  return table;
}

/** A link, or the piece of it between two built roads that meet it. */
export interface RoadPiece {
  /** Index in `state.links`. */
  readonly link: number;
  readonly from: number;
  readonly to: number;
  /** Shares of the link between which it lies, in the link's own direction. */
  readonly fromShare: number;
  readonly toShare: number;
}

/** A link between its ends and the built roads that meet it. */
export function listLinkPieces(state: RoadState, link: number): readonly RoadPiece[] {
  const table = findRoadTable(state);
  const { id, featureId } = state.links[link] as Link;
  const [from, to] = [table.from[link] as number, table.to[link] as number];
  const drawn = state.junctions.get(featureId) ?? [];
  const met = id === featureId ? drawn : drawn.toReversed().map((one) => ({ ...one, share: 1 - one.share }));
  const stops = met.map(({ share, node }) => ({ share, vertex: table.vertexOf.get(node) ?? -1 }));
  const ends = [{ share: 0, vertex: from }, ...stops, { share: 1, vertex: to }];
  return ends.slice(1).map((end, i) => {
    const before = ends[i] as { readonly share: number; readonly vertex: number };
    return { link, from: before.vertex, to: end.vertex, fromShare: before.share, toShare: end.share };
  });
}
