/**
 * The shapes of the answers that are maps of cells: `beltway/isochrones@1` and `beltway/overlap@1`. Areas are
 * square kilometres on the WGS84 ellipsoid; polygons are unions of whole cells, by the right-hand rule.
 */
import type { LonLat } from './source.ts';
import type { TripPlace, TripScenario } from './trip.ts';

/** GeoJSON; every ring is closed, holes and islands are kept. */
export interface CellOutline {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

/** A part of the map. */
export interface CellArea {
  readonly areaKm2: number;
  readonly geometry: CellOutline;
}

/** Cells of one cutoff, inclusive. */
export interface CellBand extends CellArea {
  readonly cutoffS: number;
}

/** Where a place is reached from, or what it reaches, in one scenario. */
export interface Isochrones {
  readonly scenario: TripScenario;
  /** Cells of which every point is proved within the cutoff, shortest cutoff first; each holds the ones before. */
  readonly bands: readonly CellBand[];
  /** By cutoff: cells with access that are neither proved within it nor proved beyond it. */
  readonly boundary: readonly CellBand[];
  /** Cells of which no point has access: no road within the connector limit, or only over water. */
  readonly noAccess: CellArea;
}

export interface IsochroneDocument {
  readonly schema: 'beltway/isochrones@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  /** to: from where the place is reached; from: what it reaches. */
  readonly direction: 'to' | 'from';
  readonly place: TripPlace;
  readonly cutoffsS: readonly number[];
  readonly base: Isochrones;
  readonly build: Isochrones;
}

/** Cells by the number of assembler groups their points reach. */
export interface OverlapCount extends CellArea {
  readonly groups: number;
}

/** How many assembler groups are within the cutoff of each place, in one scenario. */
export interface Overlap {
  readonly scenario: TripScenario;
  /** From none to all: so many groups are proved within the cutoff and all others proved beyond it. */
  readonly counts: readonly OverlapCount[];
  /** Cells with access in which at least one group is neither. */
  readonly boundary: CellArea;
  /** Cells of which no point has access: no road within the connector limit, or only over water. */
  readonly noAccess: CellArea;
}

export interface OverlapDocument {
  readonly schema: 'beltway/overlap@1';
  readonly data: { readonly id: string; readonly title: string; readonly digest: string };
  readonly vehicleClass: string;
  readonly traffic: string;
  /** Inclusive. */
  readonly cutoffS: number;
  readonly groupChoice: Readonly<Record<string, string>>;
  /** Vehicle plants in production on this day count. */
  readonly plantDate: string;
  readonly base: Overlap;
  readonly build: Overlap;
}
