/** On how many fastest routes each road lies: a table to read, CSV of every feature, and lines for a map. */
import type { Dataset } from '../model/dataset.ts';
import type { FastestRoad, FastestRoutes, FastestSide, FeaturePairs } from '../model/fastest-routes.ts';
import { applyScenario } from '../scenario/apply.ts';
import { uniteLinks } from '../scenario/draft.ts';
import { findScenario } from '../scenario/find.ts';
import { paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toCsv } from './csv.ts';
import { DASH, toTitleText, toTrafficText } from './format.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';

/** Features in a table to read; CSV has them all. */
const SHOWN = 30;

const COLUMNS: readonly Column[] = [
  { title: 'road', align: 'left', least: 20 },
  { title: 'stretch', align: 'left', least: 16 },
  { title: 'without', align: 'right' },
  { title: 'with', align: 'right' },
  { title: 'change', align: 'right' },
];

/** What is counted, in one sentence that stands wherever the counts do. */
export function toFastestCaption({ valueOfTimeCnyPerH }: FastestRoutes): string {
  const toll =
    valueOfTimeCnyPerH === null ? 'toll ignored' : `toll counted as time at ${valueOfTimeCnyPerH} CNY/h`;
  return `One route a pair, ${toll}: not traffic.`;
}

/** The roads that most pairs use, ramps left out. */
export function toFastestBlocks(answer: FastestRoutes): readonly Block[] {
  const { pairs, suppliers, sites, base, build, roads, vehicleClass, traffic } = answer;
  const main = roads.filter(({ facility }) => facility !== 'ramp');
  const setting = `${base.scenario.title} → ${build.scenario.title}. ${toTitleText(vehicleClass)}, ${toTrafficText(traffic)}.`;
  const counted = `${pairs} pairs of a supplier and a maker: ${suppliers} placed suppliers at ${sites} sites.`;
  const rest = main.length > SHOWN ? ` The first ${SHOWN} of ${main.length} stretches; CSV has all.` : '';
  return [
    { kind: 'title', text: 'Roads on the fastest routes' },
    paragraph(setting, 'quiet'),
    paragraph(`${counted} ${toSideText('Without', base)} ${toSideText('With', build)}`, 'strong'),
    { kind: 'table', columns: COLUMNS, rows: main.slice(0, SHOWN).map(toRow) },
    paragraph(
      `${toFastestCaption(answer)} ◆ marks the belt, ${DASH} a road that is not open.${rest}`,
      'quiet',
    ),
  ];
}

function toSideText(word: string, { routed, noWay, viaBelt }: FastestSide): string {
  const none = noWay === 0 ? '' : `, ${noWay} have no way`;
  return `${word}: ${viaBelt} of ${routed} routes use the belt${none}.`;
}

function toCount(pairs: FeaturePairs | null): string {
  return pairs === null ? DASH : String(pairs.both);
}

function toRow({ nameEn, nameZh, feature, belt, base, build }: FastestRoad): TableRow {
  const change = (build?.both ?? 0) - (base?.both ?? 0);
  const sign = change > 0 ? '+' : '−';
  const name = nameZh === null ? nameEn : `${nameEn} ${nameZh}`;
  const changed = change === 0 ? '0' : `${sign}${Math.abs(change)}`;
  return { cells: [`${belt ? '◆ ' : ''}${name}`, feature, toCount(base), toCount(build), changed] };
}

/** Every feature on a route of either scenario; empty where it is not open. */
export function toFastestCsv({ roads }: FastestRoutes): string {
  const titles =
    'feature,highway,section,name_en,name_zh,ref,facility,belt,base_forward,base_backward,base_both,build_forward,build_backward,build_both';
  const toCells = (pairs: FeaturePairs | null): readonly (number | null)[] => [
    ...[pairs?.forward ?? null, pairs?.backward ?? null, pairs?.both ?? null],
  ];
  const rows = roads.map(
    ({ feature, highway, section, nameEn, nameZh, ref, facility, belt, base, build }) => [
      ...[feature, highway, section, nameEn, nameZh, ref, facility, belt],
      ...[...toCells(base), ...toCells(build)],
    ],
  );
  return toCsv(titles.split(','), rows);
}

/** The same features as drawn lines. */
export function toFastestGeoJson(dataset: Dataset, answer: FastestRoutes): string {
  const { schema, data, pairs, base, build, roads } = answer;
  const states = [base, build].map(({ scenario }) =>
    applyScenario(dataset, findScenario(dataset, scenario.id)),
  );
  const links = uniteLinks(states.map((state) => state.dataset));
  const lines = new Map(links.map(({ id, geometry }) => [id, geometry]));
  const head = { schema, data, base: base.scenario.id, build: build.scenario.id, pairs };
  const features = roads.map(({ feature, ...properties }): Feature => {
    const geometry = { type: 'LineString', coordinates: lines.get(feature) ?? [] } as const;
    return { type: 'Feature', id: feature, geometry, properties };
  });
  return toGeoJsonText({ ...head, caption: toFastestCaption(answer) }, features);
}
