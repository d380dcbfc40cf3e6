/** What a scenario changes of the time to every road of an imported network, as a document. */
import type { City, Site } from '../../city/city.ts';
import type { ChangeClass, ChangeKind, RoadChange } from '../../city/road-changes.ts';
import type { ReachDirection } from '../../city/times.ts';
import { MM_PER_M, MS_PER_SECOND } from '../../units.ts';
import { toCityData, toCityRoad, toPoint, type CityData, type CityPoint } from './city.ts';

/** A road, or the part of it between two interchanges that a scenario makes. */
export interface CityRoadChange {
  readonly way: number;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly ref: string | null;
  readonly roadClass: string;
  readonly lengthM: number;
  /** Seconds to its middle; null = no way. */
  readonly beforeS: number | null;
  readonly afterS: number | null;
  /** Below zero what is won; null where there is no way without or no way with. */
  readonly changeS: number | null;
  readonly kind: ChangeKind;
}

export interface CityChangeDocument {
  readonly schema: 'beltway/city-change@1';
  readonly data: CityData;
  readonly vehicleClass: string;
  /** Of several, times are those of the last that is reached. */
  readonly places: readonly CityPoint[];
  readonly direction: ReachDirection;
  readonly cutoffS: number;
  readonly classes: readonly ChangeClass[];
  /** Roads whose middle is within the time, without the scenario or with it. */
  readonly roads: readonly CityRoadChange[];
}

const toSeconds = (ms: number): number | null => (ms === Infinity ? null : ms / MS_PER_SECOND);

function toRow(city: City, { link, kind, beforeMs, afterMs }: RoadChange): CityRoadChange {
  const { way, name, nameEn, ref, roadClass } = toCityRoad(city, link);
  const isBoth = beforeMs < Infinity && afterMs < Infinity;
  return {
    ...{ way, name, nameEn, ref, roadClass },
    lengthM: (city.network.links.lengthMm[link] as number) / MM_PER_M,
    ...{ beforeS: toSeconds(beforeMs), afterS: toSeconds(afterMs) },
    changeS: isBoth ? (afterMs - beforeMs) / MS_PER_SECOND : null,
    kind,
  };
}

/** The document of what a scenario changes within a time; `sites` are of the city under it. */
export function toCityChangeDocument(
  city: City,
  sites: readonly Site[],
  direction: ReachDirection,
  found: {
    readonly cutoffS: number;
    readonly classes: readonly ChangeClass[];
    readonly roads: readonly RoadChange[];
  },
): CityChangeDocument {
  const { cutoffS, classes, roads } = found;
  return {
    schema: 'beltway/city-change@1',
    data: toCityData(city),
    vehicleClass: city.vehicleClass,
    places: sites.map((site) => toPoint(city, site)),
    ...{ direction, cutoffS, classes },
    roads: roads.map((road) => toRow(city, road)),
  };
}
