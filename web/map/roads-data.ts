/**
 * Roads as features for the map: one a drawn feature, with its state in a scenario. It decides nothing about
 * openness itself: a road is open when the library's own scenario has its link.
 */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import { applyScenario, findScenario, isOpenOn, type Dataset, type Link } from '../../src/index.ts';

/** open; later: its date is still to come; closed: removed by the scenario although its date has come. */
export type RoadStatus = 'open' | 'later' | 'closed';

export interface RoadProperties {
  readonly feature: string;
  readonly highway: string;
  readonly section: string;
  readonly facility: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly ref: string;
  readonly status: RoadStatus;
  /** belt: one of its sections; closing: the road that closes the loop; none: any other. */
  readonly belt: 'belt' | 'closing' | 'none';
}
export type RoadFeature = Feature<LineString, RoadProperties>;
export type RoadCollection = FeatureCollection<LineString, RoadProperties>;

const FORWARD = new WeakMap<Dataset, readonly Link[]>();

/** Each drawn feature once, in its drawn direction. */
export function listDrawnLinks(dataset: Dataset): readonly Link[] {
  const known = FORWARD.get(dataset);
  if (known !== undefined) return known;
  const links = dataset.links.filter(({ id }) => !id.endsWith('~r'));
  FORWARD.set(dataset, links);
  return links;
}

function toBelt({ header }: Dataset, { section }: Link): RoadProperties['belt'] {
  if (header.belt.sections.includes(section)) return 'belt';
  return header.belt.closing.includes(section) ? 'closing' : 'none';
}

/** Road number of the day: the old one until the renumbering of 2010, as the data give it. */
function toRef({ refNow, refOld }: Link, day: string): string {
  const ref = day < '2011' ? (refOld ?? refNow) : refNow;
  return ref ?? '';
}

/** Roads of a scenario: those open, and the belt's sections that are not. Throws for an unknown scenario. */
export function toRoads(dataset: Dataset, scenario: string): RoadCollection {
  const state = applyScenario(dataset, findScenario(dataset, scenario));
  const open = new Set(state.links.map(({ featureId }) => featureId));
  const features = listDrawnLinks(dataset).flatMap((link) => {
    const belt = toBelt(dataset, link);
    const status = open.has(link.featureId) ? 'open' : toAbsence(link, state.day);
    if (status !== 'open' && belt !== 'belt') return [];
    return [toFeature(link, status, belt, state.day)];
  });
  return { type: 'FeatureCollection', features };
}

/** Why a link is not there: removed although its dates say it exists, or its time has not come. */
function toAbsence({ opened, closed }: Link, day: string): RoadStatus {
  return isOpenOn(opened, closed, day) ? 'closed' : 'later';
}

function toFeature(link: Link, status: RoadStatus, belt: RoadProperties['belt'], day: string): RoadFeature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: link.geometry.map(([lon, lat]) => [lon, lat]) },
    properties: {
      feature: link.featureId,
      highway: link.highway,
      section: link.section,
      facility: link.facility,
      nameEn: link.nameEn,
      nameZh: link.nameZh ?? link.nameEn,
      ref: toRef(link, day),
      status,
      belt,
    },
  };
}
