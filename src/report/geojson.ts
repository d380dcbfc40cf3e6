/**
 * Answers as GeoJSON (RFC 7946): WGS84, longitude first, one feature a line. It holds what an answer says of
 * places and roads; the road data themselves are in `data/`.
 */
import type { Analysis, AnswerOrigin } from '../model/answer.ts';
import type { Dataset } from '../model/dataset.ts';
import type { CellOutline } from '../model/grid-views.ts';
import type { Link } from '../model/road.ts';
import type { LonLat } from '../model/source.ts';
import { applyScenario } from '../scenario/apply.ts';
import { uniteLinks } from '../scenario/draft.ts';
import { findScenario } from '../scenario/find.ts';
import { addWhatIfPlaces } from '../scenario/what-if.ts';
import type { ReachDocument } from './answers/reach.ts';
import type { RouteDocument } from './answers/route.ts';
import { toCompactJson } from './json.ts';
import type { NamedPlace } from './place.ts';
import { createView, type View } from './view.ts';

type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LonLat }
  | { readonly type: 'LineString'; readonly coordinates: readonly LonLat[] }
  | CellOutline;

export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * A feature collection as text, one feature a line; the head's entries stand beside `features`.
 *
 * @example
 * toGeoJsonText({ schema: 's' }, []); // → '{"type":"FeatureCollection","schema":"s","features":[\n]}\n'
 */
export function toGeoJsonText(head: Readonly<Record<string, unknown>>, features: readonly Feature[]): string {
  const opening = toCompactJson({ type: 'FeatureCollection', ...head }).slice(0, -1);
  const lines = features.map((feature) => `\n${toCompactJson(feature)}`);
  return `${opening},"features":[${lines.join(',')}\n]}\n`;
}

/** Ids of the features open in each scenario, by scenario id. */
export type OpenFeatures = ReadonlyMap<string, ReadonlySet<string>>;

/** The features open in each scenario of an analysis. */
export function listOpenFeatures(dataset: Dataset, { scenarios }: Analysis): OpenFeatures {
  return new Map(
    scenarios.map(({ id }) => {
      const { links } = applyScenario(dataset, findScenario(dataset, id));
      return [id, new Set(links.map(({ featureId }) => featureId))];
    }),
  );
}

interface Drawn {
  readonly links: readonly Link[];
  readonly sites: ReadonlyMap<string, LonLat>;
}

/** Roads and sites of the data and of the scenarios of an analysis; a site stands where the last of them has it. */
function listDrawn(dataset: Dataset, { scenarios }: Analysis): Drawn {
  const asked = scenarios.map(({ id }) => findScenario(dataset, id));
  const { zones, plants } = addWhatIfPlaces(dataset, asked);
  const states = asked.map((scenario) => applyScenario(dataset, scenario));
  const moved = states.flatMap(({ at }) => [...at]);
  const sites = [...zones, ...plants].map(({ id, at }): [string, LonLat] => [id, at]);
  return {
    links: uniteLinks([dataset, ...states.map((state) => state.dataset)]),
    sites: new Map([...sites, ...moved]),
  };
}

/** Origins and plants with their times and verdicts, and every road that is open without or with. */
export function toAnalysisGeoJson(dataset: Dataset, analysis: Analysis, open: OpenFeatures): string {
  const view = createView(analysis);
  const { links, sites } = listDrawn(dataset, analysis);
  const head = { schema: analysis.schema, data: analysis.data, base: view.base.id, build: view.build.id };
  const origins = analysis.origins.map((origin) => toOriginFeature(view, origin, findAt(sites, origin.site)));
  const roads = links.filter(({ id, featureId }) => id === featureId);
  return toGeoJsonText(head, [
    ...origins,
    ...roads.flatMap((link) => toRoadFeatures(dataset, view, open, link)),
  ]);
}

/** The drawn line of a route with its sums, and its two ends. */
export function toRouteGeoJson(route: RouteDocument, line: readonly LonLat[]): string {
  const { schema, data, scenario, from, to } = route;
  const { timeS, lengthM, tollCny, estimatedShare, viaBeltM } = route;
  const properties = {
    kind: 'route',
    scenario: scenario.id,
    timeS,
    lengthM,
    tollCny,
    estimatedShare,
    viaBeltM,
  };
  const drawn: Feature = {
    type: 'Feature',
    id: 'route',
    geometry: { type: 'LineString', coordinates: line },
    properties: { ...properties, links: route.links.map(({ id }) => id) },
  };
  const ends = [toPlaceFeature(from, { kind: 'from' }), toPlaceFeature(to, { kind: 'to' })];
  return toGeoJsonText({ schema, data }, [...(line.length < 2 ? [] : [drawn]), ...ends]);
}

/** Places with their times in both scenarios. */
export function toReachGeoJson(reach: ReachDocument, atOf: (id: string) => LonLat): string {
  const { schema, data, base, build, cutoffS, from, places } = reach;
  const head = { schema, data, base: base.id, build: build.id, cutoffS };
  const rows = places.map(({ id, name, nameZh, ...rest }) =>
    toPlaceFeature({ id, name, nameZh, at: atOf(id) }, rest),
  );
  return toGeoJsonText(head, [toPlaceFeature(from, { kind: 'from' }), ...rows]);
}

/** A place of an answer as a point. */
export function toPlaceFeature(
  { id, name, nameZh, at }: NamedPlace,
  properties: Readonly<Record<string, unknown>>,
): Feature {
  const geometry = { type: 'Point', coordinates: at } as const;
  return { type: 'Feature', id, geometry, properties: { name, nameZh, ...properties } };
}

/** Coordinate of a site: of the data, or of the point its id is. */
function findAt(sites: ReadonlyMap<string, LonLat>, site: string): LonLat {
  const known = sites.get(site);
  if (known !== undefined) return known;
  const [lon = NaN, lat = NaN] = site.split(',').map(Number);
  return [lon, lat];
}

function toOriginFeature(view: View, origin: AnswerOrigin, at: LonLat): Feature {
  const { id, name, nameZh, kind, district, site, group, tier } = origin;
  const times = view.groups.map((one) => {
    const [base, build] = [view.base, view.build].map((scenario) => view.findGroup(scenario.id, id, one));
    const attribution = view.findAttribution(id, one)?.strict ?? null;
    const sides = { baseS: base?.timeS ?? null, buildS: build?.timeS ?? null };
    return [one, { ...sides, base: base?.verdict ?? null, build: build?.verdict ?? null, attribution }];
  });
  const properties = { kind, district, site, group, tier, groups: Object.fromEntries(times) as unknown };
  return toPlaceFeature({ id, name, nameZh, at }, properties);
}

function toRoadFeatures(dataset: Dataset, view: View, open: OpenFeatures, link: Link): readonly Feature[] {
  const [inBase, inBuild] = [view.base, view.build].map(
    ({ id }) => open.get(id)?.has(link.featureId) === true,
  );
  if (inBase !== true && inBuild !== true) return [];
  const belt = dataset.header.belt.sections.includes(link.section);
  const { featureId, highway, section, facility, nameEn, nameZh, refNow, geometry } = link;
  const properties = {
    kind: 'road',
    nameEn,
    nameZh,
    refNow,
    highway,
    section,
    facility,
    belt,
    inBase,
    inBuild,
  };
  return [
    { type: 'Feature', id: featureId, geometry: { type: 'LineString', coordinates: geometry }, properties },
  ];
}
