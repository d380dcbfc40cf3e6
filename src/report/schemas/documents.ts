/** The forms of all other answers. */
import * as z from 'zod';
import type { DataCheckDocument } from '../answers/data-check.ts';
import type { MatrixDocument } from '../answers/matrix.ts';
import type { ClaimsDocument, FlowchartDocument, IndependenceDocument } from '../answers/parts.ts';
import type { ReachDocument } from '../answers/reach.ts';
import type { RouteDocument } from '../answers/route.ts';
import type { VerificationDocument } from '../answers/verification.ts';
import { modification } from '../../load/modifications.ts';
import { scenarioValue } from '../../load/scenario-value.ts';
import type { ScenarioDocument } from '../answers/scenario.ts';
import * as a from './analysis.ts';
import * as f from './fields.ts';
import { origins } from './places.ts';

const sum = { timeS: f.secondsOrNull, lengthM: f.metresOrNull, tollCny: f.cnyOrNull };
const end = f.row({
  place: f.id,
  feature: f.text('feature the connector joins'),
  share: f.share.describe('share of its drawn length before that point'),
  timeS: f.seconds,
  lengthM: f.metres,
});

export const route = f.row({
  schema: f.version('beltway/route@1'),
  data: f.data,
  scenario: f.scenarioName,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  valueOfTimeCnyPerH: f.valueOfTime,
  clock: f.clock,
  from: f.place,
  to: f.place,
  ...sum,
  estimatedShare: f.shareOrNull,
  townChainShare: f.shareOrNull,
  viaBeltM: f.metresOrNull,
  byFacilityS: f.secondsBy.nullable(),
  access: end.nullable(),
  egress: end.nullable(),
  links: f.list(
    'links in order',
    f.row({
      id: f.id,
      highway: f.id,
      section: f.id,
      facility: f.text('facility'),
      nameEn: f.text('name'),
      nameZh: f.textOrNull('Chinese name'),
      refNow: f.textOrNull('number now'),
      refOld: f.textOrNull('number before'),
      from: f.text('node at the beginning of the link'),
      to: f.text('node at its end'),
      fromShare: f.share.describe('part of the link that is driven: from'),
      toShare: f.share.describe('part of the link that is driven: to'),
      timeS: f.seconds,
      lengthM: f.metres,
      tollCny: f.cny,
      lengthBasis: z.string().describe('published, split or estimated'),
      plaza: f.textOrNull('plaza passed'),
      belt: f.flag('part of the belt'),
    }),
  ),
  departS: f.numberOrNull(
    'departure in seconds after midnight, below 0 on the day before; null without a clock',
  ),
  waits: f.list(
    'waiting before banned roads',
    f.row({ link: f.id, nameEn: f.text('name'), waitS: f.seconds, untilS: z.number() }),
  ),
  avoids: f.ids('bans without which another route would be the fastest'),
  secondBest: f.row({ ...sum, sharedShare: f.share, links: f.ids('links') }).nullable(),
  cheaper: f
    .row({
      ...sum,
      savedCny: f.cny,
      extraS: f.seconds,
      breakEvenCnyPerH: f.numberOrNull(
        'value of time above which the tolled route is chosen; null = at none',
      ),
      links: f.ids('links'),
    })
    .nullable(),
  base: f
    .row({
      scenario: f.scenario,
      ...sum,
      changeS: f.numberOrNull('seconds with − without'),
      linksGained: f.ids('links on the route only with'),
      linksLost: f.ids('links on the route only without'),
    })
    .nullable(),
}) satisfies z.ZodType<RouteDocument>;

