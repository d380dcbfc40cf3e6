/** The form of scenarios side by side: `beltway/scenario-table@1`. */
import * as z from 'zod';
import type { ScenarioTable } from '../../model/scenario-table.ts';
import * as f from './fields.ts';

const ranged = (what: string, value: z.ZodType<number | null>) =>
  f.row({
    value: value.describe(what),
    low: value.describe('with every parameter at the end that makes it least; null as above'),
    high: value.describe('at the end that makes it greatest'),
  });

const count = z.int().min(0);

const worst = f.row({
  id: f.id,
  name: f.text('name'),
  nameZh: f.textOrNull('Chinese name'),
  site: f.id,
  group: f.group,
  alike: f.count('suppliers that need as long, beside this one'),
  time: ranged('seconds; null = there is no way', f.secondsOrNull),
});

const column = f.row({
  ...f.scenarioName.shape,
  titleZh: f.text('Chinese title'),
  strict: ranged('pairs within the cutoff', count),
  tolerant: ranged('pairs within the cutoff and its tolerance', count),
  noWay: f.count('pairs without any way'),
  iOut: ranged('share of tier-1 suppliers with a keiretsu that reach a maker outside it', f.shareOrNull),
  i2: ranged('share of suppliers that reach two makers', f.shareOrNull),
  meanS: ranged('mean seconds of all pairs; null = a pair has no way', f.secondsOrNull),
  estimatedShare: f.shareOrNull.describe('share of them on estimated lengths and connectors'),
  worst: worst.nullable().describe('longest trip of any supplier to a maker; null = nobody'),
  tollCny: f.cnyOrNull.describe('mean toll of the fastest ways, CNY, one way; null = a pair has no way'),
  tollEstimated: f.flag('a tariff that is charged is an estimate'),
  builtM: f.metres.describe('metres of main line drawn in the scenario and open, both directions once'),
  openedM: f.metres.describe('metres open here and not in the first column'),
  closedM: f.metres.describe('metres open in the first column and not here'),
});

export const scenarioTable = f.row({
  schema: f.version('beltway/scenario-table@1'),
  data: f.data,
  vehicleClass: f.vehicleClass,
  traffic: f.traffic,
  clock: f.clock,
  ...{ cutoffS: f.seconds, toleranceS: f.seconds },
  groupChoice: f.choices,
  plantDate: f.text('ISO day on which plants in production count'),
  population: f.text('which suppliers'),
  suppliers: f.count('placed suppliers'),
  sites: f.count('sites they share'),
  pairs: f.count('suppliers × makers'),
  scenarios: f.list('one a column, in the order asked for', column),
  caption: f.text('what the numbers are, and what they are not'),
  command: f.text('gives this answer again'),
}) satisfies z.ZodType<ScenarioTable>;
