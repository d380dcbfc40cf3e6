/** The answer `beltway/analysis@1` as a schema, row by row; its meaning stands at `model/answer.ts`. */
import * as z from 'zod';
import {
  byFacilityS,
  count,
  dataName,
  date,
  id,
  lengthM,
  name,
  nameZh,
  scenarioName,
  seconds,
  share,
  timeS,
  tollCny,
  valueOfTime,
} from './schema-fields.ts';

const attribution = z.enum(['yes-in-both', 'no-to-yes', 'no-in-both', 'yes-to-no']);
const verdict = z.enum(['yes', 'no', 'unknown']);

export const scenario = scenarioName.extend({
  role: z.enum(['base', 'build', 'beside']),
  beltSections: z.array(id),
  loopClosed: z.boolean(),
});
export const origin = z.strictObject({
  ...{ id, name, nameZh, district: z.string().nullable() },
  kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
  site: id.describe('place the trip begins at'),
  group: id.nullable(),
  tier: z.int().nullable(),
});
export const destination = z.strictObject({ id, group: id.nullable(), name, nameZh });
export const cell = z.strictObject({
  ...{ scenario: id, origin: id, destination: id },
  ...{ timeS, lowS: timeS, highS: timeS, lengthM, tollCny },
  ...{ estimatedShare: share, townChainShare: share, viaBeltM: lengthM, byFacilityS },
});
export const group = z.strictObject({
  ...{ scenario: id, origin: id, group: id, plant: id.nullable(), timeS },
  verdict: z.enum(['strict', 'tolerant', 'no', 'unreachable']),
  corners: z.enum(['all', 'some', 'none']).describe('holds at all, some or no values of the ranges'),
});
export const attributed = z.strictObject({
  origin: id,
  group: id,
  strict: attribution,
  tolerant: attribution,
});
export const independence = z.strictObject({
  ...{ scenario: id, cutoffS: seconds, suppliers: count, sites: count },
  ...{ iOut: share, iOutAll: share, atLeastOne: z.boolean(), i2: share, i3: share },
  ...{ meanGroups: z.number().nullable(), soft: share, robustMin: z.number().nullable() },
});
const flowchartNode = z.strictObject({
  ...{ id, step: z.enum(['I', 'II']), label: z.string(), verdict },
  attribution: attribution.nullable(),
  index: z.number().nullable(),
  criticalLevel: z.number().nullable(),
  evidence: z.array(id),
  ...{ why: z.string(), wouldBe: z.boolean(), findings: z.array(z.string()) },
  ...{ inAnyOrder: z.boolean(), borrowed: z.string().nullable() },
});
export const flowchart = z.strictObject({
  ...{ scenario: id, chart: id, title: z.string(), bottleneck: id.nullable() },
  actors: z.array(z.string()),
  bodies: z.array(z.string()),
  measures: z.array(z.string()),
  openQuestions: z.array(id),
  result: z.string(),
  nodes: z.array(flowchartNode),
  bottleneckInAnyOrder: z.boolean(),
});
const verdictMap = z.strictObject({
  ...{ scenario: id, level: z.number(), cutoffsMin: z.array(z.int()), levels: z.array(z.number()) },
  shares: z.array(share),
  verdicts: z.array(z.array(verdict)),
  smallestS: timeS,
  margin: z.number().nullable(),
});
/** More of a claim's judgement may stand beside these. */
export const claim = z.looseObject({
  ...{ id, kind: z.string(), text: z.string(), from: id.nullable(), to: id.nullable() },
  ...{ claimedS: seconds.nullable(), scenario: id.nullable(), computedS: timeS, viaBeltS: timeS },
  ...{
    origin: id.nullable(),
    verdict: z.string(),
    neededKmh: z.number().positive().nullable(),
    why: z.string(),
  },
});
export const curvePoint = z.strictObject({
  ...{ scenario: id, group: id, cutoffMin: z.int(), share, shareOfSites: share },
});
const companion = z.strictObject({
  ...{ label: z.string(), scenario: id, vehicleClass: id, traffic: id },
  groupChoice: z.record(z.string(), z.string()),
  suppliers: count,
  strict: z.record(z.string(), count),
  tolerant: z.record(z.string(), count),
  ...{ allGroups: count, iOut: share },
});
export const documented = z.strictObject({
  ...{ supplier: id, group: id, reached: z.boolean() },
  documented: z.enum(['current', 'past', 'target', 'via', 'not documented']),
});
export const timing = z.strictObject({
  ...{ supplier: id, group: id, documentedAsOf: date },
  ...{ section: id.nullable(), sectionOpened: date.nullable(), before: z.boolean() },
});
export const sentences = z.strictObject({ headline: z.string(), timing: z.string(), scope: z.string() });

/** The question that every part of an analysis repeats. */
export const questionFields = {
  ...{ data: dataName, vehicleClass: id, traffic: id, cutoffS: seconds, toleranceS: seconds },
  valueOfTimeCnyPerH: valueOfTime,
  groupChoice: z.record(z.string(), z.string()),
  plantDate: date,
  population: z.strictObject({
    ...{ id, suppliers: count, placed: count, sites: count },
    unplaced: z.array(z.strictObject({ id, name })),
    paper: z.string().nullable(),
  }),
  scenarios: z.array(scenario),
};

export const analysis = z.strictObject({
  schema: z.literal('beltway/analysis@1'),
  ...questionFields,
  ...{ origins: z.array(origin), destinations: z.array(destination), cells: z.array(cell) },
  ...{ groups: z.array(group), attribution: z.array(attributed), independence: z.array(independence) },
  ...{ flowcharts: z.array(flowchart), verdictMaps: z.array(verdictMap), claims: z.array(claim) },
  ...{ curve: z.array(curvePoint), companions: z.array(companion), documented: z.array(documented) },
  ...{ timing: z.array(timing), sentences, sources: z.array(id) },
});
