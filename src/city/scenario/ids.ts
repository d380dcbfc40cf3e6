/**
 * Names of nodes and links of an imported network in a scenario file. A node is called by its id on the map, a link by
 * the way it was cut from: `101`, or `101.1`, `101.2` … where several were, in the order of the network.
 */
import type { ImportedNetwork } from '../../model/imported-network.ts';

export interface NetworkIds {
  /** Nodes of an id: one on every map that is sound. */
  readonly nodes: ReadonlyMap<string, readonly number[]>;
  /** The link of its own id, and all links of a way by that of the way. */
  readonly links: ReadonlyMap<string, readonly number[]>;
  readonly linkIds: readonly string[];
}

const IDS = new WeakMap<ImportedNetwork, NetworkIds>();

function group(ids: Float64Array): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [i, id] of ids.entries()) {
    const known = groups.get(String(id));
    if (known === undefined) groups.set(String(id), [i]);
    else known.push(i);
  }
  return groups;
}

function makeIds({ nodes, links }: ImportedNetwork): NetworkIds {
  const ways = group(links.id);
  const byLink = new Map<string, readonly number[]>(ways);
  const linkIds: string[] = Array.from(links.id, String);
  for (const [way, cut] of ways) {
    if (cut.length === 1) continue;
    for (const [k, link] of cut.entries()) {
      linkIds[link] = `${way}.${k + 1}`;
      byLink.set(`${way}.${k + 1}`, [link]);
    }
  }
  return { nodes: group(nodes.id), links: byLink, linkIds };
}

/** The ids of a network, made once. */
export function findIds(network: ImportedNetwork): NetworkIds {
  const known = IDS.get(network);
  if (known !== undefined) return known;
  const ids = makeIds(network);
  IDS.set(network, ids);
  return ids;
}
