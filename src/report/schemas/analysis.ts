/** The form of the main answer, `beltway/analysis@1`, part by part. */
import * as z from 'zod';
import { scenarioValue } from '../../load/scenario-value.ts';
import type { Analysis } from '../../model/answer.ts';
import { ACTORS } from '../../model/flowchart.ts';
import * as f from './fields.ts';
import { origins } from './places.ts';
import { reliabilityCounts } from './reliability.ts';

const scenarios = f.list(
  'scenarios of the question',
  f.row({
    id: f.id,
    title: f.text('title'),
    date: f.text('ISO day or month'),
    role: z.enum(['base', 'build', 'beside']),
    beltSections: f.ids('belt sections open from end to end'),
    loopClosed: f.flag('all belt sections and the closing one are open'),
    own: scenarioValue
      .exactOptional()
      .describe('the scenario itself, where it is neither of the data set nor a day'),
  }),
);

export const destinations = f.list(
  'places trips end at',
  f.row({
    id: f.id,
    group: f.textOrNull('assembler group'),
    name: f.text('name'),
    nameZh: f.textOrNull('Chinese name'),
  }),
);

export const cells = f.list(
  'level of service by scenario, origin and destination',
  f.row({
    scenario: f.scenario,
    origin: f.id,
    destination: f.id,
    timeS: f.secondsOrNull,
    lowS: f.secondsOrNull.describe('seconds with every parameter at its favourable end'),
    highS: f.secondsOrNull.describe('seconds with every parameter at its unfavourable end'),
    lengthM: f.metresOrNull,
    tollCny: f.cnyOrNull,
    estimatedShare: f.shareOrNull.describe('share of the time on estimated lengths and connectors'),
    townChainShare: f.shareOrNull.describe('share of the time on chains of towns'),
    viaBeltM: f.metresOrNull.describe('metres on belt sections'),
    byFacilityS: f.secondsBy.nullable(),
  }),
);

export const groups = f.list(
  'one-hour verdicts by scenario, origin and assembler group',
  f.row({
    scenario: f.scenario,
    origin: f.id,
    group: f.group,
    plant: f.textOrNull('plant that decides'),
    timeS: f.secondsOrNull,
    verdict: f.groupVerdict,
    corners: z.enum(['all', 'some', 'none']).describe('holds at all, some or no values of the parameters'),
  }),
);

export const attributions = f.list(
  'verdict without → with, by origin and group',
  f.row({ origin: f.id, group: f.group, strict: f.attribution, tolerant: f.attribution }),
);

export const independence = f.list(
  'indices by scenario',
  f.row({
    scenario: f.scenario,
    cutoffS: f.seconds,
    suppliers: f.count('placed suppliers'),
    sites: f.count('their sites'),
    iOut: f.shareOrNull,
    iOutAll: f.shareOrNull,
    atLeastOne: f.flag('at least one supplier reaches a group outside its keiretsu'),
    i2: f.shareOrNull,
    i3: f.shareOrNull,
    meanGroups: f.numberOrNull('groups reached, mean over 45 to 75 min'),
    soft: f.numberOrNull('groups outside, weighed by time'),
    robustMin: f.numberOrNull('groups left with one stretch closed'),
  }),
);

export const flowcharts = f.list(
  'flowcharts by scenario',
  f.row({
    scenario: f.scenario,
    chart: f.text('id of the chart'),
    title: f.text('title'),
    bottleneck: f.textOrNull('first node that is "no"'),
    actors: z.array(z.enum(ACTORS)).describe('who acts on the bottleneck'),
    bodies: f.ids('named bodies among them'),
    measures: f.ids('what they can do'),
    openQuestions: f.ids('unknown nodes before the bottleneck'),
    result: f.text('in one sentence'),
    nodes: f.list(
      'nodes in order',
      f.row({
        id: f.id,
        step: z.enum(['I', 'II']),
        label: f.text('label'),
        verdict: f.verdict,
        attribution: f.attribution.nullable(),
        index: f.numberOrNull('indicator'),
        criticalLevel: f.numberOrNull('level it is compared with'),
        evidence: f.ids('evidence records'),
        why: f.text('reason in one sentence'),
        wouldBe: f.flag('stands after the bottleneck'),
        findings: f.ids('what was found on the way'),
        inAnyOrder: f.flag('its part is the same in every order'),
        borrowed: f.textOrNull('chart or text it is taken from'),
      }),
    ),
    bottleneckInAnyOrder: f.flag('the bottleneck is the same in every order'),
  }),
);

export const verdictMaps = f.list(
  'independence for each cutoff and critical level, by scenario',
  f.row({
    scenario: f.scenario,
    level: z.number().describe('critical level of the chart'),
    cutoffsMin: z.array(z.int()).describe('minutes'),
    levels: z.array(z.number()).describe('levels'),
    shares: z.array(f.shareOrNull).describe('iOut by cutoff'),
    verdicts: z.array(z.array(f.verdict)).describe('by cutoff, then by level'),
    smallestS: f.secondsOrNull.describe('smallest cutoff that says yes at the level; null = none'),
    margin: f.numberOrNull('iOut less the level at the cutoff asked for'),
  }),
);

