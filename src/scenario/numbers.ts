/**
 * Whole numbers for nodes and directed links, counted from 1 in the order of their ids: other formats name records by
 * number. What a scenario builds is counted after what is on record, so that a record keeps its number.
 */
import type { Dataset } from '../model/dataset.ts';

export interface Numbers {
  readonly nodes: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, number>;
}

interface Numbered {
  readonly id: string;
}

function count(before: readonly Numbered[], built: readonly Numbered[]): ReadonlyMap<string, number> {
  const sorted = (records: readonly Numbered[]): readonly string[] => records.map(({ id }) => id).toSorted();
  return new Map([...sorted(before), ...sorted(built)].map((id, i) => [id, i + 1]));
}

/** Numbers of the records of a data set, and of those that are in `whole` besides. */
export function numberRecords(
  dataset: Pick<Dataset, 'nodes' | 'links'>,
  whole: Pick<Dataset, 'nodes' | 'links'> = dataset,
): Numbers {
  const [nodes, links] = [dataset.nodes, dataset.links].map((list) => new Set(list.map(({ id }) => id)));
  return {
    nodes: count(
      dataset.nodes,
      whole.nodes.filter(({ id }) => nodes?.has(id) !== true),
    ),
    links: count(
      dataset.links,
      whole.links.filter(({ id }) => links?.has(id) !== true),
    ),
  };
}
