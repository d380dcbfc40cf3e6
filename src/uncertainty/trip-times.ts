/**
 * Times between places for one draw after another. The roads of a scenario are one graph that is never cut: a search
 * runs backwards from where a place's connectors meet the roads, and an origin adds its own connectors. Equal to the
 * skim to the millisecond, because a cut link's pieces add up to the link.
 */
import type { Dataset } from '../model/dataset.ts';
import type { LonLat } from '../model/source.ts';
import { findConnectors, findConnectorsOnce, type Connector, type Place } from '../network/connectors.ts';
import { connectorTimeMs } from '../network/impedance.ts';
import { listLinkTimes } from '../network/link-times.ts';
import { findRoadTable } from '../network/road-table.ts';
import { toCumulative } from '../network/topology.ts';
import { DataError } from '../problems.ts';
import { searchCostsToSeeds, type Seed } from '../routing/costs.ts';
import { buildGraph, type Graph } from '../routing/graph.ts';
import type { RoadState } from '../scenario/apply.ts';
import { listLengthsM, type Values } from './values.ts';

/** Roads of a scenario: edge e is link `link[e]` of the state. */
export interface Roads {
  readonly state: RoadState;
  readonly graph: Graph;
  readonly link: Uint32Array;
  /** Links of a feature as drawn and backwards; −1 = that way is not open. */
  readonly linksOf: ReadonlyMap<string, readonly [forwards: number, backwards: number]>;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** The graph of a state, all costs 0. */
export function toRoads(state: RoadState): Roads {
  const { nodes, from, to } = findRoadTable(state);
  const edges = state.links.map((_, link) => {
    const [tail, head] = [from[link] as number, to[link] as number];
    return { tail, head, cost: 0, length: 0, label: link };
  });
  const { graph, order } = buildGraph(nodes.length, edges);
  const linksOf = new Map<string, [number, number]>();
  for (const [index, { id, featureId }] of state.links.entries()) {
    const both = linksOf.get(featureId) ?? [-1, -1];
    both[id === featureId ? 0 : 1] = index;
    linksOf.set(featureId, both);
  }
  return { state, graph, link: order, linksOf, from, to };
}

/** Where a connector meets a link: share of the link before the point, in its own direction. */
interface Meeting {
  readonly link: number;
  readonly share: number;
  readonly connectorMs: number;
}

/** Connectors of a place where its coordinate lies in a draw; none where it is off the map. */
export function findMovedConnectors(
  dataset: Dataset,
  { id, at }: Place,
  moved: LonLat | undefined,
): readonly Connector[] | null {
  if (moved === undefined) return findConnectors(dataset, { id, at });
  try {
    return findConnectorsOnce(dataset, { id, at: moved });
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

function findMeetings(
  { linksOf }: Roads,
  { dataset, setting }: Values,
  connectors: readonly Connector[],
): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (const { featureId, share, lengthMm } of connectors) {
    const ways = linksOf.get(featureId);
    if (ways === undefined) continue;
    const [forwards, backwards] = ways;
    const connectorMs = connectorTimeMs(dataset, lengthMm, setting);
    if (forwards >= 0) meetings.push({ link: forwards, share, connectorMs });
    if (backwards >= 0) meetings.push({ link: backwards, share: 1 - share, connectorMs });
  }
  return meetings;
}

function listMeetings(
  { roads, values, meetings }: DrawnRoads,
  connectors: readonly Connector[],
): readonly Meeting[] {
  const found = meetings.get(connectors) ?? findMeetings(roads, values, connectors);
  meetings.set(connectors, found);
  return found;
}

/** Milliseconds of the links of a state in a draw, and of the graph's edges. */
export interface DrawnRoads {
  readonly roads: Roads;
  readonly values: Values;
  readonly linkMs: Float64Array;
  /** Where the connectors of a place meet the roads, each list found once. */
  readonly meetings: Map<readonly Connector[], readonly Meeting[]>;
  readonly graph: Pick<Graph, 'vertexCount' | 'edgeCount' | 'head' | 'tail' | 'cost'>;
}

export function drawRoads(roads: Roads, values: Values): DrawnRoads {
  const { state, graph, link } = roads;
  const linkMs = listLinkTimes(values.dataset, state, values.setting, listLengthsM(state, values));
  const { vertexCount, edgeCount, head, tail } = graph;
  const cost = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) cost[edge] = linkMs[link[edge] as number] as number;
  return { roads, values, linkMs, meetings: new Map(), graph: { vertexCount, edgeCount, head, tail, cost } };
}

/** Times to one place. */
export type TimesTo = (origin: readonly Connector[] | null) => number;

/** Milliseconds to a place by its connectors from any origin's; Infinity where there is no way. */
export function searchTimesTo(drawn: DrawnRoads, target: readonly Connector[] | null): TimesTo {
  if (target === null) return () => Infinity;
  const { roads, linkMs, graph } = drawn;
  const ends = listMeetings(drawn, target);
  const seeds = ends.map(({ link, share, connectorMs }): Seed => ({
    vertex: roads.from[link] as number,
    cost: toCumulative(share, linkMs[link] as number) + connectorMs,
  }));
  const toTarget = searchCostsToSeeds(graph, seeds);
  const endsOf = new Map<number, Meeting[]>();
  for (const end of ends) endsOf.set(end.link, [...(endsOf.get(end.link) ?? []), end]);
  return (origin) => {
    if (origin === null) return Infinity;
    let least = Infinity;
    for (const begin of listMeetings(drawn, origin)) {
      const whole = linkMs[begin.link] as number;
      const done = toCumulative(begin.share, whole);
      const around = whole - done + (toTarget[roads.to[begin.link] as number] as number);
      least = Math.min(least, begin.connectorMs + around);
      // Both on one link, the target not behind: straight along it.
      for (const end of endsOf.get(begin.link) ?? []) {
        if (end.share < begin.share) continue;
        const along = toCumulative(end.share, whole) - done;
        least = Math.min(least, begin.connectorMs + along + end.connectorMs);
      }
    }
    return least;
  };
}
