/** Kinds of road that are drawn, and how a sign follows the kind. */
import { FACILITIES, type BuildModification, type Facility } from '../../src/index.ts';

/** Facilities that a road is drawn as; ramps come with it. */
export const DRAWN_FACILITIES: readonly Facility[] = FACILITIES.filter((one) => one !== 'ramp');

/** Km/h of a sign that a scenario file takes. */
export const SIGN_KMH = { low: 5, high: 120 } as const;

/** The sign of a kind of road where nothing is said, in km/h. */
export type UsualKmh = (facility: Facility) => number;

/** A road without a line yet. */
export function startRoad(
  id: string,
  title: string,
  facility: Facility,
  usualKmh: UsualKmh,
): BuildModification {
  return { kind: 'build', id, title, line: [], facility, postedKmh: usualKmh(facility), interchanges: [] };
}

/** Another kind of road: its sign follows where it was the usual one, and who may join it is the kind's own. */
export function toFacility(
  row: BuildModification,
  facility: Facility,
  usualKmh: UsualKmh,
): BuildModification {
  const { accessible: _, ...rest } = row;
  const isUsual = row.postedKmh === usualKmh(row.facility);
  return { ...rest, facility, postedKmh: isUsual ? usualKmh(facility) : row.postedKmh };
}
