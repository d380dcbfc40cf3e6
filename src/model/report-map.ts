/**
 * What the maps of a report draw, in WGS84: roads and places of the two scenarios compared, nothing of their times. It
 * travels in the report's file so that the file can be drawn again without the data.
 */
import type { Facility } from './road.ts';
import type { LonLat } from './source.ts';

/** How a road is drawn: as part of the belt, as what a scenario builds or changes, or quietly. */
export type ReportRoadKind = 'belt' | 'built' | 'changed' | 'road';

/** Roads that are drawn alike. */
export interface ReportRoads {
  readonly kind: ReportRoadKind;
  readonly facility: Facility;
  /** Name to be written beside it; null where it is drawn without. */
  readonly name: string | null;
  /** Open in the scenario without, with. */
  readonly base: boolean;
  readonly build: boolean;
  readonly lines: readonly (readonly LonLat[])[];
}

export interface ReportPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'plant' | 'site' | 'seat';
  /** Assembler group of a plant. */
  readonly group: string | null;
  /** Where it stands in each scenario; null = it is not there. */
  readonly base: LonLat | null;
  readonly build: LonLat | null;
}

export interface ReportMap {
  /** What is seen of the region. */
  readonly frame: readonly [west: number, south: number, east: number, north: number];
  readonly water: readonly { readonly widthM: number; readonly line: readonly LonLat[] }[];
  readonly roads: readonly ReportRoads[];
  readonly places: readonly ReportPlace[];
}
