/** The form of what would fix a verdict: `beltway/fix@1`. */
import * as z from 'zod';
import { scenarioFile } from '../../load/scenarios.ts';
import { FIX_SHARES, type FixDocument } from '../../model/fix.ts';
import * as f from './fields.ts';

const reading = f.row({
  holds: f.flag('the target holds'),
  timeS: f.secondsOrNull.describe('time that decides; null = unreachable, or the target is a share'),
  share: f.shareOrNull.describe('share that passes; null = the target is a time'),
  passing: z.int().min(0).nullable().describe('how many pass'),
  of: z.int().min(0).nullable().describe('of how many'),
});

const kmh = (what: string) => z.number().min(0).describe(`km/h ${what}`);
const scenario = scenarioFile.describe('applies it');

const sign = f
  .row({
    postedKmh: kmh('on the sign: least whole one that makes the target hold'),
    reading,
    scenario,
  })
  .nullable()
  .describe('null = no lawful sign does');

const speed = f.row({
  kind: z.enum(['highway', 'section', 'link']),
  id: f.id,
  highway: f.id,
  nameEn: f.text('name'),
  nameZh: f.textOrNull('Chinese name'),
  features: f.count('features that get the speed'),
  lengthM: f.metres,
  kmh: kmh('driven before the traffic state: least one that makes the target hold, in steps of 0.01'),
  nowKmh: kmh('driven now'),
  limitKmh: kmh('least of the limits now'),
  legalKmh: kmh('least that the law allows such a vehicle there'),
  law: z
    .enum(['within-limits', 'above-limits', 'unlawful'])
    .describe('the speed needed against the limits now, and against the law'),
  reading: reading.describe('at that speed'),
  less: reading.describe('at 1 % less'),
  sign,
});

const never = f.row({
  kind: z.enum(['highway', 'section']),
  id: f.id,
  nameEn: f.text('name'),
  reading: reading.nullable().describe('without any running time on it; null = on no way that could do'),
});

const candidate = f.row({
  id: f.id,
  kind: z.enum(['section', 'build']),
  title: f.text('title'),
  titleZh: f.text('Chinese title'),
  lengthM: f.metres,
  opened: f.textOrNull('recorded date; null = before 2000, or drawn'),
});

const sections = f.row({
  candidates: f.list('what is chosen from', candidate),
  leftOut: f.list('sections that cannot be opened on their own', f.row({ id: f.id, why: f.text('why') })),
  all: reading.describe('with all candidates'),
  found: f
    .row({
      ids: f.ids('smallest set, of these the fewest kilometres, of these the first'),
      lengthM: f.metres,
      reading,
      without: f.list('the set without one of them', f.row({ id: f.id, reading })),
      scenario,
    })
    .nullable()
    .describe('null = not even all of them do'),
  useful: f.count('candidates on a way within the cutoff'),
  tried: f.count('sets whose times were asked for'),
});

const parameter = f.row({
  value: z.number(),
  unit: f.text('unit'),
  low: z.number(),
  high: z.number(),
  source: f.text('id of the source'),
  grade: z.enum(['measured', 'official', 'literature', 'assumed']),
  note: z.string().exactOptional(),
});

const node = f.row({ id: f.id, nameEn: f.text('name'), at: f.lonLat });

const newLink = f.row({
  inputs: f.row({ speedKmh: parameter, detour: parameter, budgetKm: parameter }),
  drivenKmh: kmh('driven under the sign, before the traffic state'),
  nodes: f.count('nodes of open roads'),
  pairs: f.count('pairs of them'),
  tried: f.count('pairs whose times were added up'),
  found: f
    .row({
      from: node,
      to: node,
      geodesicM: f.metres,
      lengthM: f.metres.describe('geodesic times detour'),
      timeS: f.seconds.describe('seconds on it, one way'),
      reading,
      scenario,
    })
    .nullable()
    .describe('shortest that makes the target hold; null = none within the budget'),
});

const level = f.share.describe('share needed');
export const target = z.discriminatedUnion('kind', [
  f.row({ kind: z.literal('pair'), origin: f.id, destination: f.text('id of a group or place') }),
  f.row({ kind: z.literal('origin'), origin: f.id, reach: z.enum(['outside', 'all']) }),
  f.row({ kind: z.literal('group'), group: f.group, level }),
  f.row({ kind: z.literal('share'), measure: z.enum(FIX_SHARES), level }),
]);

const notAsked = 'null = not asked for, or the target holds already';

export const fix = f.row({
  schema: f.version('beltway/fix@1'),
  data: f.data,
  scenario: f.scenarioName,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  cutoffS: f.seconds,
  groupChoice: f.choices,
  target: target.describe('what should hold'),
  question: f.text('the target in words'),
  origins: f.list(
    'places trips begin at',
    f.row({
      id: f.id,
      name: f.text('name'),
      kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
      site: f.id,
    }),
  ),
  now: reading,
  margin: f.numberOrNull(
    'seconds or share by which it holds, below 0 = by which it does not; null = unreachable',
  ),
  roads: f
    .row({
      found: f.list(
        'roads that do at some speed: those with a lawful sign first, then the least rise',
        speed,
      ),
      never: f.list('roads that do at no speed up to 1,000 km/h', never),
    })
    .nullable()
    .describe(notAsked),
  links: f
    .row({
      asked: f.count('features looked at'),
      found: f.list('features that do, in the same order', speed),
    })
    .nullable()
    .describe(notAsked),
  sections: sections.nullable().describe(notAsked),
  newLink: newLink.nullable().describe(notAsked),
  sentence: f.text('what would make it hold'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<FixDocument>;
