/** The main answer as blocks: what the belt changes, what it does not, and what that rests on. */
import type { Analysis } from '../model/answer.ts';
import { heading, paragraph, type Block } from './block.ts';
import { toClockText, toCutoffText, toTitleText, toTrafficText } from './format.ts';
import { toReliabilityCountBlocks } from './reliability.ts';
import { toClaimSummaryBlocks } from './sections/claims.ts';
import { toCompanionBlocks } from './sections/companions.ts';
import { toCountBlocks } from './sections/counts.ts';
import { toFlowchartBlocks } from './sections/flowchart.ts';
import { toIndependenceBlocks } from './sections/independence.ts';
import { toMinuteBlocks } from './sections/minutes.ts';
import { createView, type View } from './view.ts';

/** Blocks of the whole answer, headline first. */
export function toCompareBlocks(analysis: Analysis): readonly Block[] {
  const view = createView(analysis);
  return [
    ...toHeadBlocks(view),
    ...toCountBlocks(view),
    ...toReliabilityCountBlocks(analysis, analysis.cutoffS),
    ...toCompanionBlocks(view),
    ...toMinuteBlocks(view),
    ...toIndependenceBlocks(view),
    ...toFlowchartBlocks(view),
    ...toClaimSummaryBlocks(view),
    ...toScopeBlocks(view),
  ];
}

/** Title, setting and headline: the same above every part of an answer. */
export function toHeadBlocks(view: View): readonly Block[] {
  const { analysis, base, build } = view;
  const titles = base.id === build.id ? base.title : `${base.title} → ${build.title}`;
  return [
    { kind: 'title', text: analysis.data.title },
    paragraph(`${titles}. ${toSettingText(analysis)}`, 'quiet'),
    ...(analysis.sentences.headline === '' ? [] : [paragraph(analysis.sentences.headline, 'strong')]),
  ];
}

/** What the times are of, in one line. */
export function toSettingText(analysis: Analysis): string {
  const groups = Object.entries(analysis.groupChoice).filter(([, choice]) => choice !== 'any');
  const parts = [
    analysis.vehicleClass,
    analysis.clock === null ? toTrafficText(analysis.traffic) : toClockText(analysis.clock),
    `cutoff ${toCutoffText(analysis.cutoffS)} min, inclusive`,
    ...groups.map(([group, choice]) => `${toTitleText(group)}: ${choice}`),
    ...(analysis.valueOfTimeCnyPerH === null ? [] : [`toll counted at ${analysis.valueOfTimeCnyPerH} CNY/h`]),
    'drive time one way, without loading',
  ];
  return `${toTitleText(parts.join(' · '))}.`;
}

function toScopeBlocks({ analysis }: View): readonly Block[] {
  const { data, sentences, sources } = analysis;
  return [
    heading('What this rests on'),
    ...(sentences.estimates === '' ? [] : [paragraph(sentences.estimates)]),
    paragraph(sentences.scope),
    paragraph(`Data ${data.id}, digest ${data.digest.slice(0, 16)}, ${sources.length} sources.`, 'quiet'),
  ];
}
