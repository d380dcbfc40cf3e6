/** The forms of what is said of reliability: counts in the main answer, and the answer `beltway/reliability@1`. */
import * as z from 'zod';
import { CORRELATIONS, type ReliabilityDocument } from '../../model/reliability.ts';
import * as f from './fields.ts';
import { origins } from './places.ts';

export const reliabilityCounts = f.list(
  'suppliers that keep the cutoff in the share of trips asked for, by scenario and group',
  f.row({
    scenario: f.scenario,
    group: f.group,
    level: f.share.describe('share of trips that must keep the cutoff'),
    suppliers: f.count('suppliers'),
    holds: f.count('keep it at every correlation of the links'),
    depends: f.count('keep it at some'),
    fails: f.count('keep it at none'),
    unreachable: f.count('have no way'),
  }),
);

const parameter = f.row({
  value: z.number(),
  unit: f.text('unit'),
  low: z.number(),
  high: z.number(),
  source: f.text('id of the source'),
  grade: z.enum(['measured', 'official', 'literature', 'assumed']),
  note: z.string().exactOptional().describe('note'),
});

const reading = f.row({
  correlation: z.enum(CORRELATIONS).describe('how the times of the links go together'),
  probability: f.share.describe('probability of keeping the cutoff, from one day to the next'),
  lateS: f.seconds.describe('mean of the seconds beyond the cutoff, trips in time counted as 0'),
  ...{ p50S: f.seconds, p80S: f.seconds, p95S: f.seconds },
  bufferIndex: z.number().describe('(p95 - modelled time) / modelled time'),
});

export const reliability = f.row({
  schema: f.version('beltway/reliability@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  clock: f.clock,
  cutoffS: f.seconds.describe('seconds, inclusive'),
  level: f.share.describe('share of trips that must keep the cutoff'),
  coefficientOfVariation: parameter
    .nullable()
    .describe('standard deviation over mean of a trip in this traffic state; null by the clock'),
  correlation: parameter.describe('between the times of two links of a trip'),
  incidents: f.flag('incidents are mixed in'),
  scenarios: f.list(
    'scenarios',
    f.row({ id: f.id, title: f.text('title'), role: z.enum(['base', 'build', 'beside']) }),
  ),
  origins,
  rows: f.list(
    'by scenario, origin and destination',
    f.row({
      scenario: f.scenario,
      origin: f.id,
      destination: f.text('group or place'),
      plant: f.textOrNull('place the trip ends at'),
      timeS: f.secondsOrNull.describe('modelled time, the mean; null = unreachable'),
      minS: f.secondsOrNull.describe('the same route at the signed limits without delays: no trip is faster'),
      lengthM: f.metresOrNull,
      coefficientOfVariation: z
        .number()
        .nullable()
        .describe('standard deviation over mean of this trip, delays all together; null = unreachable'),
      readings: f.list('one a correlation', reading),
      largestMeanS: f.secondsOrNull.describe(
        'largest mean that keeps the cutoff at the level, links all late together',
      ),
      p95LowS: f.secondsOrNull.describe('95th percentile at the low end of the coefficient of variation'),
      p95HighS: f.secondsOrNull.describe('95th percentile at its high end'),
      verdict: z.enum(['holds', 'depends', 'fails', 'unreachable']),
    }),
  ),
  counts: reliabilityCounts,
  sentence: f.text('how often the cutoff is kept'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<ReliabilityDocument>;
