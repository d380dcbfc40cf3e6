/** Keeps the sources of one drawn map in step with the data set, the answer and what is looked at. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { addWhatIfPlaces, type DrawVerdict } from '../../src/index.ts';
import { dataset, scene } from '../state/answers.ts';
import { choice } from '../state/choice.ts';
import { confidence, confidenceOf, listVerdicts } from '../state/doubts.ts';
import { drawnPlace, look, shownSide, swiped } from '../state/look.ts';
import { groupName } from '../words/names.ts';
import { toAreas } from './areas-data.ts';
import { listChanges, type SiteChange } from './changes.ts';
import type { Drawing } from './drawing.ts';
import { drawnAnswer, drawnRoles, findDrawnScenario } from './drawn-answer.ts';
import { toFastest } from './fastest-data.ts';
import { zoomStep } from './map-state.ts';
import { toRivers } from './rivers-data.ts';
import { toRoadNames } from './road-names-data.ts';
import { findBuilt, findStanding, toRoads } from './roads-data.ts';
import { toRoutes } from './routes-data.ts';
import { countGroups, listSites, placeMarks, SPREAD_ZOOMS, toSites, type Site } from './sites-data.ts';
import { steady } from './steady.ts';
import { toValueRoads } from './value-data.ts';

export type Role = 'base' | 'build';
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** From this whole zoom on marks stand where they are. */
const MOST_STEP = 13;
const POINT = /^(-?[\d.]+),(-?[\d.]+)$/;

const view = computed(() => look.value.view);
/** Place whose bands are asked for; null = the overlap. */
export const reachPlace = computed(() => (look.value.reach === 'overlap' ? null : look.value.place));
const cutoffS = computed(() => choice.value.cutoffS);
const changeOf = computed(() => look.value.changeOf);

/** Sites of the data set and of the scenarios, where one side has them. */
function sitesOf(role: Role): ReadonlySignal<readonly Site[]> {
  return steady<readonly Site[]>(() => {
    const [data, scenario] = [dataset.value, findDrawnScenario(role)];
    if (data === null || scenario === null) return [];
    const own = (['base', 'build'] as const).map(findDrawnScenario).filter((one) => typeof one === 'object');
    const whole = addWhatIfPlaces(
      data,
      own.filter((one) => one !== null),
    );
    return listSites(whole, drawnAnswer.value, findStanding(whole, scenario));
  });
}
const SIDES = { base: sitesOf('base'), build: sitesOf('build') } as const;

/** Sites of the side that is shown. */
export const sites = computed(() => SIDES[swiped.value ? 'build' : shownSide.value].value);
const freePoint = computed<readonly Site[]>(() => {
  const [, lon, lat] = POINT.exec(drawnPlace.value ?? '') ?? [];
  if (lon === undefined || lat === undefined) return [];
  const name = drawnPlace.value ?? '';
  const at = [Number(lon), Number(lat)] as const;
  return [{ id: name, kind: 'point', name: '', nameZh: null, at, maker: '', counts: true, suppliers: [] }];
});
const MARKED = {
  base: computed(() => addPoint(SIDES.base.value)),
  build: computed(() => addPoint(SIDES.build.value)),
} as const;
function addPoint(own: readonly Site[]): readonly Site[] {
  return freePoint.value.length === 0 ? own : [...own, ...freePoint.value];
}

const changes = computed<readonly SiteChange[]>(() => {
  const [said, ids] = [drawnAnswer.value, drawnRoles.value];
  if (said === null || ids === null || view.value !== 'difference') return [];
  return listChanges(said, ids, changeOf.value);
});

function listRanks(role: Role): readonly (readonly [string, number])[] {
  const drawn = scene.value.value;
  if (drawn?.view !== 'locate') return [];
  return drawn.locations.locations.map(({ id, [role]: side }) => [id, side.rank]);
}

