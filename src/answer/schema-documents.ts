/** The other answers as schemas: parts of an analysis, matrix, route, reach, scenario list and certificate. */
import * as z from 'zod';
import * as row from './schema-analysis.ts';
import {
  byFacilityS,
  count,
  dataName,
  date,
  id,
  lengthM,
  lonLat,
  name,
  namedPlace,
  nameZh,
  scenarioName,
  seconds,
  share,
  timeS,
  tollCny,
  valueOfTime,
} from './schema-fields.ts';

const sum = { timeS, lengthM, tollCny };
const setting = { data: dataName, vehicleClass: id, traffic: id };
const end = z.strictObject({
  ...{ place: id, feature: id, share: z.number().min(0).max(1), timeS: seconds, lengthM: z.number() },
});
const routeLink = z.strictObject({
  ...{ id, highway: id, section: id, facility: id, nameEn: name, nameZh },
  ...{ refNow: z.string().nullable(), refOld: z.string().nullable(), from: id, to: id },
  ...{ fromShare: z.number(), toShare: z.number(), timeS: seconds, lengthM: z.number(), tollCny: z.number() },
  ...{
    lengthBasis: z.enum(['published', 'split', 'estimated']),
    plaza: z.string().nullable(),
    belt: z.boolean(),
  },
});
const links = z.array(id);

export const route = z.strictObject({
  schema: z.literal('beltway/route@1'),
  ...{
    ...setting,
    scenario: scenarioName,
    valueOfTimeCnyPerH: valueOfTime,
    from: namedPlace,
    to: namedPlace,
  },
  ...{ ...sum, estimatedShare: share, townChainShare: share, viaBeltM: lengthM, byFacilityS },
  ...{ access: end.nullable(), egress: end.nullable(), links: z.array(routeLink) },
  secondBest: z.strictObject({ ...sum, sharedShare: share, links }).nullable(),
  cheaper: z
    .strictObject({
      ...{ ...sum, savedCny: z.number(), extraS: z.number(), links },
      breakEvenCnyPerH: z.number().nullable().describe('null = the cheaper route is no slower'),
    })
    .nullable(),
  base: z
    .strictObject({
      ...sum,
      scenario: id,
      changeS: z.number().nullable(),
      linksGained: links,
      linksLost: links,
    })
    .nullable(),
});

export const matrix = z.strictObject({
  schema: z.literal('beltway/matrix@1'),
  ...{ ...setting, valueOfTimeCnyPerH: valueOfTime, scenarios: z.array(scenarioName) },
  ...{ origins: z.array(namedPlace), destinations: z.array(namedPlace), cells: z.array(row.cell) },
});

export const reach = z.strictObject({
  schema: z.literal('beltway/reach@1'),
  ...{ ...setting, base: scenarioName, build: scenarioName, cutoffS: seconds, from: namedPlace },
  places: z.array(
    z.strictObject({
      ...{ id, name, nameZh, kind: z.string(), group: id.nullable(), baseS: timeS, buildS: timeS },
      within: z.strictObject({ base: z.boolean(), build: z.boolean() }),
    }),
  ),
});

export const scenarioList = z.strictObject({
  ...{ schema: z.literal('beltway/scenario-list@1'), data: dataName },
  scenarios: z.array(
    z.looseObject({
      id,
      title: z.string(),
      date,
      links: count,
      beltSections: links,
      loopClosed: z.boolean(),
    }),
  ),
  contrasts: z.array(z.strictObject({ id, title: z.string(), base: id, build: id, note: z.string() })),
});

export const condition = z.strictObject({
  ...{ schema: z.literal('beltway/condition@1'), ...row.questionFields },
  ...{ origins: z.array(row.origin), destinations: z.array(row.destination), groups: z.array(row.group) },
  ...{ attribution: z.array(row.attributed), curve: z.array(row.curvePoint) },
});
export const independence = z.strictObject({
  ...{ schema: z.literal('beltway/independence@1'), ...row.questionFields, origins: z.array(row.origin) },
  ...{ independence: z.array(row.independence), attribution: z.array(row.attributed) },
  ...{ documented: z.array(row.documented), timing: z.array(row.timing), sentences: row.sentences },
});
export const flowchartVerdicts = z.strictObject({
  ...{ schema: z.literal('beltway/flowchart-verdicts@1'), ...row.questionFields },
  flowcharts: z.array(row.flowchart),
});
export const claimVerdicts = z.strictObject({
  ...{ schema: z.literal('beltway/claim-verdicts@1'), ...row.questionFields, claims: z.array(row.claim) },
  figures: z.array(z.record(z.string(), z.string())),
});

const edge = z.tuple([id, id, id, z.int().nonnegative()]);
const proof = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('routes'),
    routes: z.array(z.strictObject({ plant: id, edges: z.array(edge), timeMs: count, slackMs: count })),
  }),
  z.strictObject({ kind: z.literal('potentials'), potentials: z.array(z.tuple([id, count])) }),
  z.strictObject({ kind: z.literal('closed-set'), vertices: z.array(id) }),
]);
export const certificate = z.strictObject({
  schema: z.literal('beltway/certificate@1'),
  dataset: z.strictObject({ id, digest: z.string().length(64) }),
  scenario: z.strictObject({ id, date, digest: z.string().length(64) }),
  question: z.strictObject({
    ...{
      origin: id,
      originAt: lonLat,
      group: id.nullable(),
      plantDate: date.nullable(),
      plants: z.array(id),
    },
    ...{ mode: z.enum(['any', 'every']), vehicleClass: id, traffic: id },
    ...{ corner: z.enum(['mid', 'fast', 'slow']), cutoffMs: count },
  }),
  verdict: z.enum(['within', 'beyond', 'unreachable']),
  proof,
  digest: z.string().length(64),
});
