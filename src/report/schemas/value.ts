/** The forms of what roads are worth: `beltway/criticality@1`, `beltway/section-values@1`, `beltway/build-order@1`. */
import * as z from 'zod';
import type { BuildOrder } from '../../model/build-order.ts';
import { FACILITIES } from '../../model/road.ts';
import { VALUE_MEASURES, type CriticalityDocument, type SectionValues } from '../../model/value.ts';
import * as f from './fields.ts';

const measure = z
  .enum(VALUE_MEASURES)
  .describe('minutes: time of all pairs of an origin and a group; passes: pairs within the cutoff');
const unit = z
  .enum(['s', 'pairs', 'share'])
  .describe('of the values: seconds saved over all pairs, pairs, or share');
const amount = (what: string) => z.number().describe(what);

const head = {
  data: f.data,
  scenario: f.scenarioName,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  ...{ cutoffS: f.seconds, toleranceS: f.seconds },
  groupChoice: f.choices,
  travellers: z
    .enum(['suppliers', 'places'])
    .describe('whose trips: placed suppliers alone, or other places'),
  origins: f.count('places trips begin at; suppliers of one site count each'),
  sites: f.count('sites they share'),
  pairs: f.count('origins × groups'),
};

const loss = {
  lostS: f.seconds.describe('seconds longer, over the pairs that still have a way'),
  siteLostS: f.seconds.describe('the same with every site counted once'),
  slowed: f.count('pairs that take longer or have no way left'),
  verdicts: f.count('pairs within the cutoff that are not any more'),
  tolerant: f.count('pairs within the cutoff and its tolerance that are not any more'),
  cutOffPairs: f.count('pairs without a way left'),
  cutOffOrigins: f.count('origins that lose a group so'),
  iOut: f.numberOrNull('loss of iOut; null = nobody to count'),
  i2: f.numberOrNull('loss of i2; null = nobody to count'),
  worst: f
    .row({ site: f.id, group: f.group, lostS: f.secondsOrNull.describe('seconds; null = cut off') })
    .nullable()
    .describe('site and group that lose most; null = nobody loses'),
  flips: f.list('sites and groups whose strict verdict is lost', f.row({ site: f.id, group: f.group })),
};

const words = {
  caption: f.text('what the numbers are, and what they are not'),
  sentence: f.text('the answer in words'),
  command: f.text('gives this answer again'),
};

export const criticality = f.row({
  schema: f.version('beltway/criticality@1'),
  ...head,
  measure: measure.describe('loss that the lists are in order of'),
  closed: f.count('features closed one by one; links may be the first of them'),
  idle: f.count('features whose closing makes no pair longer'),
  links: f.list(
    'one road feature closed, both directions; most lost first',
    f.row({
      feature: f.id,
      highway: f.id,
      section: f.id,
      facility: z.enum(FACILITIES),
      nameEn: f.text('name'),
      nameZh: f.textOrNull('Chinese name'),
      ref: f.textOrNull('number now'),
      belt: f.flag('part of the belt'),
      lengthM: f.metres,
      estimated: f.flag('the length is an estimate'),
      ...loss,
    }),
  ),
  sections: f.list(
    'all open links of a section closed together; most lost first',
    f.row({
      section: f.id,
      highway: f.id,
      title: f.text('title'),
      titleZh: f.text('Chinese title'),
      belt: f.flag('part of the belt'),
      features: f.count('features closed'),
      ...loss,
    }),
  ),
  ...words,
}) satisfies z.ZodType<CriticalityDocument>;

const section = {
  id: f.id,
  title: f.text('title'),
  titleZh: f.text('Chinese title'),
  opened: f.textOrNull('recorded date; null = before 2000'),
  km: amount('kilometres of main line'),
  kmBasis: z.enum(['published', 'links']).describe('as published, else of its links'),
  estimatedShare: f.share.describe('share of the length of its links that is estimated'),
};
const networks = f.count('networks that were searched: one a set of sections');
const leftOut = f.count('pairs without a way where none of the sections is open: their time is in no sum');

/** Of sections that are named so. */
export const measureShares = (name: z.ZodType<string>) =>
  f.list(
    'how each measure divides',
    f.row({
      ...{ measure, unit },
      none: amount('with none of the sections'),
      all: amount('with all of them'),
      shares: f.list(
        'one a section; the values sum to all − none',
        f.row({
          section: name,
          value: amount('Shapley value: mean of what it adds over all orders of opening that can be'),
          alone: amount('what it adds opened alone, with what it stands on there'),
          last: amount('what it adds opened last, before what stands on it'),
        }),
      ),
      interactions: f.list(
        'sets of two sections and more that make something together; empty = no interaction',
        f.row({
          sections: z.array(name).describe('sections'),
          dividend: amount('Harsanyi dividend; below 0 they replace one another'),
        }),
      ),
    }),
  );

export const sectionValues = f.row({
  schema: f.version('beltway/section-values@1'),
  ...head,
  sections: f.list('sections whose worth is asked for', f.row(section)),
  ...{ networks, leftOut },
  measures: measureShares(f.id),
  ...words,
}) satisfies z.ZodType<SectionValues>;

/** Both, as `beltway value` gives them where neither is left out. */
export const report = f.row({
  schema: f.version('beltway/value-report@1'),
  ...{ criticality, sections: sectionValues },
});

const order = f.ids('sections in order of opening');
/** An order year by year. */
export const programme = f.row({
  order,
  value: amount('sum of the discounted gains of all years'),
  years: f.list(
    'from the first to the one in which all are open',
    f.row({
      year: z.int().describe('from 1, or of the calendar'),
      opened: f.ids('opened in it'),
      open: f.ids('open at its end'),
      gain: amount('measure at its end less that with none of the sections'),
      discounted: amount('the same, discounted to the beginning of the first year'),
    }),
  ),
});
const year = z
  .int()
  .min(0)
  .nullable()
  .describe('number of the year; 0 = without any section, null = in none');

export const buildOrder = f.row({
  schema: f.version('beltway/build-order@1'),
  ...head,
  ...{ measure, unit },
  pace: z.union([
    f.row({ kind: z.literal('per-year'), sections: f.count('sections finished a year') }),
    f.row({ kind: z.literal('budget'), perYear: amount("the caller's money a year") }),
  ]),
  discountRate: f.row({
    value: f.share.describe('share by which a year counts less than the one before'),
    ...{ low: f.share, high: f.share },
    source: f.text('id of the source, or request'),
    grade: f.text('how well it is known'),
  }),
  sections: f.list(
    'sections to be ordered',
    f.row({ ...section, cost: f.numberOrNull("in the caller's money; null without a budget") }),
  ),
  ...{ networks, leftOut },
  best: programme,
  orders: f.count('orders there are'),
  ties: f.count('orders of the value of the best, it included'),
  leastValue: amount('value of the worst order'),
  real: programme
    .nullable()
    .describe('in the order of the recorded opening dates; null = a date is not known'),
  atRates: f.list(
    'best order at the ends of the range of the rate; empty where it has none',
    f.row({ rate: f.share, order, value: amount('sum of the discounted gains') }),
  ),
  asBuilt: f
    .row({ real: programme, best: programme })
    .nullable()
    .describe('in the years in which sections were really opened'),
  conditions: f.list(
    'from when on a verdict holds',
    f.row({
      id: f.text('belt, independence, pair:FROM-TO, share:X or reach:ORIGIN-GROUP'),
      earliest: year,
      sections: f.ids('fewest sections that make it hold then'),
      ...{ best: year, real: year },
    }),
  ),
  ...words,
}) satisfies z.ZodType<BuildOrder>;
