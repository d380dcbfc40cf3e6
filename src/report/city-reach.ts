/** What places of an imported network reach, one by one and at once: to read, as CSV and as GeoJSON. */
import { toMinutesText } from '../units.ts';
import type { CityBand, CityBandPieces, CityOverlapDocument, CityReachDocument } from './answers/city.ts';
import { heading, paragraph, table, type Block } from './block.ts';
import { toCollection, toSetting } from './city-parts.ts';
import { toCsv } from './csv.ts';

const BAND_TITLES = ['km', 'links', 'km²'] as const;
const toBandCells = ({ roadKm, links, areaKm2 }: CityBand): readonly string[] => [
  roadKm.toFixed(1),
  String(links),
  areaKm2.toFixed(2),
];
const toSquareWords = (band: CityBand | undefined): string =>
  `Ground counts in squares of ${band?.squareM ?? 0} m that such a road passes through.`;

/** What is reached, to read: kilometres of roads and ground by cutoff. */
export function toCityReachBlocks(reach: CityReachDocument): readonly Block[] {
  const { place, direction, bands } = reach;
  const words = direction === 'from' ? `What ${place.id} reaches` : `From where ${place.id} is reached`;
  const rows = bands.map((band) => [toMinutesText(band.cutoffS), ...toBandCells(band)]);
  return [
    { kind: 'title', text: words },
    toSetting(reach),
    paragraph(`The road is ${place.distanceM.toFixed(0)} m away. ${toSquareWords(bands[0])}`, 'quiet'),
    heading('Roads within the time, inclusive'),
    table(['min', ...BAND_TITLES], rows),
  ];
}

const BAND_COLUMNS = ['cutoff_s', 'road_km', 'links', 'area_km2'];
const toBandRow = ({ cutoffS, roadKm, links, areaKm2 }: CityBand): readonly number[] => [
  cutoffS,
  roadKm,
  links,
  areaKm2,
];

/** What is reached as CSV, a row a cutoff. */
export function toCityReachCsv({ bands }: CityReachDocument): string {
  return toCsv(BAND_COLUMNS, bands.map(toBandRow));
}

/** Roads within each cutoff as GeoJSON: one feature a cutoff, all its lines. */
export function toCityReachGeoJson(
  { data, vehicleClass, direction }: CityReachDocument,
  bands: readonly CityBandPieces[],
): string {
  return toCollection(
    bands.map(({ cutoffS, pieces }) => ({
      type: 'Feature',
      properties: { cutoffS, direction, vehicleClass, attribution: data.attribution },
      geometry: { type: 'MultiLineString', coordinates: pieces.map(({ line }) => line) },
    })),
  );
}

/** Bands of the places and, without a place, of all of them. */
const listBands = ({ places, overlap }: CityOverlapDocument) => [
  ...places.map(({ id, band }) => ({ id, band })),
  { id: null, band: overlap },
];

/** What places reach and what all of them do, to read. */
export function toCityOverlapBlocks(answer: CityOverlapDocument): readonly Block[] {
  const { overlap, direction } = answer;
  const title = direction === 'from' ? 'What several places reach' : 'From where several places are reached';
  const rows = listBands(answer).map(({ id, band }) => [id ?? 'all of them', ...toBandCells(band)]);
  return [
    { kind: 'title', text: title },
    toSetting(answer),
    paragraph(toSquareWords(overlap), 'quiet'),
    heading(`Roads within ${toMinutesText(overlap.cutoffS)} min, inclusive`),
    table(['place', ...BAND_TITLES], rows),
  ];
}

/** What places reach as CSV, a row a place and one for all of them, whose place is empty. */
export function toCityOverlapCsv(answer: CityOverlapDocument): string {
  const rows = listBands(answer).map(({ id, band }) => [id, ...toBandRow(band)]);
  return toCsv(['place', ...BAND_COLUMNS], rows);
}

/** Roads within the cutoff of each place, then of all of them, as GeoJSON: one feature each, all its lines. */
export function toCityOverlapGeoJson(answer: CityOverlapDocument, pieces: readonly CityBandPieces[]): string {
  const { data, vehicleClass, direction } = answer;
  return toCollection(
    listBands(answer).map(({ id, band: { cutoffS } }, i) => ({
      type: 'Feature',
      properties: { place: id, cutoffS, direction, vehicleClass, attribution: data.attribution },
      geometry: { type: 'MultiLineString', coordinates: (pieces[i]?.pieces ?? []).map(({ line }) => line) },
    })),
  );
}