export const claims = f.list(
  'claims of the paper',
  f.row({
    id: f.id,
    kind: f.text('kind of claim'),
    text: f.text('the claim in our words'),
    from: f.textOrNull('district, zone or plant'),
    to: f.textOrNull('plant or group'),
    claimedS: f.secondsOrNull.describe('seconds claimed; null = the claim names no time'),
    scenario: f.textOrNull('scenario it is judged in'),
    computedS: f.secondsOrNull,
    viaBeltS: f.secondsOrNull.describe('seconds over at least one belt section'),
    origin: f.textOrNull('origin of the computed time'),
    verdict: f.text('verdict'),
    neededKmh: f.numberOrNull('uniform expressway speed that would make it true, km/h'),
    why: f.text('reason in one sentence'),
    limitS: f.seconds.optional().describe('time claims: seconds not to be exceeded'),
    corners: f
      .row({ mid: z.string(), fast: z.string(), slow: z.string() })
      .optional()
      .describe('time claims: verdicts at the middle, favourable and unfavourable values'),
    viaBeltVerdict: f.textOrNull('time claims: verdict if the trip must use the belt').optional(),
    neededFactor: f.numberOrNull('time claims: needed speed over the legal maximum').optional(),
    levels: f
      .list(
        'time claims: times by level of the ladder',
        f.row({
          level: z.string(),
          timeS: f.secondsOrNull,
          lowS: f.secondsOrNull,
          highS: f.secondsOrNull,
          viaBeltS: f.secondsOrNull,
        }),
      )
      .optional(),
  }),
);

/** More may stand beside these: every origin of a joint set with its own ladder. */
const claimSets = f.row({
  joint: f.list(
    'claims that share one origin',
    z.looseObject({
      set: z.string(),
      claims: f.ids('claims of the set'),
      holdInFreeFlow: f.ids('origins from which all of them hold in free flow'),
      best: z.looseObject({ origin: f.id, verdict: z.string() }).nullable(),
    }),
  ),
  best: f.list(
    'of each claim the origin that suits it best: the charitable reading',
    f.row({
      claim: f.id,
      origin: f.id,
      verdict: z.string(),
      computedS: f.secondsOrNull,
      reading: z.string(),
    }),
  ),
  consistency: f.list(
    'least times between destinations if all claims of a set share one origin',
    f.row({
      ...{ set: z.string(), from: f.id, to: f.id, leastS: f.seconds, leastWithRoundingS: f.seconds },
      ...{ level: z.string(), timeS: f.secondsOrNull, verdict: z.string() },
    }),
  ),
});

export const curve = f.list(
  'share of suppliers within each whole minute',
  f.row({
    scenario: f.scenario,
    group: f.group,
    cutoffMin: f.count('minutes'),
    share: f.share,
    shareOfSites: f.share,
  }),
);

export const documented = f.list(
  'reach beside documented supply, with the belt',
  f.row({
    supplier: f.id,
    group: f.group,
    reached: f.flag('within the cutoff'),
    documented: z.enum(['current', 'past', 'target', 'via', 'not documented']),
  }),
);

export const timing = f.list(
  'documented cross-keiretsu supply beside the opening of the section it would use',
  f.row({
    supplier: f.id,
    group: f.group,
    documentedAsOf: f.text('ISO date'),
    section: f.textOrNull('belt section on the fastest route'),
    sectionOpened: f.textOrNull('ISO date'),
    before: f.flag('supplied before the section opened'),
  }),
);

const companions = f.list(
  'counts in other settings',
  f.row({
    label: f.text('setting'),
    scenario: f.scenario,
    vehicleClass: f.vehicleClass,
    traffic: f.traffic,
    groupChoice: f.choices,
    suppliers: f.count('suppliers counted'),
    strict: f.countsBy,
    tolerant: f.countsBy,
    allGroups: f.count('suppliers that reach every group'),
    iOut: f.shareOrNull,
  }),
);

export const sentences = f.row({
  headline: f.text('what changes'),
  timing: f.text('what was supplied before the road'),
  estimates: f.text('how much of the minutes rests on estimates'),
  scope: f.text('what the numbers are'),
});

/** What every answer of a question repeats. */
export const question = {
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  cutoffS: f.seconds.describe('the one hour in seconds, inclusive'),
  toleranceS: f.seconds.describe('added for "about an hour"'),
  valueOfTimeCnyPerH: f.valueOfTime,
  clock: f.clock,
  groupChoice: f.choices,
  plantDate: f.text('plants in production on this day count'),
  population: f.row({
    id: f.text('2006, all or existing'),
    suppliers: f.count('records'),
    placed: f.count('suppliers with a known site'),
    sites: f.count('their sites'),
    unplaced: f.list('suppliers without a known site', f.row({ id: f.id, name: f.text('name') })),
    paper: f.textOrNull('what the paper speaks of'),
  }),
  scenarios,
};

export const analysis = f.row({
  schema: f.version('beltway/analysis@1'),
  ...question,
  ...{ origins, destinations, cells, groups, attribution: attributions, independence, flowcharts, claims },
  ...{ verdictMaps, claimSets },
  ...{ curve, companions, documented, timing, sentences },
  reliability: reliabilityCounts,
  sources: f.ids('ids of the sources the answer rests on'),
}) satisfies z.ZodType<Analysis>;
