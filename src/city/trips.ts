/** Trips from many places to a few: time, length, and how much of the time nothing on the map vouches for. */
import { ROAD_FLAGS, type ImportedNetwork } from '../model/imported-network.ts';
import { searchBounds } from '../routing/bounds.ts';
import { createLeastPathFinder } from '../routing/least-path.ts';
import type { City, Site } from './city.ts';
import type { SiteEdge } from './ends.ts';
import { joinSites, type JoinedGraph } from './joined.ts';

/** The fastest trip between two places, of equally fast ones the shortest. */
export interface Trip {
  readonly timeMs: number;
  readonly lengthMm: number;
  /** Of the time: at limits assumed for the class of road, on drawn roads, and on the ways to and from the road. */
  readonly estimatedMs: number;
}

/** Times and lengths of a pair without a way. */
export const NO_TRIP: Trip = { timeMs: Infinity, lengthMm: Infinity, estimatedMs: Infinity };

/** Whether no sign, no tag and no given time vouches for what a link takes. */
function isEstimated({ links, roads }: ImportedNetwork, link: number): boolean {
  const flags = roads.flags[links.road[link] as number] as number;
  if ((flags & ROAD_FLAGS.drawn) !== 0) return true;
  return (flags & ROAD_FLAGS.givenTime) === 0 && (flags & ROAD_FLAGS.assumedLimit) !== 0;
}

/** What of an edge is estimated; of an end of a trip at least its connectors. */
function toEstimatedMs({ network }: City, { graph, findSiteEdge }: JoinedGraph, edge: number): number {
  const costMs = graph.cost[edge] as number;
  if (isEstimated(network, (graph.label[edge] as number) >>> 1)) return costMs;
  const end: SiteEdge | null = findSiteEdge(edge);
  return end === null ? 0 : (end.start?.connector.timeMs ?? 0) + (end.goal?.connector.timeMs ?? 0);
}

/** Trips of all pairs, by origin and destination: one search a destination. */
export function listTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
): readonly (readonly Trip[])[] {
  const joined = joinSites(city, from, to);
  const { graph, origins, destinations } = joined;
  const columns = destinations.map((destination) => {
    const bounds = searchBounds(graph, destination, graph.cost, graph.length);
    const findPath = createLeastPathFinder(graph, bounds);
    return origins.map((origin): Trip => {
      const path = findPath(origin);
      if (path === null) return NO_TRIP;
      const estimatedMs = path.reduce((sum, edge) => sum + toEstimatedMs(city, joined, edge), 0);
      return {
        timeMs: bounds.first[origin] as number,
        lengthMm: bounds.second[origin] as number,
        estimatedMs,
      };
    });
  });
  return origins.map((_, row) => columns.map((column) => column[row] ?? NO_TRIP));
}
