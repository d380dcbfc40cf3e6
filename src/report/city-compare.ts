/** A city with and without a scenario to read, and as CSV. */
import { toMinutesText } from '../units.ts';
import type { ChangedRoad } from '../city/scenario/changed-roads.ts';
import type {
  BothWays,
  CityCell,
  CityChange,
  CityCompareDocument,
  CityComparePlace,
  CityReachRow,
  CityTrip,
} from './answers/city-compare.ts';
import { heading, paragraph, table, type Block, type CellText } from './block.ts';
import { roundNumber } from './json.ts';
import { toCsv } from './csv.ts';
import { DASH, toCutoffText, toShareText, toSign } from './format.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';

const CONDITIONS = 'Free flow, with signals; drive time one way, without loading.';

/** A time with more than this share of it on estimates is marked. */
const MARKED_SHARE = 0.5;

const AS_IMPORTED = 'as imported';

function toTitles({ scenarios: { base, build } }: CityCompareDocument): BothWays<string> {
  return { base: base?.title ?? AS_IMPORTED, build: build?.title ?? AS_IMPORTED };
}

/** Once where both are the same. */
const toArrow = (base: string, build: string): string => (base === build ? base : `${base} → ${build}`);

const toCounts = ({ base, build }: BothWays<number>): string =>
  base === build ? `${base} in both` : `${base} → ${build}`;

/** What a row of reach is of. */
function toReachTitle({ plants }: CityCompareDocument, { kind, id }: CityReachRow): string {
  switch (kind) {
    case 'plant':
      return plants.find((plant) => plant.id === id)?.title ?? id;
    case 'group':
      return `${id} (any plant)`;
    case 'any':
      return 'any plant';
    case 'all':
      return 'all of them';
  }
}

const countOf = ({ cells }: CityCompareDocument, attribution: CityCell['attribution']): number =>
  cells.filter((cell) => cell.attribution === attribution).length;

const toCounted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function toHeadline(answer: CityCompareDocument): string {
  const { suppliers, reach, cutoffS, mean, unreachable } = answer;
  const plants = reach.filter(({ kind }) => kind === 'plant');
  const counts = plants.map((row) => `${toReachTitle(answer, row)} ${toCounts(row.within)}`);
  const cases = [
    `${countOf(answer, 'no-to-yes')} come within`,
    `${countOf(answer, 'yes-to-no')} fall out`,
    `${countOf(answer, 'yes-in-both')} hold in both`,
    `${countOf(answer, 'no-in-both')} in neither`,
  ];
  const means =
    mean === null
      ? 'No pair is reached in both.'
      : `${mean.pairs === 1 ? 'The one pair' : `Mean of the ${mean.pairs} pairs`} reached in both: ${toMinutesText(mean.timeS.base)} → ${toMinutesText(mean.timeS.build)} min.`;
  const none =
    unreachable.base + unreachable.build === 0
      ? ''
      : ` Pairs without a way (${DASH}): ${toCounts(unreachable)}.`;
  const pairs = toCounted(answer.cells.length, 'pair');
  return `Of ${toCounted(suppliers.length, 'supplier')} within ${toCutoffText(cutoffS)} minutes: ${counts.join(', ')}. Of ${pairs} ${cases.join(', ')}. ${means}${none}`;
}

function toReachBlocks(answer: CityCompareDocument): readonly Block[] {
  const { reach, cutoffS, toleranceS, suppliers } = answer;
  const toCount = (row: CityReachRow, key: keyof BothWays<number>): string =>
    `${row.within[key]} (${row.tolerant[key]})`;
  const rows = reach.map((row) => [
    toReachTitle(answer, row),
    toCount(row, 'base'),
    toCount(row, 'build'),
    toArrow(toShareText(row.share.base), toShareText(row.share.build)),
  ]);
  const about = toCutoffText(cutoffS + toleranceS);
  return [
    heading(
      `Of ${toCounted(suppliers.length, 'supplier')} within ${toCutoffText(cutoffS)} min (within ${about}: "about")`,
    ),
    table(['reach', 'without', 'with', 'share'], rows),
  ];
}

function toTimeText({ timeS, verdict, estimatedShare }: CityTrip): string {
  const mark = (estimatedShare ?? 0) > MARKED_SHARE ? '≈' : '';
  return timeS === null ? DASH : `${mark}${toMinutesText(timeS)} ${toSign(verdict).sign}`;
}

function toCellText({ base, build, attribution }: CityCell): CellText {
  const text = `${toTimeText(base)} → ${toTimeText(build)}`;
  if (attribution === 'no-to-yes') return { text, tone: 'good' };
  return attribution === 'yes-to-no' ? { text, tone: 'bad' } : text;
}

function toMinuteBlocks({ suppliers, plants, cells }: CityCompareDocument): readonly Block[] {
  const rows = suppliers.map(({ title }, row): readonly CellText[] => [
    title,
    ...plants.map((_, column) => toCellText(cells[row * plants.length + column] as CityCell)),
  ]);
  return [
    heading('Minutes from each supplier, without → with'),
    table(['supplier', ...plants.map(({ title }) => title)], rows),
    paragraph(
      '✓ within, ~ about, ✗ beyond; ≈ more than half of the time is an estimate: limits assumed for the class of road, drawn roads, and the ways to and from the road.',
      'quiet',
    ),
  ];
}

