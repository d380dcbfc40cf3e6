/** The parts of the main answer, each to be read on its own, under the same head. */
import type { Analysis } from '../model/answer.ts';
import type { PrintedFigure } from '../model/claim.ts';
import type { Block } from './block.ts';
import { toHeadBlocks } from './compare.ts';
import { toReliabilityCountBlocks } from './reliability.ts';
import { toClaimBlocks, toFigureBlocks } from './sections/claims.ts';
import { toCountBlocks } from './sections/counts.ts';
import { toCurveBlocks } from './sections/curve.ts';
import { toFlowchartBlocks } from './sections/flowchart.ts';
import { toIndependenceBlocks } from './sections/independence.ts';
import { toMinuteBlocks } from './sections/minutes.ts';
import { createView } from './view.ts';

/** The one-hour condition: counts, minutes, curve. */
export function toConditionBlocks(analysis: Analysis): readonly Block[] {
  const view = createView(analysis);
  return [
    ...toHeadBlocks(view),
    ...toCountBlocks(view),
    ...toReliabilityCountBlocks(analysis, analysis.cutoffS),
    ...toMinuteBlocks(view),
    ...toCurveBlocks(view),
  ];
}

/** Independence: indices, the belt's part, documented supply. */
export function toIndependencePartBlocks(analysis: Analysis): readonly Block[] {
  const view = createView(analysis);
  return [...toHeadBlocks(view), ...toIndependenceBlocks(view)];
}

/** Flowcharts with the reason of each verdict; of one chart where its id is given. */
export function toFlowchartPartBlocks(analysis: Analysis, chart: string | null): readonly Block[] {
  const view = createView(analysis);
  return [...toHeadBlocks(view), ...toFlowchartBlocks(view, { why: true, chart })];
}

/** Claims with the reason of each verdict, then the printed figures that contradict each other. */
export function toClaimPartBlocks(analysis: Analysis, figures: readonly PrintedFigure[]): readonly Block[] {
  const view = createView(analysis);
  return [...toHeadBlocks(view), ...toClaimBlocks(view), ...toFigureBlocks(figures)];
}
