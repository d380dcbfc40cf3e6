/** What closing each link of a city loses to read, as CSV, and as lines to draw. */
import type { LonLat } from '../model/source.ts';
import { toMinutesText } from '../units.ts';
import type { CityCriticalityDocument, CityCriticalLink } from './answers/city-criticality.ts';
import { paragraph, type Block, type Column, type TableRow } from './block.ts';
import { toSetting } from './city-parts.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { DASH, toCutoffText } from './format.ts';
import { toGeoJsonText, type Feature } from './geojson.ts';
import { roundNumber } from './json.ts';

/** Links in a table to read where the answer has them all; CSV has the rest. */
const SHOWN = 20;

const CAPTION =
  'Modelled times with one link closed in both directions and all else as it is: not traffic, cost or benefit. A place on a closed link keeps its other ways to the road.';

function toRoadText({ name, nameEn, ref, roadClass }: CityCriticalLink): string {
  const words = [name, nameEn === name ? null : nameEn, ref].filter((word) => word !== null);
  return words.length === 0 ? roadClass : words.join(' ');
}

function toColumns({ cutoffS, toleranceS }: CityCriticalityDocument): readonly Column[] {
  const numbers = ['min', 'pairs', `≤${toCutoffText(cutoffS)}`, `≤${toCutoffText(cutoffS + toleranceS)}`];
  return [
    { title: 'road', align: 'left', least: 16 },
    { title: 'id', align: 'left', least: 10 },
    ...[...numbers, 'cut off'].map((title): Column => ({ title, align: 'right' })),
  ];
}

const toCount = (count: number): string => (count === 0 ? DASH : String(count));

function toRow(one: CityCriticalLink): TableRow {
  const { link, limit, lostS, slowed, strict, tolerant, cutOffPairs } = one;
  const mark = limit === 'assumed' || limit === 'drawn' ? '≈ ' : '';
  return {
    cells: [
      ...[`${mark}${toRoadText(one)}`, link, toMinutesText(lostS), String(slowed)],
      ...[strict, tolerant].map(toCount),
      cutOffPairs === 0 ? DASH : { text: String(cutOffPairs), tone: 'bad' },
    ],
  };
}

/** What the closing of one link does, in words. */
function toLossText(
  { cutOffPairs, lostS, slowed, strict }: CityCriticalLink,
  of: string,
  cutoffS: number,
): string {
  const longer = slowed - cutOffPairs;
  const parts = [
    ...(cutOffPairs === 0 ? [] : [`${cutOffPairs} ${of} lose every way`]),
    ...(longer === 0 ? [] : [`${longer} ${of} take ${toMinutesText(lostS)} min longer in all`]),
    ...(strict === 0 ? [] : [`${strict} are within ${toCutoffText(cutoffS)} min no more`]),
  ];
  return parts.join(', ');
}

function toHeadline({ links, critical, pairs, cutoffS }: CityCriticalityDocument): string {
  const [first] = links;
  if (first === undefined) return `Whichever link is closed, none of ${pairs} trips takes longer.`;
  const road = `${toRoadText(first)} (${first.link})`;
  const many = critical === 1 ? '1 link carries' : `${critical} links carry`;
  return `${many} what nothing else carries as well. Most is lost with ${road}: ${toLossText(first, `of ${pairs} pairs`, cutoffS)}.`;
}

/** The answer to read: headline first. */
export function toCityCriticalityBlocks(answer: CityCriticalityDocument): readonly Block[] {
  const { links, critical, cutoffS, toleranceS, suppliers, plants } = answer;
  const shown = links.slice(0, SHOWN);
  const gone = `≤${toCutoffText(cutoffS)} and ≤${toCutoffText(cutoffS + toleranceS)}: pairs within that many minutes that are not any more`;
  const rest = shown.length < critical ? `The first ${shown.length} of ${critical} links. ` : '';
  return [
    { kind: 'title', text: `${answer.data.title}: what closing each link loses` },
    toSetting(answer),
    paragraph(toHeadline(answer), 'strong'),
    ...(shown.length === 0
      ? []
      : [{ kind: 'table' as const, columns: toColumns(answer), rows: shown.map(toRow) }]),
    paragraph(
      `${rest}${suppliers} × ${plants} trips. min: minutes longer, over the pairs that keep a way; pairs: longer or without a way; ${gone}; cut off: pairs without any way left. ≈ marks a limit that is assumed, or a road that is drawn.`,
      'quiet',
    ),
    paragraph(CAPTION, 'quiet'),
  ];
}

const TITLES = [
  ...['link', 'way', 'name', 'name_en', 'ref', 'class', 'length_m', 'limit', 'lost_s', 'slower_pairs'],
  ...['verdicts_lost', 'tolerant_lost', 'cut_off_pairs', 'worst_supplier', 'worst_plant', 'worst_lost_s'],
];

const round = (value: number | null): CsvValue => (value === null ? null : roundNumber(value));

/** One line a link; a worst trip that is cut off has no seconds. */
export function toCityCriticalityCsv({ links }: CityCriticalityDocument): string {
  return toCsv(
    TITLES,
    links.map((one): readonly CsvValue[] => [
      ...[one.link, one.way, one.name, one.nameEn, one.ref, one.roadClass, round(one.lengthM), one.limit],
      ...[round(one.lostS), one.slowed, one.strict, one.tolerant, one.cutOffPairs],
      ...[one.worst.supplier, one.worst.plant, round(one.worst.lostS)],
    ]),
  );
}

/** A line a link, with everything that the answer says of it; `toLine` gives the line of one by its place in the list. */
export function toCityCriticalityGeoJson(
  { links, ...head }: CityCriticalityDocument,
  toLine: (link: string) => readonly LonLat[],
): string {
  const features = links.map(({ link, ...properties }): Feature => ({
    ...{ type: 'Feature', id: link, properties },
    geometry: { type: 'LineString', coordinates: toLine(link) },
  }));
  return toGeoJsonText(head, features);
}
