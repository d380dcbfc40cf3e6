/** The form of a report, `beltway/report@1`: what was asked, the answers, and what a reader needs beside them. */
import * as z from 'zod';
import { REPORT_PARTS, type ReportRequest } from '../../answer/report-request.ts';
import { POPULATIONS } from '../../condition/population.ts';
import { profile, profileFile } from '../../load/profiles.ts';
import { scenarioValue } from '../../load/scenario-value.ts';
import { scenarioFile } from '../../load/scenarios.ts';
import { source } from '../../load/sources.ts';
import { CONFIDENCE_MEASURES } from '../../model/confidence.ts';
import { FACILITIES } from '../../model/road.ts';
import type { ReportDocument, ReportHead } from '../document/document.ts';
import { analysis } from './analysis.ts';
import { confidence, sensitivity } from './confidence.ts';
import { scenarioEffects } from './documents.ts';
import * as f from './fields.ts';
import { fix, target } from './fix.ts';
import { reliability } from './reliability.ts';
import { buildOrder, criticality, sectionValues } from './value.ts';

/** More scenarios than a question can name stand on one another. */
const MOST_SCENARIOS = 100;
/** More targets are a study of their own. */
const MOST_TARGETS = 100;

const text = (what: string) => f.text(what).exactOptional();
const number = (what: string) => z.number().exactOptional().describe(what);
const names = (what: string) => f.ids(what).exactOptional();
const arrangement = f.row({ order: names('nodes that come first'), leaveOut: names('nodes left out') });

const request = f.row({
  base: text('scenario without: id, YYYY-MM or YYYY-MM-DD'),
  build: text('scenario with'),
  scenarios: z.array(scenarioValue).max(MOST_SCENARIOS).exactOptional().describe('scenarios of the caller'),
  beside: f.textOrNull('third column').exactOptional(),
  vehicleClass: text('id of the vehicle class'),
  traffic: text('id of the traffic state'),
  departS: number('seconds after midnight at which every trip leaves'),
  arriveByS: number('seconds after midnight by which every trip arrives'),
  profile: z
    .union([z.string(), profile, profileFile])
    .exactOptional()
    .describe('id of a day of traffic, or one of the caller'),
  cutoffS: number('the one hour in seconds, inclusive'),
  toleranceS: number('seconds added for "about an hour"'),
  asOf: text('day on which plants and suppliers are taken'),
  groupChoice: f.choices.exactOptional(),
  population: z.enum(POPULATIONS).exactOptional().describe('suppliers that count'),
  origins: names('origins: ids or lon,lat'),
  destinations: names('destinations: ids or lon,lat'),
  valueOfTimeCnyPerH: f.valueOfTime.exactOptional(),
  arrangement: z.record(z.string(), arrangement).exactOptional().describe('by flowchart'),
  criticalLevel: number('critical level of independence, 0 to 1'),
  draws: number('draws behind "how sure"; 0 = none'),
  seed: number('seed of the draws'),
  measure: z.enum(CONFIDENCE_MEASURES).exactOptional().describe('what the sweeps measure'),
  fixes: z.array(target).max(MOST_TARGETS).exactOptional().describe('what should hold'),
  without: z.array(z.enum(REPORT_PARTS)).exactOptional().describe('parts left out'),
  files: f
    .row({
      base: text('scenario without'),
      build: text('scenario with'),
      data: text('data folder'),
      sites: text('table of sites'),
      profile: text('day of traffic'),
    })
    .exactOptional()
    .describe('files as the command names them'),
}) satisfies z.ZodType<ReportRequest>;

const headRow = {
  schema: f.version('beltway/report@1'),
  data: f.data,
  request,
  command: f.text('asks the same on the command line'),
};

/** What a file of any form carries. */
export const reportHead = f.row(headRow) satisfies z.ZodType<ReportHead>;

const line = z.array(f.lonLat);

const map = f.row({
  frame: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe('west, south, east, north in WGS84 degrees'),
  water: f.list('rivers', f.row({ widthM: f.metres, line })),
  roads: f.list(
    'roads that are drawn alike',
    f.row({
      kind: z.enum(['belt', 'built', 'changed', 'road']),
      facility: z.enum(FACILITIES),
      name: f.textOrNull('name written beside it'),
      base: f.flag('open without'),
      build: f.flag('open with'),
      lines: z.array(line),
    }),
  ),
  places: f.list(
    'places',
    f.row({
      id: f.id,
      name: f.text('name'),
      kind: z.enum(['plant', 'site', 'seat']),
      group: f.textOrNull('assembler group of a plant'),
      base: f.lonLat.nullable().describe('where it stands without; null = it is not there'),
      build: f.lonLat.nullable().describe('where it stands with'),
    }),
  ),
});

export const report = f.row({
  ...headRow,
  leftOut: f.list('parts that are not there', f.row({ part: z.enum(REPORT_PARTS), why: f.text('why') })),
  scenarios: f.list('scenarios of the question, and what they do', scenarioEffects),
  scenarioFiles: f.list('those of the caller as files', scenarioFile),
  sources: f.list('sources that the answer rests on', source),
  map,
  analysis,
  reliability: reliability.nullable(),
  confidence: confidence.nullable(),
  sensitivity: sensitivity.nullable(),
  fixes: f.list('what would make each target hold', fix),
  criticality: criticality.nullable(),
  sectionValues: sectionValues.nullable(),
  buildOrder: buildOrder.nullable(),
}) satisfies z.ZodType<ReportDocument>;
