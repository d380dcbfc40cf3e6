/** Data for trips: a part of the shipped roads in which two places are cut off. */
import type { Dataset } from '../../src/model/dataset.ts';

export { loadFolder as load } from '../data-sets.ts';

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
