/** File `dataset.json`: the region, its districts and groups, what the belt is, and what is shown by default. */
import * as z from 'zod';

import type { DatasetHeader } from '../model/dataset.ts';
import { day, exactly, filledList, id, idList, list, numberAbove0, record, sources, text } from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, listSound, readList, readRow, toRows } from './rows.ts';

const REGION_WORDS = 'west, south, east, north in WGS84 degrees, west below east, south below north';
const degrees = z.number(REGION_WORDS);

const region = z
  .tuple([degrees, degrees, degrees, degrees], REGION_WORDS)
  .refine(([west, south, east, north]) => isBox(west, south, east, north), {
    error: REGION_WORDS,
    params: { code: 'out-of-range' },
  })
  .describe(REGION_WORDS);

function isBox(west: number, south: number, east: number, north: number): boolean {
  return west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
}

const district = record('a district', {
  id: id('id of the district'),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  city: text('city it belongs to'),
});

const group = record('an assembler group', {
  id: id('id of the group'),
  name: text('name in English'),
  nameZh: text('name in Chinese'),
});

const belt = record('what the belt consists of', {
  name: text('name in English'),
  nameZh: text('name in Chinese'),
  sections: idList('ids of its sections', id('a section'), 1),
  closing: idList('ids of the sections that close the loop', id('a section'), 0),
  publishedKm: numberAbove0('published length in km', 10_000).nullable(),
  sources,
});

const contrast = record('a pair of scenarios', {
  id: id('id of the contrast'),
  title: text('title'),
  base: id('scenario without'),
  build: id('scenario with'),
  note: text('what it shows'),
});

export const headerFile = record('the head of a data set', {
  schema: exactly('beltway/dataset@1'),
  id: id('id of the data set'),
  title: text('title'),
  note: text('what the data set is'),
  region,
  coordinates: exactly('WGS84'),
  districts: filledList('districts, at least one', district),
  groups: filledList('assembler groups, at least one', group),
  belt,
  contrasts: list('named pairs of scenarios', contrast),
  defaults: record('what is shown when nothing is asked for', {
    base: id('scenario without'),
    build: id('scenario with'),
    beside: id('scenario shown beside them').nullable(),
    plantDate: day('day on which plants in production count'),
  }),
  gantryFrom: day('day from which gantries replace plazas').nullable(),
  population: record('the population others speak of', {
    text: text('in words'),
    source: id('a source'),
  }).nullable(),
}) satisfies z.ZodType<DatasetHeader>;

/** The header as one row, and the ids of what it lists. */
interface HeaderRows {
  readonly header: Rows<DatasetHeader>;
  readonly districts: Rows<unknown>;
  readonly groups: Rows<unknown>;
  readonly contrasts: Rows<unknown>;
}

/** Reads the header. */
export function readHeader({ header: from }: Folder, report: Report): HeaderRows {
  const rows = from.files.map(({ file, value }) => readRow(headerFile, value, { file, keys: [] }, report));
  for (const { spot, value } of listSound(toRows(rows, true))) checkPairs(value, spot, report);
  const listIds = (key: string): Rows<unknown> => readList(z.unknown(), from, [key], report);
  return {
    header: toRows(rows, from.complete),
    districts: listIds('districts'),
    groups: listIds('groups'),
    contrasts: listIds('contrasts'),
  };
}

/** A contrast is between two, and no section is both a part of the belt and what closes it. */
function checkPairs(
  { belt: { sections, closing }, contrasts, defaults }: DatasetHeader,
  spot: Spot,
  report: Report,
): void {
  const pairs = contrasts.map(({ base, build }, index) => ({
    base,
    build,
    keys: ['contrasts', index, 'build'],
  }));
  for (const { base, build, keys } of [...pairs, { ...defaults, keys: ['defaults', 'build'] }]) {
    if (base === build)
      report.tell(spot, keys, 'contradiction', `another scenario than the base, ${base}`, build);
  }
  for (const [index, own] of closing.entries()) {
    if (!sections.includes(own)) continue;
    report.tell(
      spot,
      ['belt', 'closing', index],
      'contradiction',
      'a section that is not one of the belt',
      own,
    );
  }
}
