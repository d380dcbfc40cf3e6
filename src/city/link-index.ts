/** Links of a network by where they lie, for one vehicle: made once for each network. */
import Flatbush from 'flatbush';
import type { ImportedNetwork } from '../model/imported-network.ts';
import { isAccessible, isOpen, toLinkBox } from './line.ts';

export interface LinkIndex {
  /** Links that a place may join whose boxes meet a box. */
  readonly listAccessible: (box: Box) => readonly number[];
  /** All links that are open, likewise. */
  readonly listOpen: (box: Box) => readonly number[];
}

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

function createSearch(network: ImportedNetwork, links: readonly number[]): (box: Box) => readonly number[] {
  if (links.length === 0) return () => [];
  const index = new Flatbush(links.length);
  for (const link of links) index.add(...toLinkBox(network, link));
  index.finish();
  return (box) => index.search(...box).map((i) => links[i] as number);
}

const ALL = new WeakMap<ImportedNetwork, (box: Box) => readonly number[]>();

/** Links of a network whose boxes meet a box, open or not, of all vehicles. */
export function findAllIn(network: ImportedNetwork, box: Box): readonly number[] {
  const search = ALL.get(network) ?? createSearch(network, [...network.links.from.keys()]);
  ALL.set(network, search);
  return search(box);
}

const INDEXES = new WeakMap<ImportedNetwork, Map<number, LinkIndex>>();

/** The index of a network for a profile. */
export function findLinkIndex(network: ImportedNetwork, profile: number): LinkIndex {
  const known = INDEXES.get(network) ?? new Map<number, LinkIndex>();
  INDEXES.set(network, known);
  const found = known.get(profile);
  if (found !== undefined) return found;
  const all = [...network.links.from.keys()].filter((link) => isOpen(network, profile, link));
  const index = {
    listAccessible: createSearch(
      network,
      all.filter((link) => isAccessible(network, profile, link)),
    ),
    listOpen: createSearch(network, all),
  };
  known.set(profile, index);
  return index;
}
