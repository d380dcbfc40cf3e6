/**
 * What a scenario has made of the data set so far: a value that each modification turns into another. The data set
 * itself stays untouched beneath it.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Highway, Link, RoadNode, Section } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';

/** A point on a feature at which a built road meets it. */
export interface Junction {
  readonly featureId: string;
  /** Part of the feature's drawn length before it, 0 … 1. */
  readonly share: number;
  /** Node of the built road. */
  readonly node: string;
}

/** Records of roads that the data set has not. */
interface Built {
  readonly highways: readonly Highway[];
  readonly sections: readonly Section[];
  readonly nodes: readonly RoadNode[];
  /** As they were built, whatever became of them later: what the data set would have held. */
  readonly links: readonly Link[];
}

export interface Draft {
  readonly dataset: Dataset;
  /** Links of every date. */
  readonly links: readonly Link[];
  readonly built: Built;
  readonly junctions: readonly Junction[];
  /** Where places stand that are not where the data set has them, and those it has not; by id. */
  readonly at: ReadonlyMap<string, LonLat>;
  /** Ids of the plants added. */
  readonly added: ReadonlySet<string>;
}

/** Nothing changed yet. */
export function startDraft(dataset: Dataset): Draft {
  const built = { highways: [], sections: [], nodes: [], links: [] };
  return { dataset, links: dataset.links, built, junctions: [], at: new Map(), added: new Set() };
}

/** The links of a data set before and besides those that a scenario built. */
interface Parts {
  readonly before: readonly Link[];
  readonly built: readonly Link[];
}

const PARTS = new WeakMap<readonly Link[], Parts>();

/** What the links of a data set with built roads are made of; undefined where nothing was built. */
export function findParts(links: readonly Link[]): Parts | undefined {
  return PARTS.get(links);
}

/** The records of roads. */
export type RoadRecords = Pick<Dataset, 'highways' | 'sections' | 'nodes' | 'links'>;

/** The roads of the data set with what was built: the very same lists where nothing was. */
export function toBuiltRecords({ dataset, built }: Draft): RoadRecords {
  const { highways, sections, nodes } = dataset;
  if (built.links.length === 0) return { highways, sections, nodes, links: dataset.links };
  const links = [...dataset.links, ...built.links].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  PARTS.set(links, { before: dataset.links, built: built.links });
  return {
    highways: [...highways, ...built.highways],
    sections: [...sections, ...built.sections],
    nodes: [...nodes, ...built.nodes],
    links,
  };
}

/** A data set with these roads: the same value where it has them. */
export function withRoads(dataset: Dataset, records: RoadRecords): Dataset {
  return records.links === dataset.links ? dataset : { ...dataset, ...records };
}

/** Links on record and those that any of some states builds, each id once: of two that differ the later one. */
export function uniteLinks(datasets: readonly Pick<Dataset, 'links'>[]): readonly Link[] {
  const links = new Map(datasets.flatMap((one) => one.links).map((link) => [link.id, link]));
  return [...links.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