export const matrix = f.row({
  schema: f.version('beltway/matrix@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  valueOfTimeCnyPerH: f.valueOfTime,
  clock: f.clock,
  scenarios: f.list('scenarios', f.scenarioName),
  origins: f.list('origins', f.place),
  destinations: f.list('destinations', f.place),
  cells: a.cells,
}) satisfies z.ZodType<MatrixDocument>;

const percentileRange = f
  .row({ leastS: f.seconds, mostS: f.seconds })
  .nullable()
  .describe('delays evening out, and all together; null = no way');

export const reach = f.row({
  schema: f.version('beltway/reach@1'),
  data: f.data,
  base: f.scenarioName,
  build: f.scenarioName,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  clock: f.clock,
  cutoffS: f.seconds,
  percentile: z
    .literal([50, 80, 95])
    .nullable()
    .describe('of 100 trips so many must be within; null = the modelled time'),
  from: f.place,
  places: f.list(
    'nearest first',
    f.row({
      id: f.id,
      name: f.text('name'),
      nameZh: f.textOrNull('Chinese name'),
      kind: z.enum(['supplier', 'plant', 'zone', 'seat', 'point']),
      group: f.textOrNull('assembler group'),
      baseS: f.secondsOrNull,
      buildS: f.secondsOrNull,
      percentileS: f
        .row({ base: percentileRange, build: percentileRange })
        .nullable()
        .describe('the percentile asked for, in seconds'),
      within: f.row({ base: f.flag('within the cutoff without'), build: f.flag('within the cutoff with') }),
    }),
  ),
}) satisfies z.ZodType<ReachDocument>;

const deliveries = f.list(
  'delivery of every reached group; empty where no handling or headway is given',
  f.row({
    scenario: f.scenario,
    origin: f.id,
    group: f.group,
    plant: f.id,
    outS: f.seconds,
    backS: f.secondsOrNull,
    deliveryS: f.seconds,
    cycleS: f.secondsOrNull,
    trucks: f.numberOrNull('trucks a headway needs'),
  }),
);

export const condition = f.row({
  schema: f.version('beltway/condition@1'),
  ...a.question,
  ...{ origins, destinations: a.destinations, groups: a.groups },
  ...{ attribution: a.attributions, curve: a.curve, deliveries },
});

export const independence = f.row({
  schema: f.version('beltway/independence@1'),
  ...a.question,
  ...{ origins, independence: a.independence, attribution: a.attributions },
  ...{ documented: a.documented, timing: a.timing, sentences: a.sentences },
}) satisfies z.ZodType<IndependenceDocument>;

export const flowchartVerdicts = f.row({
  schema: f.version('beltway/flowchart-verdicts@1'),
  ...a.question,
  flowcharts: a.flowcharts,
}) satisfies z.ZodType<FlowchartDocument>;

export const claimVerdicts = f.row({
  schema: f.version('beltway/claim-verdicts@1'),
  ...a.question,
  claims: a.claims,
  figures: f.list(
    'figures of the paper that contradict themselves or each other',
    f.row({
      id: f.id,
      what: f.text('what it counts'),
      printed: f.text('as printed'),
      used: f.text('what is used here'),
      conflict: f.text('what it contradicts'),
      locator: f.text('page or section'),
      source: f.text('source'),
    }),
  ),
}) satisfies z.ZodType<ClaimsDocument>;

export const scenarioEffects = f.row({
  schema: f.version('beltway/scenario-effects@1'),
  data: f.data,
  scenario: scenarioValue,
  day: f.text('ISO day'),
  links: f.count('directed links open on the day'),
  effects: f.list(
    'modifications in order',
    f.row({
      modification,
      added: f.count('directed links added'),
      removed: f.count('directed links taken away'),
      changed: f.count('directed links with other values'),
      builtM: f.metres.describe('metres built, both directions once'),
      places: f.count('places put somewhere'),
    }),
  ),
}) satisfies z.ZodType<ScenarioDocument>;

export const scenarioList = f.row({
  schema: f.version('beltway/scenario-list@1'),
  data: f.data,
  scenarios: f.list(
    'by date',
    f.row({
      ...scenarioValue.shape,
      links: f.count('directed links open'),
      beltSections: f.ids('belt sections open from end to end'),
      loopClosed: f.flag('the loop is closed'),
    }),
  ),
  contrasts: f.list(
    'named pairs',
    f.row({ id: f.id, title: f.text('title'), base: f.scenario, build: f.scenario, note: f.text('note') }),
  ),
});

export const verification = f.row({
  schema: f.version('beltway/verification@1'),
  data: f.data,
  file: f.text('file that was checked'),
  of: f.textOrNull('schema it names'),
  ok: f.flag('accepted'),
  statement: f.textOrNull('what is proved'),
  problems: f.list('why it is refused', f.problem),
}) satisfies z.ZodType<VerificationDocument>;

export const dataCheck = f.row({
  schema: f.version('beltway/data-check@1'),
  ok: f.flag('no problem found'),
  data: f.data.nullable(),
  counts: z.record(z.string(), z.int().min(0)).describe('records by kind'),
  problems: f.list('everything that is wrong', f.problem),
}) satisfies z.ZodType<DataCheckDocument>;