/** What the places of an answer are called, by id. */
function findTitles({
  suppliers,
  plants,
}: Pick<CityCompareDocument, 'suppliers' | 'plants'>): (id: string) => string {
  const titles = new Map([...plants, ...suppliers].map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}

function toChangeText({ gains, loses, savedS }: CityChange, toTitle: (id: string) => string): string {
  const parts = [
    ...(gains.length === 0 ? [] : [`gains ${gains.map(toTitle).join(', ')}`]),
    ...(loses.length === 0 ? [] : [`loses ${loses.map(toTitle).join(', ')}`]),
    ...(savedS === 0
      ? []
      : [`${toMinutesText(Math.abs(savedS))} min ${savedS > 0 ? 'less' : 'more'} in all`]),
  ];
  return parts.length === 0 ? 'other times, the same in all' : parts.join('; ');
}

function toChangeBlocks(answer: CityCompareDocument): readonly Block[] {
  const { changes } = answer;
  const title = findTitles(answer);
  if (changes.length === 0) return [heading('Who gains, who loses'), paragraph('No trip takes other time.')];
  const items = changes.map((change) => `${title(change.supplier)}: ${toChangeText(change, title)}`);
  return [heading('Who gains, who loses'), { kind: 'list', items }];
}

/** Plants that a scenario adds: that nothing reaches them in the other is no effect of a road. */
function toAbsentBlocks({ plants }: CityCompareDocument): readonly Block[] {
  const absent = plants.filter(({ present }) => !present.base || !present.build);
  if (absent.length === 0) return [];
  const names = absent.map(
    ({ title, present }) => `${title} is not there ${present.base ? 'with' : 'without'} the scenario`,
  );
  return [paragraph(`${names.join('; ')}: its pairs turn by that, not by a road.`, 'bad')];
}

/** The comparison to read: headline first. */
export function toCityCompareBlocks(answer: CityCompareDocument): readonly Block[] {
  const { data, vehicleClass } = answer;
  const { base, build } = toTitles(answer);
  const asOf = data.asOf === null ? '' : ` as of ${data.asOf}`;
  return [
    { kind: 'title', text: `${data.title}: ${base} → ${build}` },
    paragraph(`${data.title}${asOf}, ${vehicleClass}. ${CONDITIONS} ${data.attribution}.`, 'quiet'),
    paragraph(toHeadline(answer), 'strong'),
    ...toAbsentBlocks(answer),
    ...toReachBlocks(answer),
    ...toMinuteBlocks(answer),
    ...toChangeBlocks(answer),
  ];
}

const TITLES = ['supplier', 'supplier_title', 'plant', 'plant_title', 'attribution'];
const TRIP_TITLES = ['time_s', 'length_m', 'estimated_share', 'verdict'];

/** The comparison as CSV, a row a pair. */
export function toCityCompareCsv(answer: CityCompareDocument): string {
  const { cells } = answer;
  const title = findTitles(answer);
  const toTrip = ({ timeS, lengthM, estimatedShare, verdict }: CityTrip) => [
    timeS,
    lengthM,
    estimatedShare === null ? null : roundNumber(estimatedShare),
    verdict,
  ];
  return toCsv(
    [...TITLES, ...['base', 'build'].flatMap((side) => TRIP_TITLES.map((one) => `${side}_${one}`))],
    cells.map(({ supplier, plant, attribution, base, build }) => [
      ...[supplier, title(supplier), plant, title(plant), attribution],
      ...toTrip(base),
      ...toTrip(build),
    ]),
  );
}

/** A scenario's roads that are other than imported. */
export interface CityChangedRoads {
  readonly scenario: string;
  readonly roads: readonly ChangedRoad[];
}

/** Suppliers with their times, plants, and the roads that the scenarios change, to draw. */
export function toCityCompareGeoJson(
  answer: CityCompareDocument,
  changed: readonly CityChangedRoads[],
): string {
  const { schema, data, vehicleClass, scenarios, cutoffS, toleranceS } = answer;
  const toPoint = (kind: string, { id, at, ...rest }: CityComparePlace, more: object): Feature => ({
    ...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: at } },
    properties: { kind, ...rest, ...more },
  });
  const changeOf = new Map(answer.changes.map((one) => [one.supplier, one]));
  const suppliers = answer.suppliers.map((place, row) => {
    const first = row * answer.plants.length;
    const trips = answer.cells.slice(first, first + answer.plants.length);
    const times = trips.map(({ plant, base, build, attribution }): [string, object] => [
      plant,
      { baseS: base.timeS, buildS: build.timeS, attribution },
    ]);
    const { gains = [], loses = [], savedS = 0 } = changeOf.get(place.id) ?? {};
    return toPoint('supplier', place, { to: Object.fromEntries(times), gains, loses, savedS });
  });
  const roads = changed.flatMap(({ scenario, roads: list }) =>
    list.map(({ id, line, ...rest }): Feature => ({
      ...{ type: 'Feature', id: `${scenario} ${id}`, geometry: { type: 'LineString', coordinates: line } },
      properties: { kind: 'road', scenario, ...rest },
    })),
  );
  return toGeoJsonText({ schema, data, vehicleClass, scenarios, cutoffS, toleranceS }, [
    ...suppliers,
    ...answer.plants.map((place) => toPoint('plant', place, {})),
    ...roads,
  ]);
}
