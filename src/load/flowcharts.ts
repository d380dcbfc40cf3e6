/** Files `flowcharts/<id>.json`: the nodes of a chart, who acts on a no, and the records behind them. */
import * as z from 'zod';

import { ACTORS, type Flowchart, type FlowchartNode } from '../model/flowchart.ts';
import {
  exactly,
  filledList,
  flag,
  id,
  idList,
  list,
  oneOf,
  record,
  sources,
  text,
  wholeIn,
} from './fields.ts';
import type { Folder } from './folder.ts';
import type { Report, Spot } from './report.ts';
import { type Rows, listSound, readSingles } from './rows.ts';

/** Indicators a node may name; all but `recorded` and `never-computed` give a number. */
export const INDICATORS = [
  'recorded',
  'never-computed',
  'belt-linked-pairs',
  'independence-share',
  'assembler-groups-producing',
  'related-firms-recorded',
  'firm-count',
] as const;
const WITHOUT_NUMBER: readonly string[] = ['recorded', 'never-computed'];

const finite = (what: string) => z.number(`${what}: a number`).describe(what);

const criticalLevel = record('a critical level', {
  value: finite('the level'),
  low: finite('least level that is argued for'),
  high: finite('greatest level that is argued for'),
  unit: text('unit'),
  source: id('a source'),
  assumed: flag('the level is our assumption'),
}).refine(({ low, value, high }) => low <= value && value <= high, {
  path: ['value'],
  error: 'a level from its low to its high',
  params: { code: 'contradiction' },
});

const node = record('a node', {
  id: id('id of the node'),
  step: oneOf('step', ['I', 'II']),
  kind: text('kind of node'),
  label: text('label in English'),
  labelZh: text('label in Chinese'),
  question: text('the question it asks'),
  indicator: oneOf('indicator', INDICATORS),
  comparator: oneOf('comparator', ['>=', '>', '<=', '<']).nullable(),
  criticalLevel: criticalLevel.nullable(),
  recorded: record('what the sources let us say', {
    verdict: oneOf('verdict', ['yes', 'no', 'unknown']),
    why: text('why'),
    source: id('a source'),
  }).nullable(),
  onNo: record('what follows from a no', {
    actors: list('who acts', oneOf('actor', ACTORS)),
    bodies: list('named bodies', text('a body')),
    measures: list('measures', text('a measure')),
  }),
  evidence: idList('ids of evidence', id('a record of evidence'), 0),
  borrowed: text('where the node is taken from').nullable(),
}) satisfies z.ZodType<FlowchartNode>;

const evidence = record('a record of evidence', {
  id: id('id of the record'),
  kind: text('kind of record'),
  text: text('what it says'),
  value: finite('number').nullable(),
  unit: text('unit').nullable(),
  year: wholeIn('year', 1000, 9999).nullable(),
  source: id('a source'),
  locator: text('page or section'),
  conflict: id('a printed figure').nullable(),
});

const ingredient = record('an ingredient', {
  id: id('id of the ingredient'),
  label: text('label'),
  selected: flag('selected for the chart'),
  source: id('a source'),
  locator: text('page or section'),
});

const flowchart = record('a flowchart', {
  id: id('id of the flowchart'),
  title: text('title in English'),
  titleZh: text('title in Chinese'),
  orderNote: text('where the order comes from'),
  workingSteps: list('working steps', text('a step')),
  ingredients: list('ingredients', ingredient),
  nodes: filledList('nodes in order, at least one', node),
  evidence: list('records of evidence', evidence),
  sources,
}) satisfies z.ZodType<Flowchart>;

export const flowchartFile = record('a flowchart', {
  schema: exactly('beltway/flowchart@1'),
  ...flowchart.shape,
});
export type FlowchartFile = z.output<typeof flowchartFile>;

/** Reads the flowcharts. */
export function readFlowcharts(folder: Folder, report: Report): Rows<FlowchartFile> {
  const rows = readSingles(flowchartFile, folder, 'flowcharts', report);
  for (const { spot, value } of listSound(rows)) {
    for (const [index, item] of value.nodes.entries()) checkNode(item, index, spot, report);
  }
  return rows;
}

function checkNode(item: FlowchartNode, index: number, spot: Spot, report: Report): void {
  const tell = (key: 'recorded' | 'criticalLevel' | 'comparator', expected: string): void => {
    report.tell(spot, ['nodes', index, key], 'contradiction', expected, item[key]);
  };
  if (item.indicator === 'recorded' && item.recorded === null)
    tell('recorded', 'what is recorded, as the indicator says');
  const hasNumber = !WITHOUT_NUMBER.includes(item.indicator);
  for (const key of ['comparator', 'criticalLevel'] as const) {
    if (hasNumber && item[key] === null) tell(key, `a value, as ${item.indicator} is compared`);
    if (!hasNumber && item[key] !== null) tell(key, `null, as ${item.indicator} gives no number`);
  }
}
