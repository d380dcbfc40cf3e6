/**
 * Files `highways/<id>.geojson`: a road with its sections, and as features its nodes and links. One
 * record at a time; whether records fit together is compared in `roads.ts` and `geography.ts`.
 */
import * as z from 'zod';

import { FACILITIES, PLAZAS, type Section } from '../model/road.ts';
import {
  confidence,
  coordinateGrade,
  date,
  exactly,
  filledList,
  flag,
  id,
  list,
  lonLat,
  note,
  numberAbove0,
  numberIn,
  oneOf,
  record,
  sources,
  text,
  wholeIn,
} from './fields.ts';
import { crs } from './crs.ts';
import type { Folder, JsonFile } from './folder.ts';
import type { Report } from './report.ts';
import {
  type Row,
  type Rows,
  checkFiles,
  checkNameId,
  findKey,
  findList,
  readList,
  readRow,
  toRows,
} from './rows.ts';

/** Bounds that keep a link's time within 32 bits of ms at the slowest speeds allowed. */
const MAX_LINK_M = 200_000;
const length = (what: string) => numberAbove0(`${what} in metres`, MAX_LINK_M);
const speed = (what: string) => numberIn(`${what} in km/h`, 10, 150);

const section = record('a section', {
  id: id('id of the section'),
  titleEn: text('title in English'),
  titleZh: text('title in Chinese'),
  publishedKm: numberAbove0('published length in km', 10_000).nullable(),
  lengthNote: text('how the length was derived').exactOptional(),
  opened: date('when it opened').nullable(),
  sources,
  note,
}) satisfies z.ZodType<Omit<Section, 'highway'>>;

function toHead<S extends z.ZodType>(item: S) {
  return record('a highway', {
    id: id('id of the highway'),
    nameEn: text('name in English'),
    nameZh: text('name in Chinese'),
    refNow: text('number today').nullable(),
    refOld: text('number before').nullable(),
    conflicts: list('conflicts between sources', text('a conflict')),
    note,
    sections: filledList('sections, at least one', item),
  });
}
const head = toHead(z.unknown());

const nodeFeature = record('a node', {
  type: exactly('Feature'),
  id: id('id of the node'),
  geometry: record('a point', { type: exactly('Point'), coordinates: lonLat }),
  properties: record('properties of a node', {
    kind: exactly('node'),
    nameEn: text('name in English'),
    nameZh: text('name in Chinese').nullable(),
    grade: coordinateGrade,
    basis: text('how the coordinate was obtained'),
    sources,
    note,
  }),
});
export type NodeFeature = z.output<typeof nodeFeature>;

const LINE_WORDS = 'a line of at least two coordinates';

const linkFeature = record('a link', {
  type: exactly('Feature'),
  id: id('id of the link'),
  geometry: record('a line', {
    type: exactly('LineString'),
    coordinates: z.array(lonLat, LINE_WORDS).min(2, LINE_WORDS).describe(LINE_WORDS),
  }),
  properties: record('properties of a link', {
    kind: exactly('link'),
    section: id('a section'),
    from: id('node it begins at'),
    to: id('node it ends at'),
    directed: flag('it runs one way only'),
    facility: oneOf('facility', FACILITIES),
    lengthM: length('a length'),
    lengthBasis: oneOf('basis of the length', ['published', 'split', 'estimated']),
    lengthHow: text('how the length was obtained'),
    lengthLowM: length('least length'),
    lengthHighM: length('greatest length'),
    lanesPerDirection: wholeIn('lanes in each direction', 1, 12).nullable(),
    designKmh: speed('design speed').nullable(),
    postedKmh: speed('signed limit').nullable(),
    accessible: flag('a site may join here'),
    bridge: flag('it is a bridge'),
    urban: flag('it lies in town'),
    centreLine: flag('it has a painted centre line'),
    signals: numberIn('number of signals passed', 0, 500),
    plaza: oneOf('toll plaza', PLAZAS).nullable(),
    tariff: id('a tariff').nullable(),
    opened: date('when it opened').nullable(),
    closed: date('when it closed').nullable(),
    nameEn: text('name in English'),
    nameZh: text('name in Chinese').nullable(),
    refNow: text('number today').nullable(),
    refOld: text('number before').nullable(),
    stateAs: oneOf('facility whose traffic-state row applies', FACILITIES).nullable(),
    joint: text('what it joins').nullable(),
    conflict: text('a conflict between sources').nullable(),
    sources,
    confidence,
  }),
});
export type LinkFeature = z.output<typeof linkFeature>;

const KIND_WORDS = '"node" or "link"';
const feature = z.union([nodeFeature, linkFeature], KIND_WORDS);

function toFile<H extends z.ZodType, F extends z.ZodType>(headItem: H, item: F) {
  return record('a highway file', {
    type: exactly('FeatureCollection'),
    schema: exactly('beltway/highway@1'),
    crs,
    highway: headItem,
    features: list('nodes and links', item),
  });
}
export const highwayFile = toFile(toHead(section), feature);

export interface RoadRows {
  /** Highways without their sections, which are rows of their own. */
  readonly highways: Rows<z.output<typeof head>>;
  readonly sections: Rows<z.output<typeof section>>;
  readonly nodes: Rows<NodeFeature>;
  readonly links: Rows<LinkFeature>;
}

/** Reads highways, sections, nodes and links. */
export function readHighways({ highways: from }: Folder, report: Report): RoadRows {
  checkFiles(toFile(z.unknown().optional(), z.unknown()), from, report);
  const features = from.files.map((file) => readFeatures(file, report));
  const isWhole = from.complete && features.every(({ complete }) => complete);
  return {
    highways: toRows(
      from.files.map((file) => readHead(file, report)),
      from.complete,
    ),
    sections: readList(section, from, ['highway', 'sections'], report),
    nodes: toRows(
      features.flatMap(({ nodes }) => nodes),
      isWhole,
    ),
    links: toRows(
      features.flatMap(({ links }) => links),
      isWhole,
    ),
  };
}

function readHead({ file, value }: JsonFile, report: Report): Row<z.output<typeof head>> {
  const raw = findKey(value, 'highway');
  const row = readRow(head, raw, { file, keys: ['highway'] }, report);
  checkNameId('highways', row.spot, [], row.id, report);
  return row;
}

interface FileFeatures {
  readonly nodes: readonly Row<NodeFeature>[];
  readonly links: readonly Row<LinkFeature>[];
  /** False where a feature is neither, so that an id may be missing on either side. */
  readonly complete: boolean;
}

function readFeatures({ file, value }: JsonFile, report: Report): FileFeatures {
  const items = findList(value, { file, keys: ['features'] }, report);
  if (items === null) return { nodes: [], links: [], complete: false };
  const nodes: Row<NodeFeature>[] = [];
  const links: Row<LinkFeature>[] = [];
  let complete = true;
  for (const [index, item] of items.entries()) {
    const spot = { file, keys: ['features', index] };
    const kind = findKey(findKey(item, 'properties'), 'kind');
    if (kind === 'node') nodes.push(readRow(nodeFeature, item, spot, report));
    else if (kind === 'link') links.push(readRow(linkFeature, item, spot, report));
    else {
      complete = false;
      report.tell(
        spot,
        ['properties', 'kind'],
        kind === undefined ? 'missing' : 'out-of-range',
        KIND_WORDS,
        kind,
      );
    }
  }
  return { nodes, links, complete };
}
