/** From an id or `lon,lat` to a place: the one reading of a place that every command shares. */
import type { AnswerDestination, AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Plant, Supplier, Zone } from '../model/place.ts';
import type { LonLat } from '../model/source.ts';
import type { Place } from '../network/connectors.ts';
import { DataError } from '../problems.ts';

const POINT = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/;

/** An origin of the answer and the place its trips begin at. */
export interface KnownPlace {
  readonly origin: AnswerOrigin;
  readonly place: Place;
}

function toZonePlace(zone: Zone): KnownPlace {
  const { id, name, nameZh, district, kind, at } = zone;
  return {
    origin: { id, name, nameZh, district, kind, site: id, group: null, tier: null },
    place: { id, at },
  };
}

function toPlantPlace(plant: Plant): KnownPlace {
  const { id, name, nameZh, district, group, at } = plant;
  const origin = { id, name, nameZh, district, kind: 'plant', site: id, group, tier: null } as const;
  return { origin, place: { id, at } };
}

function toSupplierPlace(supplier: Supplier, zone: Zone): KnownPlace {
  const { id, name, nameZh, district, keiretsu, tier } = supplier;
  const origin = {
    id,
    name,
    nameZh,
    district,
    kind: 'supplier',
    site: zone.id,
    group: keiretsu,
    tier,
  } as const;
  return { origin, place: { id: zone.id, at: zone.at } };
}

function toPoint(text: string, at: LonLat): KnownPlace {
  const origin = { id: text, name: text, nameZh: null, district: null, kind: 'point', site: text } as const;
  return { origin: { ...origin, group: null, tier: null }, place: { id: text, at } };
}

function isInside([lon, lat]: LonLat, [west, south, east, north]: Dataset['header']['region']): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** `lon,lat` as a place named by its own canonical text, so that the same point is the same place. */
function readPoint(dataset: Dataset, text: string): KnownPlace | null {
  const match = POINT.exec(text);
  if (match === null) return null;
  const at: LonLat = [Number(match[1]), Number(match[2])];
  const { region } = dataset.header;
  if (isInside(at, region)) return toPoint(`${at[0]},${at[1]}`, at);
  const swapped = isInside([at[1], at[0]], region) ? ' (longitude comes first)' : '';
  const expected = `lon,lat within ${region.join(', ')} in WGS84${swapped}`;
  throw new DataError([
    { file: 'request', path: 'place', expected, found: JSON.stringify(text), code: 'off-region' },
  ]);
}

/**
 * The place an id or `lon,lat` stands for. Throws DataError for an unknown id, a supplier whose site is not
 * known, and a point outside the region.
 */
export function findPlace(dataset: Dataset, text: string): KnownPlace {
  const point = readPoint(dataset, text);
  if (point !== null) return point;
  const zone = dataset.zones.find(({ id }) => id === text);
  if (zone !== undefined) return toZonePlace(zone);
  const plant = dataset.plants.find(({ id }) => id === text);
  if (plant !== undefined) return toPlantPlace(plant);
  const supplier = dataset.suppliers.find(({ id }) => id === text);
  const site = dataset.zones.find(({ id }) => id === supplier?.zone);
  if (supplier !== undefined && site !== undefined) return toSupplierPlace(supplier, site);
  throw toUnknownPlace(dataset, text, supplier);
}

function toUnknownPlace(dataset: Dataset, text: string, supplier: Supplier | undefined): DataError {
  const ids = [...dataset.plants, ...dataset.zones].map(({ id }) => id);
  const expected =
    supplier === undefined
      ? `lon,lat or the id of a place: ${ids.join(', ')}, or of a supplier`
      : 'a supplier whose site is known';
  return new DataError([
    { file: 'request', path: 'place', expected, found: JSON.stringify(text), code: 'unknown-id' },
  ]);
}

/** A place as a destination of the answer: a plant keeps its group, whatever else it is has none. */
export function toDestination({ origin }: KnownPlace): AnswerDestination {
  const group = origin.kind === 'plant' ? origin.group : null;
  return { id: origin.site, group, name: origin.name, nameZh: origin.nameZh };
}
