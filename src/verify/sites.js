import { toLastDay } from '../scenario/dates.ts';
const POINT = /^(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,2}(?:\.\d{1,15})?)$/;
function toPoint(id) {
    const [, lon, lat] = POINT.exec(id) ?? [];
    return lon === undefined || lat === undefined ? undefined : [Number(lon), Number(lat)];
}
/** Finds the place of an id; undefined where the data know none. */
export function findSite(dataset, id) {
    const supplier = dataset.suppliers.find((one) => one.id === id);
    const home = supplier === undefined ? id : supplier.zone;
    const place = [...dataset.zones, ...dataset.plants].find((one) => one.id === home);
    const at = place?.at ?? toPoint(id);
    return at === undefined ? undefined : { id, at };
}
/** Vehicle plants of a group that produce on the last day of a date, rising by id. */
export function listProducing(dataset, group, date) {
    return dataset.plants
        .filter((plant) => plant.group === group && plant.kind === 'vehicle')
        .filter((plant) => toLastDay(plant.startOfProduction) <= toLastDay(date))
        .map(({ id }) => id)
        .toSorted((a, b) => (a < b ? -1 : 1));
}
