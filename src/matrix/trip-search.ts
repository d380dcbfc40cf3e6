/**
 * The chosen path between two vertices of a network: by times that are the same everywhere, or by the clock. The one
 * search behind routes and drawn trips.
 */
import type { Network } from '../network/network.ts';
import { toPath } from '../routing/path.ts';
import { searchTree } from '../routing/tree.ts';
import { createClockSearch } from './clock-search.ts';
import { keepByVertex, sumMs, toTimedPath, type TimedPath, type TripSearch } from './timed-path.ts';

const SEARCHES = new WeakMap<Network, TripSearch>();

/** The search of a network, by its clock where it has one; made once a network. */
export function findTripSearch(network: Network): TripSearch {
  const known = SEARCHES.get(network);
  if (known !== undefined) return known;
  const places = network.places.map(({ id }) => id);
  const ends = { origins: places, destinations: places };
  const search = network.setting.clock === null ? searchStatic(network) : createClockSearch(network, ends);
  SEARCHES.set(network, search);
  return search;
}

function searchStatic(network: Network): TripSearch {
  const { graph } = network;
  const treeOf = keepByVertex((origin) => searchTree(graph, origin));
  const findPath = (origin: number, destination: number): TimedPath | null => {
    const path = toPath(graph, treeOf(origin), destination);
    return path === null ? null : toTimedPath(path);
  };
  return {
    findPath,
    findMs: (origin, destination) => {
      const path = findPath(origin, destination);
      return path === null ? Infinity : sumMs(network, path);
    },
  };
}
