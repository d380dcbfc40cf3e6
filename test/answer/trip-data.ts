/** Data sets for trips: the shipped one, the made-up region, and a shipped part in which two places are cut off. */
import { loadDataset } from '../../src/load/index.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readFolder } from '../load/region.ts';

/** A folder's data set. Throws with its first problems where it does not load. */
export function load(folder: string): Dataset {
  const { dataset, problems } = loadDataset(readFolder(folder));
  if (dataset === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return dataset;
}

/** Ordinary roads of Huadu and of Panyu alone: no road joins the two. */
export function cutOff(dataset: Dataset): Dataset {
  const links = dataset.links.filter(({ highway }) => ['huadu-roads', 'panyu-roads'].includes(highway));
  const keep = <T extends { readonly id: string }>(places: readonly T[]): readonly T[] =>
    places.filter(({ id }) => ['Z_HD_AUTO', 'NISSAN_HD1', 'TOYOTA_NS'].includes(id));
  const zones = keep(dataset.zones);
  const placed = dataset.suppliers.filter(({ zone }) => zone === 'Z_HD_AUTO');
  return { ...dataset, links, zones, plants: keep(dataset.plants), suppliers: placed };
}

/** Whole milliseconds of seconds, for sums that floating point must not disturb. */
export function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}
