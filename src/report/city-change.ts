/** What a scenario changes of the time to every road of an imported network: to read, as CSV and as GeoJSON. */
import type { ChangeClass } from '../city/road-changes.ts';
import type { ReachedPiece } from '../city/reach.ts';
import { SECONDS_PER_MINUTE, toMinutesText } from '../units.ts';
import type { CityChangeDocument, CityRoadChange } from './answers/city-change.ts';
import { heading, paragraph, table, type Block } from './block.ts';
import { toCollection, toSetting } from './city-parts.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { roundNumber } from './json.ts';

const ALONE = { 'only-with': 'no way without it', 'only-without': 'no way with it' } as const;

/** Minutes of a limit, as exact as it is: three seconds are 0.05. */
const toLimitText = (seconds: number): string => String(roundNumber(seconds / SECONDS_PER_MINUTE));

function nameClass({ kind, fromS, toS }: ChangeClass): string {
  if (kind === 'only-with' || kind === 'only-without') return ALONE[kind];
  if (kind === 'same') return `the same, to ${toLimitText(toS ?? 0)}`;
  const least = toLimitText(fromS ?? 0);
  return `${kind} ${toS === null ? `${least} and more` : `${least} to ${toLimitText(toS)}`}`;
}

/** Kilometres of roads by how much is won or lost, to read. */
export function toCityChangeBlocks(answer: CityChangeDocument): readonly Block[] {
  const { places, direction, classes, cutoffS, data } = answer;
  const ids = places.map(({ id }) => id).join(' and ');
  const under = data.scenario === null ? 'a scenario' : `"${data.scenario.title}"`;
  const rows = classes.map((one) => [nameClass(one), one.roadKm.toFixed(1), String(one.links)]);
  return [
    { kind: 'title', text: `Minutes won and lost ${direction} ${ids} by ${under}` },
    toSetting(answer),
    paragraph(
      `To the middle of each road${places.length > 1 ? ', the longer of the times' : ''}; a road without a way has no minutes.`,
      'quiet',
    ),
    heading(`Roads within ${toMinutesText(cutoffS)} min without it or with it`),
    table(['min', 'km', 'links'], rows),
  ];
}

const TITLES = [
  ...['way', 'name', 'name_en', 'ref', 'road_class', 'length_m', 'before_s', 'after_s', 'change_s', 'kind'],
];

const round = (value: number | null): CsvValue => (value === null ? null : roundNumber(value));

/** A row a road; a time that there is none of is empty. */
export function toCityChangeCsv({ roads }: CityChangeDocument): string {
  const toRow = (road: CityRoadChange): readonly CsvValue[] => [
    ...[road.way, road.name, road.nameEn, road.ref, road.roadClass, roundNumber(road.lengthM)],
    ...[round(road.beforeS), round(road.afterS), round(road.changeS), road.kind],
  ];
  return toCsv(TITLES, roads.map(toRow));
}

/** A line a road, in the order of the document. */
export function toCityChangeGeoJson(answer: CityChangeDocument, pieces: readonly ReachedPiece[]): string {
  const { data, roads } = answer;
  return toCollection(
    roads.map((road, i) => ({
      type: 'Feature',
      properties: { ...road, attribution: data.attribution },
      geometry: { type: 'LineString', coordinates: pieces[i]?.line ?? [] },
    })),
  );
}
