/** Trips and matrices of an imported network to read, as CSV and as GeoJSON. */
import type { LonLat } from '../model/source.ts';
import { toMinutesText } from '../units.ts';
import type { CityLeg, CityMatrixDocument, CityPoint, CityRouteDocument } from './answers/city.ts';
import { paragraph, table, type Block, type Column } from './block.ts';
import { toCollection, toSetting } from './city-parts.ts';
import { toCsv } from './csv.ts';
import { DASH, toKmText, toShareText } from './format.ts';

const toDistance = ({ id, distanceM }: CityPoint): string =>
  `${id} (${distanceM.toFixed(0)} m from the road)`;

/** Legs of one road in a row, as one. */
function joinLegs(legs: readonly CityLeg[]): readonly CityLeg[] {
  const joined: CityLeg[] = [];
  for (const leg of legs) {
    const last = joined.at(-1);
    const isSame =
      last !== undefined &&
      last.name === leg.name &&
      last.ref === leg.ref &&
      last.roadClass === leg.roadClass;
    if (!isSame) joined.push(leg);
    else
      joined[joined.length - 1] = {
        ...last,
        timeS: last.timeS + leg.timeS,
        lengthM: last.lengthM + leg.lengthM,
      };
  }
  return joined;
}

const LEG_COLUMNS: readonly Column[] = [
  { title: 'road', align: 'left', least: 16 },
  { title: 'class', align: 'left' },
  { title: 'km', align: 'right' },
  { title: 'min', align: 'right' },
];

/** A trip to read: roads in the order they are driven. */
export function toCityRouteBlocks(route: CityRouteDocument): readonly Block[] {
  const { from, to, timeS, lengthM, legs, estimatedShare } = route;
  const title: Block = { kind: 'title', text: `${from.id} → ${to.id}` };
  if (timeS === null) return [title, toSetting(route), paragraph('There is no way by road.', 'bad')];
  const rows = joinLegs(legs).map(({ name, nameEn, ref, roadClass, toll, ...leg }) => {
    const words = [name, nameEn === name ? null : nameEn, ref].filter((word) => word !== null);
    const label = (words.length === 0 ? DASH : words.join(' ')) + (toll ? ' (toll)' : '');
    return { cells: [label, roadClass, toKmText(leg.lengthM), toMinutesText(leg.timeS)] };
  });
  return [
    title,
    toSetting(route),
    paragraph(
      `${toMinutesText(timeS)} min, ${toKmText(lengthM)} km. From ${toDistance(from)} to ${toDistance(to)}.`,
      'strong',
    ),
    paragraph(
      `${toShareText(estimatedShare)} of the time is an estimate: limits assumed for the class of road, drawn roads, and the ways to and from the road.`,
    ),
    { kind: 'table', columns: LEG_COLUMNS, rows },
  ];
}

/** A trip as CSV, link by link. */
export function toCityRouteCsv({ legs }: CityRouteDocument): string {
  const titles = ['way', 'name', 'name_en', 'ref', 'class', 'toll', 'limit', 'time_s', 'length_m'];
  return toCsv(
    titles,
    legs.map((leg) => [
      leg.way,
      leg.name,
      leg.nameEn,
      leg.ref,
      leg.roadClass,
      leg.toll,
      leg.limit,
      leg.timeS,
      leg.lengthM,
    ]),
  );
}

/** A trip as GeoJSON: one line. */
export function toCityRouteGeoJson(
  { timeS, lengthM, vehicleClass, data }: CityRouteDocument,
  line: readonly LonLat[],
): string {
  if (timeS === null) return toCollection([]);
  const properties = { timeS, lengthM, vehicleClass, attribution: data.attribution };
  return toCollection([{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } }]);
}

/** A matrix to read, a column a destination. */
export function toCityMatrixBlocks(matrix: CityMatrixDocument): readonly Block[] {
  const { origins, destinations, cells } = matrix;
  const rows = origins.map(({ id }, row) => [
    id,
    ...destinations.map((_, column) =>
      toMinutesText(cells[row * destinations.length + column]?.timeS ?? null),
    ),
  ]);
  return [
    { kind: 'title', text: 'Minutes' },
    toSetting(matrix),
    table(['from', ...destinations.map(({ id }) => id)], rows),
  ];
}

/** A matrix as CSV, a row a pair. */
export function toCityMatrixCsv({ cells }: CityMatrixDocument): string {
  return toCsv(
    ['origin', 'destination', 'time_s'],
    cells.map(({ origin, destination, timeS }) => [origin, destination, timeS]),
  );
}
