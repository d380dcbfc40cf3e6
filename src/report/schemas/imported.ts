/** The form of the label of an imported network. */
import * as z from 'zod';
import type { ImportNoteKind } from '../../model/imported-network.ts';
import type { ImportedDocument } from '../answers/imported.ts';
import * as f from './fields.ts';

const NOTE_KINDS: Readonly<Record<ImportNoteKind, ImportNoteKind>> = {
  highway: 'highway',
  area: 'area',
  construction: 'construction',
  'opening-date': 'opening-date',
  access: 'access',
  oneway: 'oneway',
  maxspeed: 'maxspeed',
  conditional: 'conditional',
  size: 'size',
  barrier: 'barrier',
  ferry: 'ferry',
  duration: 'duration',
  'missing-node': 'missing-node',
  'short-way': 'short-way',
  restriction: 'restriction',
  coordinates: 'coordinates',
};

const km = (what: string) => z.number().min(0).describe(`kilometres ${what}`);

const counts = f.row({
  ways: f.count('roads read'),
  wayNodes: f.count('nodes they name'),
  nodes: f.count('nodes of the network'),
  links: f.count('links, each one or two directions'),
  bans: f.count('sequences of links that may not be driven'),
  islands: f.count('parts that do not connect both ways with the largest'),
  islandLinks: f.count('links in them'),
  islandKm: km('in them'),
  candidates: f.count('links of roads that are not there yet'),
  km: km('in all'),
  signedKm: km('with a limit from a sign'),
  generalKm: km('with a general limit that the map names'),
  assumedKm: km('with a limit assumed for the class of road'),
  givenKm: km('whose times came with the data'),
});

const source = f.row({
  id: f.id,
  title: f.text('title'),
  author: f.text('author or body'),
  year: f.numberOrNull('year of the work'),
  licence: f.text('licence'),
  url: f.textOrNull('address'),
  read: f.textOrNull('day on which it was read'),
  done: f.text('what was done to it'),
});

export const imported = f.row({
  schema: f.version('beltway/imported@1'),
  network: f.textOrNull('file of the network in the same folder; null = none was written'),
  title: f.text('title'),
  source: f.row({
    file: f.text('name of the file'),
    form: z.enum(['osm-pbf', 'osm-xml', 'gmns', 'csv', 'routingkit']).describe('form of the file'),
    writer: f.textOrNull('program that wrote it'),
    asOf: f.textOrNull('day up to which the map was read'),
    asOfBasis: z.enum(['header', 'newest-way']).nullable().describe('where that day comes from'),
  }),
  attribution: f.text('what must be said wherever it is shown'),
  licence: f.text('licence of the network'),
  country: f.textOrNull('ISO 3166-1 code whose general limits hold'),
  limits: f.row({
    name: f.text('country, or World'),
    grade: z.enum(['measured', 'official', 'literature', 'assumed']).describe('how well they are known'),
    assumed: z.array(z.string()).describe('figures that no source gives, e.g. car.trunk'),
    sources: f.ids('sources of them'),
  }),
  sourceCoordinates: z.enum(['WGS84', 'GCJ-02']).describe('system of the file; the network is in WGS84'),
  bounds: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe('west, south, east, north in degrees'),
  connectors: f.row({
    links: f.count('nearest links that a place joins'),
    limitM: f.metres.describe('farthest that a place may be from them, in metres'),
    kmh: z.number().describe('speed on the way there, in km/h'),
  }),
  vehicleClasses: f.ids('vehicle classes it has times for'),
  counts,
  candidates: f.list(
    'roads under construction or proposed, the longest first',
    f.row({
      name: f.textOrNull('name'),
      ref: f.textOrNull('number'),
      roadClass: f.text('class'),
      status: z.enum(['construction', 'proposed']).describe('state'),
      opens: f.textOrNull('day, month or year'),
      lengthM: f.metres,
      links: f.count('links'),
    }),
  ),
  left: f.list(
    'values left out or not understood, by kind, the most frequent first',
    f.row({
      kind: z.enum(NOTE_KINDS).describe('kind'),
      value: f.text('value, or words'),
      count: f.count('elements'),
      examples: z.array(z.number()).describe('ids of some of them'),
    }),
  ),
  warnings: z.array(z.string()).describe('what to bear in mind'),
  sources: f.list('sources of the road rules', source),
}) satisfies z.ZodType<ImportedDocument>;