/** Of the draws made so far, where their view is open. */
function listDoubts(role: Role): readonly (readonly [string, DrawVerdict])[] {
  if (view.value !== 'confidence') return [];
  const document = confidence.value.value;
  const side = document?.scenarios.find((one) => one.role === role) ?? document?.scenarios.at(-1);
  return [...listVerdicts(document, side?.id ?? '', confidenceOf.value)];
}

/** What the marks of one side say; the same as before where a new answer says nothing new of them. */
function sayOf(role: ReadonlySignal<Role>) {
  return steady(() => ({
    groups: [...countGroups(drawnAnswer.value?.groups ?? [], drawnRoles.value?.[role.value] ?? '')],
    changes: changes.value,
    ranks: listRanks(role.value),
    doubts: listDoubts(role.value),
    chosen: drawnPlace.value,
  }));
}

function toSitesOf(role: Role, says: ReturnType<typeof sayOf>): FeatureCollection {
  const { groups, changes: changed, ranks, doubts, chosen } = says.value;
  return toSites(MARKED[role].value, view.value, {
    groups: new Map(groups),
    changes: new Map(changed.map((change) => [change.origin, change])),
    ranks: new Map(ranks),
    doubts: new Map(doubts),
    chosen,
  });
}

/** Trips of the selected place: both sides, or one half of a swipe. */
function toRoutesOf(role: Role): FeatureCollection {
  const [drawn, data] = [scene.value.value, dataset.value];
  if (drawn?.view !== 'times' || data === null) return NOTHING;
  // Trips of a place that is no longer the selected one are not shown as its own.
  if (drawn.trips === null || drawn.place !== drawnPlace.value) return NOTHING;
  const sides = swiped.value ? ([role] as const) : (['base', 'build'] as const);
  const zoom = zoomStep.value;
  const step = Math.max(SPREAD_ZOOMS[0], Math.min(MOST_STEP, Math.floor(zoom)));
  const marks = placeMarks(MARKED[role].value, step, 'times');
  return toRoutes(drawn.trips, sides, { marks, zoom }, (id) => groupName(data, id));
}

function toAreasOf(role: Role): FeatureCollection {
  const [drawn, data] = [scene.value.value, dataset.value];
  if (drawn?.view !== 'reach' || data === null || drawn.place !== reachPlace.value) return NOTHING;
  return toAreas(drawn[role], cutoffS.value, data.header.region);
}

function toFastestOf(role: Role): FeatureCollection {
  const [drawn, data, scenario] = [scene.value.value, dataset.value, findDrawnScenario(role)];
  if (drawn?.view !== 'fastest' || data === null || scenario === null) return NOTHING;
  return toFastest(findBuilt(data, scenario), drawn.routes, role);
}

function toValueOf(): FeatureCollection {
  const [drawn, data, scenario] = [scene.value.value, dataset.value, findDrawnScenario('build')];
  if (drawn?.view !== 'value' || data === null || scenario === null) return NOTHING;
  return toValueRoads(findBuilt(data, scenario), drawn.worth);
}

/** Runs the effects of one map until stopped. */
export function keepFilled({ fill }: Drawing, role: ReadonlySignal<Role>): () => void {
  const scenario = computed(() => findDrawnScenario(role.value));
  const roads = computed(() =>
    dataset.value === null || scenario.value === null ? null : toRoads(dataset.value, scenario.value),
  );
  const says = sayOf(role);
  const stops = [
    effect(() => {
      if (dataset.value !== null) fill('rivers', toRivers(dataset.value));
    }),
    effect(() => {
      if (roads.value === null) return;
      fill('roads', roads.value);
      fill('road-names', toRoadNames(roads.value));
    }),
    effect(() => fill('sites', toSitesOf(role.value, says))),
    effect(() => fill('areas', toAreasOf(role.value))),
    effect(() => fill('routes', toRoutesOf(role.value))),
    effect(() => fill('fastest', toFastestOf(role.value))),
    effect(() => fill('value', toValueOf())),
  ];
  return () => stops.forEach((stop) => stop());
}
