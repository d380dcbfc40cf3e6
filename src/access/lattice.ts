/**
 * The cells of a map: a regular grid in longitude and latitude over the region of a data set, rows from the
 * south. Edges stand on whole millionths of a degree, the precision outlines are written with, so that what
 * is proved of a cell is true of the polygon that shows it. It knows nothing of roads.
 */
import type { Dataset } from '../model/dataset.ts';
import { createPlane } from '../network/local-plane.ts';
import { M_PER_KM, WGS84_A_M, WGS84_F } from '../units.ts';

export interface Lattice {
  readonly columns: number;
  readonly rows: number;
  /** Edges of the columns, one more than there are, from the west. */
  readonly lons: Float64Array;
  /** Edges of the rows, one more than there are, from the south. */
  readonly lats: Float64Array;
  /** Area of a cell by row, on the ellipsoid. */
  readonly areaKm2: Float64Array;
}

const MILLIONTHS = 1e6;
const RADIANS_PER_DEGREE = Math.PI / 180;

function listEdges(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, i) => {
    return Math.round((low + ((high - low) * i) / count) * MILLIONTHS) / MILLIONTHS;
  });
}

/** Square metres of the ellipsoid between the equator and a latitude, for one radian of longitude. */
function toZoneM2(latitude: number): number {
  const e = Math.sqrt(WGS84_F * (2 - WGS84_F));
  const sine = Math.sin(latitude * RADIANS_PER_DEGREE);
  const polarM = WGS84_A_M * (1 - WGS84_F);
  return ((polarM * polarM) / 2) * (sine / (1 - (e * sine) ** 2) + Math.atanh(e * sine) / e);
}

function listAreas(lons: Float64Array, lats: Float64Array): Float64Array {
  const columns = lons.length - 1;
  const width = (((lons[columns] as number) - (lons[0] as number)) / columns) * RADIANS_PER_DEGREE;
  const toKm2 = width / (M_PER_KM * M_PER_KM);
  return Float64Array.from({ length: lats.length - 1 }, (_, row) => {
    return toKm2 * (toZoneM2(lats[row + 1] as number) - toZoneM2(lats[row] as number));
  });
}

/**
 * Cells of about `cellM` metres over a region. Columns differ in width by a millionth of a degree (0.1 m) at
 * most; areas are exact on WGS84 for the mean width.
 *
 * @example
 * const { columns, rows, areaKm2 } = createLattice([113, 23, 113.1, 23.2], 1000);
 * [columns, rows]; // → [10, 22]
 * areaKm2.length; // → 22
 */
export function createLattice(region: Dataset['header']['region'], cellM: number): Lattice {
  const [west, south, east, north] = region;
  const { kx, ky } = createPlane([west, (south + north) / 2]);
  const columns = Math.max(1, Math.round(((east - west) * kx) / cellM));
  const rows = Math.max(1, Math.round(((north - south) * ky) / cellM));
  const [lons, lats] = [listEdges(west, east, columns), listEdges(south, north, rows)];
  return { columns, rows, lons, lats, areaKm2: listAreas(lons, lats) };
}
