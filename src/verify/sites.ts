/** What an id stands for: of a place, a zone, a plant, the zone of a supplier or `lon,lat`; of a group, its plants. */
import type { Dataset } from '../model/dataset.ts';
import type { LonLat } from '../model/source.ts';
import { toLastDay } from '../scenario/dates.ts';
import type { Site } from './connectors.ts';

const POINT = /^(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,2}(?:\.\d{1,15})?)$/;

function toPoint(id: string): LonLat | undefined {
  const [, lon, lat] = POINT.exec(id) ?? [];
  return lon === undefined || lat === undefined ? undefined : [Number(lon), Number(lat)];
}

/** Finds the place of an id; undefined where the data know none. */
export function findSite(dataset: Dataset, id: string): Site | undefined {
  const supplier = dataset.suppliers.find((one) => one.id === id);
  const home = supplier === undefined ? id : supplier.zone;
  const place = [...dataset.zones, ...dataset.plants].find((one) => one.id === home);
  const at = place?.at ?? toPoint(id);
  return at === undefined ? undefined : { id, at };
}

/** Vehicle plants of a group that produce on the last day of a date, rising by id. */
export function listProducing(dataset: Dataset, group: string, date: string): readonly string[] {
  return dataset.plants
    .filter((plant) => plant.group === group && plant.kind === 'vehicle')
    .filter((plant) => toLastDay(plant.startOfProduction) <= toLastDay(date))
    .map(({ id }) => id)
    .toSorted((a, b) => (a < b ? -1 : 1));
}
