/**
 * Where a claim's trips begin and end. A district is its seat and every zone, each an origin of its own: the
 * claim does not say which it means, so all are judged and none is picked in silence.
 */
import { listGroupPlants } from '../condition/groups.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Plant, Zone } from '../model/place.ts';
import type { CoordinateGrade } from '../model/source.ts';
import { measureGeodesicM } from '../geodesic.ts';
import type { Place } from '../network/connectors.ts';
import { MS_PER_SECOND, SECONDS_PER_HOUR } from '../units.ts';

export interface ClaimPlace extends Place {
  readonly name: string;
  readonly grade: CoordinateGrade;
}

/** Metres within which the true place lies, by coordinate grade (see `CoordinateGrade`). */
const GRADE_M: Readonly<Record<CoordinateGrade, number>> = { A: 500, B: 1500, C: 3000 };

/** Origins of a claim: seat and zones of a district, or the one zone or plant named; none for null. */
export function listOrigins(dataset: Dataset, from: string | null): readonly ClaimPlace[] {
  const inDistrict = dataset.zones.filter((zone) => zone.district === from);
  const named = [...dataset.zones, ...dataset.plants].filter((place) => place.id === from);
  const isDistrict = dataset.header.districts.some((district) => district.id === from);
  return (isDistrict ? inDistrict : named).map(toClaimPlace).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Destinations of a claim: the plant named, or a group's plants on the plant date, of which the nearest counts. */
export function listDestinations(dataset: Dataset, to: string | null): readonly ClaimPlace[] {
  if (to === null) return [];
  const named = dataset.plants.filter((plant) => plant.id === to);
  const plants =
    named.length > 0 ? named : listGroupPlants(dataset.plants, to, dataset.header.defaults.plantDate);
  return plants.map(toClaimPlace);
}

/**
 * Least time in ms between two places if a straight road joined them: the geodesic, shortened by what both
 * coordinates may be off, at a speed in km/h.
 *
 * @example
 * const here = { id: 'a', name: 'a', at: [113.2, 23.4] as const, grade: 'A' as const };
 * const there = { id: 'b', name: 'b', at: [113.3, 23.4] as const, grade: 'C' as const };
 * Math.round(measureStraightMs(here, there, 120) / 1000); // → 202
 */
export function measureStraightMs(from: ClaimPlace, to: ClaimPlace, speedKmh: number): number {
  const lengthM = Math.max(0, measureGeodesicM(from.at, to.at) - GRADE_M[from.grade] - GRADE_M[to.grade]);
  return (lengthM / ((speedKmh * 1000) / SECONDS_PER_HOUR)) * MS_PER_SECOND;
}

function toClaimPlace({ id, at, name, grade }: Zone | Plant): ClaimPlace {
  return { id, at, name, grade };
}
