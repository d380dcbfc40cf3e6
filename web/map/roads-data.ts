/**
 * Roads as features for the map: one a drawn feature, with its state in a scenario. It decides nothing about
 * openness itself: a road is open when the library's own scenario has its link.
 */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import {
  applyScenario,
  findScenario,
  isOpenOn,
  type Dataset,
  type Link,
  type RoadState,
  type Scenario,
} from '../../src/index.ts';

/** open; later: its date is still to come; closed: removed by the scenario although its date has come. */
type RoadStatus = 'open' | 'later' | 'closed';

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
  /** What a scenario of the user makes of it: a road that it builds, closes or gives other values. */
  readonly own: 'built' | 'closed' | 'changed' | 'none';
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

/** The data set with the roads that a scenario builds. */
export function findBuilt(dataset: Dataset, asked: string | Scenario): Dataset {
  const scenario = typeof asked === 'string' ? findScenario(dataset, asked) : asked;
  return applyScenario(dataset, scenario).dataset;
}

/** Where a scenario has its places. */
export function findStanding(dataset: Dataset, asked: string | Scenario): Pick<RoadState, 'at' | 'absent'> {
  const scenario = typeof asked === 'string' ? findScenario(dataset, asked) : asked;
  return applyScenario(dataset, scenario);
}

/** Links of a state by id that are other values than those of the data set. */
function listChanged(dataset: Dataset, links: readonly Link[]): ReadonlySet<string> {
  const known = new Set(dataset.links);
  return new Set(links.filter((link) => !known.has(link)).map(({ featureId }) => featureId));
}

/**
 * Roads of a scenario: those open, and the belt's sections that are not; of a scenario of the user's also all that it
 * closes. Throws for an unknown scenario.
 */
export function toRoads(dataset: Dataset, asked: string | Scenario): RoadCollection {
  const scenario = typeof asked === 'string' ? findScenario(dataset, asked) : asked;
  const isOwn = scenario.modifications.length > 0 && !dataset.scenarios.includes(scenario);
  const state = applyScenario(dataset, scenario);
  const open = new Set(state.links.map(({ featureId }) => featureId));
  const changed = isOwn ? listChanged(dataset, state.links) : new Set<string>();
  const features = listDrawnLinks(state.dataset).flatMap((link) => {
    const belt = toBelt(dataset, link);
    const status = open.has(link.featureId) ? 'open' : toAbsence(link, state.day);
    const isClosed = isOwn && status === 'closed' && belt !== 'belt';
    const isBuilt = link.whatIf === true;
    if (status !== 'open' && belt !== 'belt' && !isClosed && !isBuilt) return [];
    const touched = changed.has(link.featureId) ? 'changed' : 'none';
    const own = isBuilt ? 'built' : isClosed ? 'closed' : touched;
    return [toFeature(link, { status, belt, own }, state.day)];
  });
  return { type: 'FeatureCollection', features };
}

/** Why a link is not there: removed although its dates say it exists, or its time has not come. */
function toAbsence({ opened, closed }: Link, day: string): RoadStatus {
  return isOpenOn(opened, closed, day) ? 'closed' : 'later';
}

function toFeature(
  link: Link,
  said: Pick<RoadProperties, 'status' | 'belt' | 'own'>,
  day: string,
): RoadFeature {
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
      ...said,
    },
  };
}
