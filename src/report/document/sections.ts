/** A report in sections, each a title with blocks and drawings: written once for paper, screen and Markdown. */
import type { AnswerFlowchart } from '../../model/answer.ts';
import { paragraph, type Block } from '../block.ts';
import { toSettingText } from '../compare.ts';
import { toBuildOrderBlocks } from '../build-order.ts';
import { toConfidenceBlocks } from '../confidence.ts';
import { toCriticalityBlocks } from '../criticality.ts';
import { toFixBlocks } from '../fix.ts';
import { toReliabilityBlocks, toReliabilityCountBlocks } from '../reliability.ts';
import { toSectionValuesBlocks } from '../section-values.ts';
import { toClaimBlocks, toClaimSummaryBlocks } from '../sections/claims.ts';
import { toCompanionBlocks } from '../sections/companions.ts';
import { toCountBlocks } from '../sections/counts.ts';
import { toCurveBlocks } from '../sections/curve.ts';
import { toFlowchartBlocks } from '../sections/flowchart.ts';
import { toIndependenceBlocks } from '../sections/independence.ts';
import { toMinuteBlocks } from '../sections/minutes.ts';
import { toScenarioDocumentBlocks } from '../scenario.ts';
import { toSensitivityBlocks } from '../sensitivity.ts';
import { createView, isRough, type View } from '../view.ts';
import { toAboutBlocks } from './about.ts';
import type { ReportDocument } from './document.ts';
import { toSourceBlocks } from './sources.ts';

/** A drawing in its place; what it shows stands in a table beside it. */
type Figure =
  | { readonly kind: 'figure'; readonly of: 'maps' | 'curve' | 'tornado' | 'shares' }
  | { readonly kind: 'figure'; readonly of: 'flowchart'; readonly chart: AnswerFlowchart };
export type Item = Block | Figure;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

function toSection(id: string, title: string, items: readonly Item[]): readonly Section[] {
  return items.length === 0 ? [] : [{ id, title, items }];
}

/** An answer of its own: its title is that of the section. */
function toOwnSection(
  id: string,
  blocks: readonly Block[],
  figures: readonly Figure[] = [],
): readonly Section[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'title') return [];
  return [{ id, title: first.text, items: [...figures, ...rest] }];
}

/** Each chart as drawn with the build scenario, then its table. */
function listCharts(view: View): readonly Item[] {
  const { flowcharts } = view.analysis;
  const charts = flowcharts.filter(({ scenario }) => scenario === view.build.id);
  return charts.flatMap((chart): readonly Item[] => {
    const [title, ...rest] = toFlowchartBlocks(view, { why: true, chart: chart.chart });
    return title === undefined ? [] : [title, { kind: 'figure', of: 'flowchart', chart }, ...rest];
  });
}

function listAnswer(view: View): readonly Section[] {
  const { analysis } = view;
  return [
    ...toSection('reach', 'Who reaches whom', [
      ...toCountBlocks(view),
      ...toReliabilityCountBlocks(analysis, analysis.cutoffS),
      ...toCompanionBlocks(view),
    ]),
    ...toSection('minutes', 'Minutes', toMinuteBlocks(view)),
    ...toSection('curve', 'How far it hangs on the hour', [
      ...(analysis.curve.length === 0 ? [] : [{ kind: 'figure', of: 'curve' } as const]),
      ...toCurveBlocks(view).filter(({ kind }) => kind !== 'paragraph'),
    ]),
    ...toSection('independence', 'Independence', toIndependenceBlocks(view)),
    ...toSection('flowcharts', 'Flowcharts', listCharts(view)),
    ...toSection('claims', 'The paper’s claims', [...toClaimSummaryBlocks(view), ...toClaimBlocks(view)]),
  ];
}

/** The main answer knows the ranges of a trip that reliability speaks of. */
function listReliability(view: View, { reliability }: ReportDocument): readonly Section[] {
  if (reliability === null) return [];
  const blocks = toReliabilityBlocks(reliability, ({ scenario, origin, destination }) => {
    const row = view.findGroup(scenario, origin, destination);
    return row !== undefined && isRough(view, row);
  });
  return toOwnSection('reliability', blocks);
}

function listDoubts(view: View, report: ReportDocument): readonly Section[] {
  const { confidence, sensitivity } = report;
  const hasBars = sensitivity !== null && sensitivity.tornado.length > 0;
  return [
    ...listReliability(view, report),
    ...(confidence === null ? [] : toOwnSection('confidence', toConfidenceBlocks(confidence))),
    ...(sensitivity === null
      ? []
      : toOwnSection(
          'sensitivity',
          toSensitivityBlocks(sensitivity),
          hasBars ? [{ kind: 'figure', of: 'tornado' }] : [],
        )),
  ];
}

const NO_FORECAST =
  'A scenario deletes, adds or changes road records: it is no forecast of what would have been built instead, nor of traffic.';

function listScenarios({ scenarios }: ReportDocument): readonly Block[] {
  return [...scenarios.flatMap(toScenarioDocumentBlocks), paragraph(NO_FORECAST, 'quiet')];
}

/** One below the other, each under its own title. */
function listFixes({ fixes }: ReportDocument): readonly Section[] {
  return toSection('fixes', 'What would fix it', fixes.flatMap(toFixBlocks));
}

/** What roads are worth, and in which order they would best have been built. */
function listWorth({ criticality, sectionValues, buildOrder }: ReportDocument): readonly Section[] {
  return [
    ...(criticality === null ? [] : toOwnSection('criticality', toCriticalityBlocks(criticality))),
    ...(sectionValues === null
      ? []
      : toOwnSection('section-values', toSectionValuesBlocks(sectionValues), [
          { kind: 'figure', of: 'shares' },
        ])),
    ...(buildOrder === null ? [] : toOwnSection('build-order', toBuildOrderBlocks(buildOrder))),
  ];
}

function listScope({ analysis }: View): readonly Block[] {
  const { estimates, scope } = analysis.sentences;
  return [...(estimates === '' ? [] : [paragraph(estimates)]), paragraph(scope)];
}

/** All sections of a report in order. */
export function listSections(report: ReportDocument): readonly Section[] {
  const view = createView(report.analysis);
  return [
    ...toSection('maps', 'Maps', [{ kind: 'figure', of: 'maps' }]),
    ...listAnswer(view),
    ...listDoubts(view, report),
    ...listFixes(report),
    ...listWorth(report),
    ...toSection('scenarios', 'The scenarios', listScenarios(report)),
    ...toSection('rests-on', 'What this rests on', [
      paragraph(toSettingText(report.analysis)),
      ...listScope(view),
      ...toSourceBlocks(report.sources),
    ]),
    ...toSection('again', 'How to check this report', toAboutBlocks(report)),
  ];
}
