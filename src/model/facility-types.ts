/** Kinds of road in the words of OpenStreetMap, which other tools read. */
import type { Facility } from './road.ts';

export const FACILITY_TYPES: Readonly<Record<Facility, string>> = {
  expressway: 'motorway',
  'urban-expressway': 'trunk',
  arterial: 'primary',
  local: 'residential',
  ramp: 'motorway_link',
};
