/** Links of a network by what their roads answer to: names in every language, each of their numbers, their class. */
import type { ImportedNetwork } from '../../model/imported-network.ts';
import { getRoadClass } from './ground.ts';

function listCalls(network: ImportedNetwork, link: number): ReadonlySet<string> {
  const names = network.names[network.roads.names[network.links.road[link] as number] as number] ?? {};
  const words = Object.values(names).flatMap((text) => [text, ...text.split(';').map((one) => one.trim())]);
  return new Set([...words, `highway=${getRoadClass(network, link).id}`]);
}

function makeCalls(network: ImportedNetwork): ReadonlyMap<string, readonly number[]> {
  const called = new Map<string, number[]>();
  // What is found for a road holds for all its links.
  const known = new Map<number, readonly number[][]>();
  const listGroups = (link: number): readonly number[][] =>
    [...listCalls(network, link)].map((call) => {
      const group = called.get(call) ?? [];
      called.set(call, group);
      return group;
    });
  for (const [link, road] of network.links.road.entries()) {
    const groups = known.get(road) ?? listGroups(link);
    known.set(road, groups);
    for (const group of groups) group.push(link);
  }
  return called;
}

const CALLS = new WeakMap<ImportedNetwork, ReadonlyMap<string, readonly number[]>>();

/** Links whose roads are called so, in order; what the roads of a network are called is found once. */
export function findCalled(network: ImportedNetwork, text: string): readonly number[] {
  const calls = CALLS.get(network) ?? makeCalls(network);
  CALLS.set(network, calls);
  return calls.get(text) ?? [];
}
