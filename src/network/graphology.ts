/**
 * The network as users of the library see it: a graphology graph with nodes and links under their own ids.
 * Searches run on flat arrays (`network.ts`), not on this.
 */
import { MultiDirectedGraph } from 'graphology';
import type { Dataset } from '../model/dataset.ts';
import type { Facility } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import type { RoadState } from '../scenario/apply.ts';
import { linkImpedanceMs } from './impedance.ts';
import type { Setting } from './setting.ts';

// A type, not an interface: graphology asks for an index signature.
export type NodeAttributes = { readonly at: LonLat; readonly nameEn: string };

export type LinkAttributes = {
  readonly timeMs: number;
  readonly lengthM: number;
  readonly facility: Facility;
  readonly section: string;
};

/**
 * The open links of a road state and their nodes; keys are the ids of the data. Weights that a shortest-path
 * package may use: `timeMs` (whole milliseconds for the setting) and `lengthM`.
 */
export function toGraphology(
  dataset: Dataset,
  state: RoadState,
  setting: Setting,
): MultiDirectedGraph<NodeAttributes, LinkAttributes> {
  const graph = new MultiDirectedGraph<NodeAttributes, LinkAttributes>();
  const used = new Set(state.links.flatMap(({ from, to }) => [from, to]));
  for (const { id, at, nameEn } of dataset.nodes) if (used.has(id)) graph.addNode(id, { at, nameEn });
  for (const link of state.links) {
    const timeMs = linkImpedanceMs(dataset, link, setting, state.day);
    const { id, from, to, lengthM, facility, section } = link;
    graph.addDirectedEdgeWithKey(id, from, to, { timeMs, lengthM, facility, section });
  }
  return graph;
}
