/** The forms of what the verdict hangs on: `beltway/confidence@1` and `beltway/sensitivity@1`. */
import * as z from 'zod';
import { CONFIDENCE_MEASURES, type ConfidenceDocument } from '../../model/confidence.ts';
import type { SensitivityDocument } from '../../model/sensitivity.ts';
import { verdictMaps } from './analysis.ts';
import * as f from './fields.ts';

const orNull = (what: string) => f.numberOrNull(what);
const spread = f
  .row({
    least: orNull('least'),
    p5: orNull('5th in 100'),
    p50: orNull('50th'),
    p95: orNull('95th'),
    greatest: orNull('greatest'),
  })
  .describe('values over the draws in order; null = that one is unreachable');
const verdict = z.enum(['holds', 'fails', 'cannot-tell']).describe('by the share of the draws');
const measure = z
  .enum(CONFIDENCE_MEASURES)
  .describe('pairs: share of supplier-group pairs within the cutoff');
const scenarios = f.list(
  'scenarios',
  f.row({ id: f.id, title: f.text('title'), role: z.enum(['base', 'build']) }),
);
const range = {
  label: f.text('what it is'),
  low: z.number(),
  value: z.number(),
  high: z.number(),
  unit: f.text('unit'),
  source: f.text('id of the source'),
  grade: f.text('how well it is known'),
};
const asked = { data: f.data, vehicleClass: f.vehicleClass, traffic: f.traffic, cutoffS: f.seconds };

export const confidence = f.row({
  schema: f.version('beltway/confidence@1'),
  ...asked,
  groupChoice: f.choices,
  scenarios,
  origins: f.list(
    'places trips begin at',
    f.row({
      id: f.id,
      name: f.text('name'),
      kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
      site: f.id,
    }),
  ),
  draws: f.count('draws made'),
  asked: f.count('draws asked for'),
  seed: f.count('seed'),
  holdsShare: f.share.describe('share of the draws from which a verdict holds'),
  failsShare: f.share.describe('share of the draws up to which a verdict fails'),
  dimensions: f.list(
    'what the data leave open',
    f.row({ id: f.text('id'), ...range, drawn: f.text('how it is drawn') }),
  ),
  pairs: f.list(
    'suppliers and groups by scenario',
    f.row({
      scenario: f.scenario,
      origin: f.id,
      group: f.group,
      holds: f.count('draws within the cutoff'),
      verdict,
      timeS: f.secondsOrNull.describe('seconds at the middle values; null = unreachable'),
      spreadS: spread,
    }),
  ),
  changes: f.list(
    'the difference draw by draw',
    f.row({
      origin: f.id,
      group: f.group,
      gains: f.count('draws in which it fails in base and holds in build'),
      loses: f.count('draws the other way'),
      spreadS: spread.nullable(),
    }),
  ),
  shares: f.list(
    'measures by scenario and of the difference',
    f.row({
      measure,
      scenario: f.text('scenario or difference'),
      value: orNull('at the middle values'),
      spread: spread.nullable(),
    }),
  ),
  verdicts: f.list(
    'verdicts of the flowchart and of pairs of plants',
    f.row({
      id: f.text('belt, independence or pair:FROM-TO'),
      scenario: f.scenario,
      holds: f.count('draws'),
      atMiddle: f.flag('holds at the middle values'),
      verdict,
    }),
  ),
  levers: f.list(
    'what the share of pairs moves with, strongest first',
    f.row({
      dimension: f.text('id'),
      label: f.text('what it is'),
      scenario: f.scenario,
      rankCorrelation: z.number().min(-1).max(1).describe('over the draws'),
    }),
  ),
  offMap: f.count('draws in which a moved place was off the map'),
  sentence: f.text('how sure the answer is'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<ConfidenceDocument>;

const ends = f.row({ atLow: orNull('with the parameter at its low end'), atHigh: orNull('at its high end') });
const side = f.row({
  share: orNull('measure'),
  verdicts: z.record(z.string(), z.boolean()).describe('by verdict'),
});

export const sensitivity = f.row({
  schema: f.version('beltway/sensitivity@1'),
  ...asked,
  measure,
  scenarios,
  middle: z
    .record(z.string(), z.number().nullable())
    .describe('the measure at the middle values, by scenario'),
  tornado: f.list(
    'parameters that move the measure most, one at a time',
    f.row({
      parameter: f.text('id'),
      ...range,
      base: ends,
      build: ends,
      difference: ends,
      swing: z.number(),
      meanS: f.row({ base: ends, build: ends }).describe('mean of the seconds of all pairs that have a way'),
    }),
  ),
  flips: f.list(
    'where one parameter turns one verdict over',
    f.row({
      verdict: f.text('belt, independence, pair:FROM-TO or reach:ORIGIN-GROUP'),
      scenario: f.scenario,
      holds: f.flag('at the middle values'),
      parameter: f.text('id'),
      label: f.text('what it is'),
      unit: f.text('unit'),
      value: z.number(),
      searchedFrom: z.number(),
      searchedTo: z.number(),
      flipAt: orNull('nearest value at which the verdict is the other; null = none was found'),
      step: z.number().describe('one step nearer the verdict still stands'),
      inRange: f.flag('within the range of the parameter'),
    }),
  ),
  heat: f
    .row({
      parameter: f.text('id'),
      label: f.text('what it is'),
      values: z.array(z.number()),
      cutoffsMin: z.array(z.number()),
      rows: f.list(
        'by scenario',
        f.row({ scenario: f.scenario, shares: z.array(z.array(z.number().nullable())) }),
      ),
    })
    .nullable(),
  verdictMaps,
  switches: f.list(
    'sections whose opening is not certain',
    f.row({
      section: f.text('id'),
      title: f.text('title'),
      opened: f.textOrNull('recorded date; null = before 2000'),
      note: f.textOrNull('note'),
      rows: f.list('by scenario', f.row({ scenario: f.scenario, open: side, notOpen: side })),
    }),
  ),
  sentence: f.text('what the verdict hangs on'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<SensitivityDocument>;

/** Both, as `beltway sensitivity` gives them where neither is left out. */
export const report = f.row({
  schema: f.version('beltway/sensitivity-report@1'),
  ...{ confidence, sensitivity },
});
