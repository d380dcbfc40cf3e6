/**
 * Trips by the clock drive along a link in one go: a run, timed by the moment its link is joined. The pieces that a
 * link is cut into for connectors would each be timed by a moment of their own, and another place on the road would
 * then change trips that pass it. So these searches have runs for edges: links between road nodes, and from or to a
 * place the connector together with the part of the link that is driven.
 */
import { buildGraph, type EdgeInput, type Graph } from '../routing/graph.ts';
import { findRoadTable } from './road-table.ts';
import { toDestinationName, toOriginName, type Topology } from './topology.ts';

export interface Runs {
  /** Vertices are those of the topology; costs are all 0: they hang on the moment. */
  readonly graph: Graph;
  /** By edge: connectors before and after, as edges of the topology; −1 = none. */
  readonly access: Int32Array;
  readonly egress: Int32Array;
  /** By edge: index of the link, −1 = none is driven. */
  readonly link: Int32Array;
  /** By edge: share at which the link is joined and left. */
  readonly fromShare: Float64Array;
  readonly toShare: Float64Array;
  /** Pieces of an edge's link that it drives along, as edges of the topology, in order. */
  readonly listPieces: (edge: number) => readonly number[];
}

interface Run extends EdgeInput {
  readonly access: number;
  readonly egress: number;
  readonly link: number;
  readonly first: number;
  /** One more than the place of the last piece. */
  readonly end: number;
}

/** Where a connector meets one way of its feature: so many pieces lie before it. */
interface Meeting {
  readonly access: number;
  readonly egress: number;
  readonly link: number;
  readonly before: number;
}

/** A road node on a link: its ends, and where a built road meets it. So many pieces lie before it. */
interface Stop {
  readonly vertex: number;
  readonly before: number;
}

/** What the runs of a topology are made of. */
interface Roads {
  /** Edges by link, in the order they are driven. */
  readonly pieces: readonly (readonly number[])[];
  /** By link, in the same order. */
  readonly stops: readonly (readonly Stop[])[];
  /** By place, then by link. */
  readonly meetings: ReadonlyMap<string, ReadonlyMap<number, Meeting>>;
}

function listPiecesByLink({ state, link, fromShare, toShare }: Topology): readonly (readonly number[])[] {
  const pieces = state.links.map((): number[] => []);
  for (const [edge, of] of link.entries()) pieces[of]?.push(edge);
  const at = (edge: number): number => (fromShare[edge] as number) + (toShare[edge] as number);
  return pieces.map((own) => own.toSorted((a, b) => at(a) - at(b)));
}

/** Edges by connector: out of its place, and into it. */
function listConnectorEdges({ connector, connectors, graph, vertexByName }: Topology): {
  readonly access: Int32Array;
  readonly egress: Int32Array;
} {
  const [access, egress] = [new Int32Array(connectors.length), new Int32Array(connectors.length)];
  for (const [edge, of] of connector.entries()) {
    const one = connectors[of];
    if (one === undefined) continue;
    const leaves = graph.tail[edge] === vertexByName.get(toOriginName(one.place));
    (leaves ? access : egress)[of] = edge;
  }
  return { access, egress };
}

function listLinksByFeature({ state }: Topology): ReadonlyMap<string, readonly number[]> {
  const links = new Map<string, number[]>();
  for (const [link, { featureId }] of state.links.entries()) {
    const both = links.get(featureId) ?? [];
    links.set(featureId, both);
    both.push(link);
  }
  return links;
}

/** Road nodes are the first vertices. */
function listStops({ graph, state }: Topology, pieces: readonly number[]): readonly Stop[] {
  const nodes = findRoadTable(state).nodes.length;
  const [first] = pieces;
  const begin = first === undefined ? [] : [{ vertex: graph.tail[first] as number, before: 0 }];
  const others = pieces.map((edge, i): Stop => ({ vertex: graph.head[edge] as number, before: i + 1 }));
  return [...begin, ...others.filter(({ vertex }) => vertex < nodes)];
}

function makeRoads(topology: Topology): Roads {
  const { connectors, graph } = topology;
  const pieces = listPiecesByLink(topology);
  const edges = listConnectorEdges(topology);
  const linksOf = listLinksByFeature(topology);
  const meetings = new Map<string, Map<number, Meeting>>();
  for (const [index, { place, featureId }] of connectors.entries()) {
    const [access, egress] = [edges.access[index] as number, edges.egress[index] as number];
    const own = meetings.get(place) ?? new Map<number, Meeting>();
    meetings.set(place, own);
    for (const link of linksOf.get(featureId) ?? []) {
      const last = (pieces[link] ?? []).findIndex((edge) => graph.head[edge] === graph.head[access]);
      own.set(link, { access, egress, link, before: last + 1 });
    }
  }
  return { pieces, stops: pieces.map((own) => listStops(topology, own)), meetings };
}

/** By the edges' links, which networks share that differ in the setting alone. */
const ROADS = new WeakMap<Int32Array, Roads>();

function findRoads(topology: Topology): Roads {
  const roads = ROADS.get(topology.link) ?? makeRoads(topology);
  ROADS.set(topology.link, roads);
  return roads;
}

const NONE = -1;

