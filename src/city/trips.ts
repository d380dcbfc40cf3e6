/** Trips from many places to a few: time, length, and how much of the time nothing on the map vouches for. */
import { ROAD_FLAGS, type ImportedNetwork } from '../model/imported-network.ts';
import type { City, Site } from './city.ts';
import { listDirect, listGoals, listStarts } from './ends.ts';
import { findWay, openDestination, toWayMs, type Way, type WayEdge } from './ways.ts';

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
function toEstimatedMs({ network, graph: { graph } }: City, edge: WayEdge): number {
  if (typeof edge === 'number')
    return isEstimated(network, (graph.label[edge] as number) >>> 1) ? (graph.cost[edge] as number) : 0;
  if (isEstimated(network, edge.label >>> 1)) return toWayMs(edge);
  return (edge.start?.connector.timeMs ?? 0) + (edge.goal?.connector.timeMs ?? 0);
}

function toTrip(city: City, way: Way | null): Trip {
  if (way === null) return NO_TRIP;
  const estimatedMs = way.edges.reduce<number>((sum, edge) => sum + toEstimatedMs(city, edge), 0);
  return { timeMs: way.timeMs, lengthMm: way.lengthMm, estimatedMs };
}

/** Trips of all pairs, by origin and destination: one search a destination. */
export function listTrips(
  city: City,
  from: readonly Site[],
  to: readonly Site[],
): readonly (readonly Trip[])[] {
  const starts = from.map(({ connectors }, row) => listStarts(city, connectors, row));
  const goals = to.map(({ connectors }, column) => listGoals(city, connectors, column));
  const direct = new Map(
    listDirect(city, starts, goals).map((one) => [one.tail * to.length + one.head, one]),
  );
  const columns = goals.map((ways, column) => {
    const destination = openDestination(city, ways);
    return starts.map((some, row) => {
      return toTrip(city, findWay(city, destination, some, direct.get(row * to.length + column) ?? null));
    });
  });
  return starts.map((_, row) => columns.map((column) => column[row] ?? NO_TRIP));
}
