/**
 * The belt node: of the directed pairs between the assembler groups' plants, how many are within the cutoff.
 * "Built", "linked" and "linked because of the belt" are three different things and are shown as three.
 */
import type { Attribution } from '../model/answer.ts';
import type { FlowchartNode, OnNo } from '../model/flowchart.ts';
import { toAttribution } from '../condition/attribution.ts';
import type { GroupPair } from '../condition/group-pairs.ts';
import { toMinutesLabel, toVerdict } from '../condition/verdict.ts';
import type { FlowchartFacts } from './facts.ts';
import { attributeVerdicts, judgeIndex, type Reading } from './reading.ts';

/** One directed pair: linked within the cutoff, and what the road has to do with it. */
export interface PairLink {
  readonly pair: GroupPair;
  readonly linked: boolean;
  /** Null without a contrast. */
  readonly attribution: Attribution | null;
}

/** Reads the node; unknown when there is no pair to count (fewer than two groups). */
export function readBeltLinkedPairs(node: FlowchartNode, facts: FlowchartFacts): Reading {
  const links = listPairLinks(facts);
  const linked = links.filter((link) => link.linked).length;
  const index = links.length === 0 ? null : linked;
  const verdict = judgeIndex(node, index);
  const attribution = attributeVerdicts(judgeWithout(node, facts), verdict);
  const minutes = facts.cutoffS / 60;
  const why = `${linked} of ${links.length} directed pairs of assembler plants are within ${minutes} min.`;
  return {
    verdict,
    index,
    attribution,
    why,
    findings: listFindings(facts, links),
    onNo: toOnNo(node, facts),
  };
}

/**
 * The directed pairs with their attribution.
 */
export function listPairLinks(facts: FlowchartFacts): readonly PairLink[] {
  const isLinked = (pair: GroupPair): boolean => toVerdict(pair.timeMs, facts.cutoffS, 0) === 'strict';
  return facts.pairs.map((pair) => {
    const before = facts.without?.pairs.find((other) => other.from === pair.from && other.to === pair.to);
    const attribution = before === undefined ? null : toAttribution(isLinked(before), isLinked(pair));
    return { pair, linked: isLinked(pair), attribution };
  });
}

function judgeWithout(node: FlowchartNode, facts: FlowchartFacts): Reading['verdict'] | null {
  if (facts.without === null) return null;
  const links = listPairLinks({ ...facts, ...facts.without, without: null });
  return judgeIndex(node, links.length === 0 ? null : links.filter((link) => link.linked).length);
}

function listFindings(facts: FlowchartFacts, links: readonly PairLink[]): readonly string[] {
  const { sections, loopClosed } = facts.belt;
  const open = sections.filter((section) => section.open).length;
  const loop = loopClosed ? 'the loop is closed' : 'the loop is not closed';
  const names = (wanted: (link: PairLink) => boolean): string =>
    links
      .filter(wanted)
      .map((link) => toPairText(facts, link.pair))
      .join('; ') || 'none';
  const because =
    facts.without === null
      ? 'not asked: no scenario without the belt stands beside'
      : names((link) => link.attribution === 'no-to-yes');
  return [
    `Built: ${open} of ${sections.length} sections of the belt are open, ${loop}.`,
    `Linked: ${names((link) => link.linked)}.`,
    `Not linked: ${names((link) => !link.linked)}.`,
    `Linked because of the belt: ${because}.`,
  ];
}

function toPairText(facts: FlowchartFacts, pair: GroupPair): string {
  const nameOf = (id: string): string => facts.groups.find((group) => group.id === id)?.name ?? id;
  return `${nameOf(pair.from)} → ${nameOf(pair.to)} ${toMinutesLabel(pair.timeMs)}`;
}

/** With nothing left to open, "open the missing section" would be no advice. */
function toOnNo(node: FlowchartNode, facts: FlowchartFacts): OnNo {
  const missing = facts.belt.sections.filter((section) => !section.open);
  if (missing.length > 0) {
    const measure = `sections not open: ${missing.map((section) => section.title).join(', ')}`;
    return { ...node.onNo, measures: [...node.onNo.measures, measure] };
  }
  const measures = [
    'no section of the belt is missing: only another road or a higher speed would link the rest',
  ];
  return { ...node.onNo, measures };
}