/** Where a run begins, what it drives along and where it ends. */
type Way = Pick<Run, 'tail' | 'head' | 'access' | 'egress' | 'link' | 'first' | 'end'>;

/** A way with its length; its label is the link where any of it is driven. */
function toRun({ graph, fromShare, toShare }: Topology, { pieces }: Roads, way: Way): Run {
  const driven = (pieces[way.link] ?? []).slice(way.first, way.end);
  const edges = [...driven, way.access, way.egress].filter((edge) => edge !== NONE);
  const length = edges.reduce((sum, edge) => sum + (graph.length[edge] as number), 0);
  const isDriven = driven.some((edge) => fromShare[edge] !== toShare[edge]);
  return { ...way, cost: 0, length, label: isDriven ? way.link : NONE };
}

/** From node to node of each link: the whole of it, and any part between built roads that meet it. */
function listThrough({ stops }: Roads): readonly Way[] {
  return stops.flatMap((own, link) =>
    own.flatMap((from, i) =>
      own.slice(i + 1).map((to): Way => ({
        ...{ tail: from.vertex, head: to.vertex, access: NONE, egress: NONE },
        ...{ link, first: from.before, end: to.before },
      })),
    ),
  );
}

/** What is driven of a link from one place along it to another: nothing where they are the same. */
function toPart(link: number, first: number, end: number): Pick<Way, 'link' | 'first' | 'end'> {
  return first === end ? { link: NONE, first: 0, end: 0 } : { link, first, end };
}

/** From a place along the links it joins: to their nodes, and to places that are not behind it. */
function listOut(
  { meetings, stops }: Roads,
  { vertexByName }: Topology,
  place: string,
  destinations: readonly string[],
): readonly Way[] {
  const tail = vertexByName.get(toOriginName(place)) ?? NONE;
  const ends = destinations.map((id) => {
    return { head: vertexByName.get(toDestinationName(id)) ?? NONE, at: meetings.get(id) };
  });
  return [...(meetings.get(place)?.values() ?? [])].flatMap(({ access, link, before }) => {
    const nodes = (stops[link] ?? []).filter((stop) => stop.before >= before);
    const toNodes = nodes.map(({ vertex: head, before: end }): Way => {
      return { tail, head, access, egress: NONE, ...toPart(link, before, end) };
    });
    const toPlaces = ends.flatMap(({ head, at }): readonly Way[] => {
      const to = at?.get(link);
      if (to === undefined || to.before < before) return [];
      return [{ tail, head, access, egress: to.egress, ...toPart(link, before, to.before) }];
    });
    return [...toNodes, ...toPlaces];
  });
}

/** From the nodes along the links that a place joins to it. */
function listInto({ meetings, stops }: Roads, { vertexByName }: Topology, place: string): readonly Way[] {
  const head = vertexByName.get(toDestinationName(place)) ?? NONE;
  return [...(meetings.get(place)?.values() ?? [])].flatMap(({ egress, link, before }) => {
    const nodes = (stops[link] ?? []).filter((stop) => stop.before <= before);
    return nodes.map(({ vertex: tail, before: first }): Way => {
      return { tail, head, access: NONE, egress, ...toPart(link, first, before) };
    });
  });
}

function buildRuns(topology: Topology, origins: readonly string[], destinations: readonly string[]): Runs {
  const roads = findRoads(topology);
  const ways = [
    ...listThrough(roads),
    ...origins.flatMap((place) => listOut(roads, topology, place, destinations)),
    ...destinations.flatMap((place) => listInto(roads, topology, place)),
  ];
  const runs = ways.map((way) => toRun(topology, roads, way));
  const { graph, order } = buildGraph(topology.vertexNames.length, runs);
  const sorted = Array.from(order, (index) => runs[index] as Run);
  const listPieces = (edge: number): readonly number[] => {
    const { link, first, end } = sorted[edge] as Run;
    return (roads.pieces[link] ?? []).slice(first, end);
  };
  const share = (of: Float64Array, edge: number | undefined): number =>
    edge === undefined ? 0 : (of[edge] as number);
  const { fromShare, toShare } = topology;
  return {
    graph,
    access: Int32Array.from(sorted, ({ access }) => access),
    egress: Int32Array.from(sorted, ({ egress }) => egress),
    link: Int32Array.from(sorted, ({ label }) => label),
    fromShare: Float64Array.from(sorted, (_, edge) => share(fromShare, listPieces(edge)[0])),
    toShare: Float64Array.from(sorted, (_, edge) => share(toShare, listPieces(edge).at(-1))),
    listPieces,
  };
}

const RUNS = new WeakMap<Int32Array, Map<string, Runs>>();
const KEPT = 64;

/** The runs of a topology between places; searches of every moment share them. */
export function findRuns(
  topology: Topology,
  origins: readonly string[],
  destinations: readonly string[],
): Runs {
  const known = RUNS.get(topology.link) ?? new Map<string, Runs>();
  RUNS.set(topology.link, known);
  const key = JSON.stringify([origins, destinations]);
  const runs = known.get(key) ?? buildRuns(topology, origins, destinations);
  if (known.size >= KEPT) known.clear();
  known.set(key, runs);
  return runs;
}
