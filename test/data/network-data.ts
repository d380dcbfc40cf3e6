/**
 * The shipped data set, loaded once for the network tests, and the few measures they share. It checks nothing
 * and knows no expected value.
 */
import type { Link, RoadNode } from '../../src/model/road.ts';
import type { Place } from '../../src/network/connectors.ts';
import { measureGeodesicM } from '../../src/geodesic.ts';
import { findNotes, readTable } from './records-files.ts';
import { SHIPPED as dataset } from '../data-sets.ts';

export const BELT = ['N2R', 'W2R_N', 'W2R_S', 'E2R', 'S2R'] as const;
/** Closes the loop; belongs to another road. */
export const CLOSING = 'HL_DC';
export const FIRST_RING = ['R1_N', 'R1_HD', 'R1_DL', 'R1_LS'] as const;
/** Dated states and the counterfactual, as shipped. */
export const STATES = [
  '2001-01',
  '2006-07',
  '2007-02',
  '2007-12',
  '2008-12',
  '2010-12',
  '2025-12',
  '2010-without-belt',
] as const;

export { dataset };

/** One link a feature, as drawn. */
export const features: readonly Link[] = dataset.links.filter(({ id, featureId }) => id === featureId);
export const roads: readonly Link[] = features.filter(({ facility }) => facility !== 'ramp');

const byId = new Map(dataset.nodes.map((node) => [node.id, node]));

export function getNode(id: string): RoadNode {
  const node = byId.get(id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** Straight line between the two ends of a link, in metres. */
export function measureCrowM({ from, to }: Link): number {
  return measureGeodesicM(getNode(from).at, getNode(to).at);
}

/** Kilometres of the roads, ramps apart, of some sections that exist at the end of 2025. */
export function sumKm(...sections: readonly string[]): number {
  const open = roads.filter(({ section, closed }) => closed === null && sections.includes(section));
  return open.reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
}

/** Seats, zones, plants, and the city points of the other model where they are at hand. */
export function listSites(): readonly Place[] {
  return [...dataset.zones, ...dataset.plants].map(({ id, at }) => ({ id, at }));
}

/** End points of the other model's routes; null where the notes are not at hand. */
export function findCityPoints(): readonly Place[] | null {
  const path = findNotes('osrm_city_points.csv');
  if (path === null) return null;
  return readTable(path).map((row) => ({
    id: row.get('name_zh') ?? '',
    at: [Number(row.get('lon')), Number(row.get('lat'))],
  }));
}
