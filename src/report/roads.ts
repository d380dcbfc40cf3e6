/** The roads of one scenario as lines to draw, and as one row a directed link. */
import type { Link } from '../model/road.ts';
import type { RoadState } from '../scenario/apply.ts';
import { toCsv } from './csv.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';

const NAMES = [
  ...['highway', 'section', 'facility', 'nameEn', 'nameZh', 'refNow', 'lengthM', 'lengthBasis', 'postedKmh'],
  ...['designKmh', 'lanesPerDirection', 'signals', 'plaza', 'tariff', 'opened', 'closed', 'accessible'],
] as const;

function toFeature({ dataset }: RoadState, link: Link): Feature {
  const { featureId, geometry, directed, section } = link;
  const own = Object.fromEntries(NAMES.map((name) => [name, link[name]]));
  const belt = dataset.header.belt.sections.includes(section);
  const { speedFactor = 1, whatIf = false } = link;
  return {
    type: 'Feature',
    id: featureId,
    geometry: { type: 'LineString', coordinates: geometry },
    properties: { ...own, oneWay: directed, belt, speedFactor, built: whatIf },
  };
}

/** Open roads as drawn, each once; a road of which only the way back is left open is drawn that way. */
export function toRoadsGeoJson(state: RoadState): string {
  const { dataset, scenario, day, links } = state;
  const forwards = new Set(links.filter(({ id, featureId }) => id === featureId).map(({ id }) => id));
  const drawn = links.filter(({ id, featureId }) => id === featureId || !forwards.has(featureId));
  const head = { schema: 'beltway/roads@1', data: dataset.header.id, scenario: scenario.id, day };
  return toGeoJsonText(
    head,
    drawn.map((link) => toFeature(state, link)),
  );
}

/** Open directed links. */
export function toRoadsCsv({ links }: RoadState): string {
  const rows = links.map((link) => [
    ...[link.id, link.from, link.to],
    ...NAMES.map((name) => link[name]),
    link.speedFactor ?? 1,
  ]);
  return toCsv(['link', 'from', 'to', ...NAMES, 'speedFactor'], rows);
}
